import type { Words } from './words'

/** Somebody who does not exist, acted out by a colleague: interviewers are trained before their first interview (protocol §3). */
export type Invented = {
  readonly name: Words
  /** Read by whoever acts; the interviewer hears it in the answers. */
  readonly story: Words
  /** What the interviewer practises with this person. */
  readonly aim: Words
}

export const INVENTED = {
  calm: {
    name: { nl: 'Mevrouw Zonneveld', en: 'Mrs Zonneveld' },
    story: {
      nl: 'U bent 34 jaar, woont alleen en werkt in een bakkerij. Dit is uw eerste toezicht. U vindt uw toezichthouder eerlijk en u durft alles te vertellen. Alleen de afspraken op tijd halen is lastig, door uw werk. Geef bijna overal een duidelijk antwoord.',
      en: 'You are 34, live alone and work in a bakery. This is your first supervision. You find your supervisor honest and you dare to tell everything. Only being on time is hard, because of your work. Give a clear answer to nearly everything.',
    },
    aim: {
      nl: 'De vragen rustig voorlezen en de schaal laten zien.',
      en: 'Reading the questions calmly and showing the scale.',
    },
  },
  short: {
    name: { nl: 'Meneer Distelberg', en: 'Mr Distelberg' },
    story: {
      nl: 'U bent 22 jaar en wilt snel weg. U heeft al vaker toezicht gehad. U zegt op bijna alles “mee eens”, ook als dat niet kan kloppen. Pas als de interviewer rustig vraagt of u de vraag goed hoorde, denkt u echt na. Op één vraag wilt u geen antwoord geven.',
      en: 'You are 22 and want to get away soon. You have had supervision before. You say “agree” to nearly everything, also where that cannot be right. Only when the interviewer calmly asks whether you heard the question well do you really think. To one question you do not want to give an answer.',
    },
    aim: {
      nl: 'Merken dat iemand steeds hetzelfde zegt, en “geen antwoord” goed invullen.',
      en: 'Noticing that somebody keeps saying the same, and filling in “no answer” well.',
    },
  },
  slow: {
    name: { nl: 'Meneer Wolkers-Bui', en: 'Mr Wolkers-Bui' },
    story: {
      nl: 'U bent 57 jaar en leest moeilijk. U vertelt bij elke vraag een heel verhaal. U kijkt naar de plaatjes en wijst aan wat past. Halverwege wilt u even pauze. Over uw vorige toezichthouder bent u boos, over deze bent u tevreden.',
      en: 'You are 57 and reading is hard for you. With each question you tell a whole story. You look at the pictures and point at what fits. Halfway you want a break. You are angry about your former supervisor, and content with this one.',
    },
    aim: {
      nl: 'Vriendelijk terugkomen op de vraag, de plaatjes gebruiken, en pauze nemen.',
      en: 'Coming back to the question in a friendly way, using the pictures, and taking a break.',
    },
  },
} as const satisfies Record<string, Invented>

export type InventedName = keyof typeof INVENTED
