import type { Words } from '../speak'

/** Practising an interview with somebody who does not exist. */
export const practice = {
  title: { nl: 'Oefenen met een interview', en: 'Practise an interview' },
  about: {
    nl: 'Een collega speelt een cliënt die niet bestaat. U stelt de vragen. Er wordt niets bewaard.',
    en: 'A colleague acts a client who does not exist. You ask the questions. Nothing is kept.',
  },
  mark: { nl: 'Oefening', en: 'Practice' },
  markAbout: { nl: 'Er wordt niets bewaard.', en: 'Nothing is kept.' },
  story: { nl: 'Voor wie speelt', en: 'For whoever acts' },
  aim: { nl: 'U oefent', en: 'You practise' },
  beginWith: {
    nl: ({ name }: { name: string }) => `Oefen met ${name}`,
    en: ({ name }: { name: string }) => `Practise with ${name}`,
  },
  stop: { nl: 'Stop en laat zien hoe het ging', en: 'Stop and show how it went' },
  result: { nl: 'Zo ging de oefening', en: 'How the practice went' },
  resultAbout: {
    nl: 'Deze cijfers zijn er later ook van echte interviews. Ze zijn nu alleen voor u.',
    en: 'Of real interviews there are these figures too. Now they are for you alone.',
  },
  duration: { nl: 'Duur', en: 'Duration' },
  lasted: {
    nl: ({ minutes, seconds }: { minutes: number; seconds: number }) => `${minutes} min ${seconds} s`,
    en: ({ minutes, seconds }: { minutes: number; seconds: number }) => `${minutes} min ${seconds} s`,
  },
  durationAbout: {
    nl: 'Een interview duurt twintig tot dertig minuten. Korter dan drie minuten roept een vraag op.',
    en: 'An interview takes twenty to thirty minutes. Less than three minutes raises a question.',
  },
  missing: { nl: 'Zonder antwoord', en: 'Without an answer' },
  share: {
    nl: ({ percent }: { percent: number }) => `${percent}% van wat u vroeg`,
    en: ({ percent }: { percent: number }) => `${percent}% of what you asked`,
  },
  missingAbout: {
    nl: 'Opengelaten, geen antwoord of “weet ik niet”.',
    en: 'Left open, no answer or “I don’t know”.',
  },
  same: { nl: 'Steeds hetzelfde antwoord', en: 'The same answer again and again' },
  sameYes: { nl: 'Ja, vijf keer of vaker achter elkaar', en: 'Yes, five times or more in a row' },
  sameNo: { nl: 'Nee', en: 'No' },
  sameAbout: {
    nl: 'Ook bij vragen die elkaar tegenspreken. Dan luistert iemand vaak niet meer: neem pauze of vraag het nog eens.',
    en: 'Also with questions that contradict each other. Then somebody often no longer listens: take a break or ask again.',
  },
  again: { nl: 'Oefen nog eens', en: 'Practise once more' },
  nothing: { nl: 'Er is niets gevraagd', en: 'Nothing was asked' },
} satisfies Words
