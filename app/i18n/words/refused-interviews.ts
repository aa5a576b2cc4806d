import type { Words } from '../speak'

/** Why an interview could not be opened, gone on with or ended. */
export const refusedInterviews = {
  not_qualified: {
    nl: 'U kunt nu geen interview houden: er ontbreekt iets.',
    en: 'You cannot hold an interview now: something is missing.',
  },
  second_not_qualified: {
    nl: 'Wie erbij zit, moet zelf alleen interviews mogen houden. Deze code mag dat niet.',
    en: 'Whoever sits by has to be allowed to hold interviews alone. This code is not.',
  },
  held_by_another: {
    nl: 'Een andere interviewer is met dit interview begonnen.',
    en: 'Another interviewer has begun this interview.',
  },
  interview_over: {
    nl: 'Dit interview kan niet meer verder: de periode is voorbij, of er zijn te veel gesprekken geweest.',
    en: 'This interview cannot be gone on with: the period is over, or too many talks were held.',
  },
  name_in_text: {
    nl: 'Hier staat een naam of nummer van iemand in. Haal dat weg en verstuur het opnieuw.',
    en: 'This holds somebody’s name or number. Take it out and send it again.',
  },
} satisfies Words
