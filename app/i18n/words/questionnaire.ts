import { longDay } from '../days'
import type { Words } from '../speak'

type Far = { done: number; of: number }

/** The questionnaire behind a supervisor's link, page by page. */
export const questionnaire = {
  minutes: {
    nl: 'Het kost ongeveer tien minuten. Elke pagina wordt bewaard als u verder gaat. U kunt dus stoppen, en later met dezelfde link verder gaan, ook op een ander apparaat.',
    en: 'It takes about ten minutes. Each page is kept when you go on. So you can stop, and go on later with the same link, also on another device.',
  },
  progress: {
    nl: ({ done, of }: Far) => `${done} van ${of} vragen beantwoord`,
    en: ({ done, of }: Far) => `${done} of ${of} questions answered`,
  },
  page: {
    nl: ({ number, of, ...far }: { number: number; of: number; done: number; all: number }) =>
      `Pagina ${number} van ${of}, ${far.done} van ${far.all} vragen beantwoord`,
    en: ({ number, of, ...far }: { number: number; of: number; done: number; all: number }) =>
      `Page ${number} of ${of}, ${far.done} of ${far.all} questions answered`,
  },
  begin: { nl: 'Beginnen', en: 'Begin' },
  goOn: { nl: 'Verder waar u was', en: 'Go on where you were' },
  toEnd: { nl: 'Naar het einde', en: 'To the end' },
  kept: { nl: 'Bewaard', en: 'Kept' },
  keptAbout: {
    nl: 'Wat u tot nu toe invulde is bewaard. Ga verder wanneer het u uitkomt, met dezelfde link.',
    en: 'What you filled in so far is kept. Go on when it suits you, with the same link.',
  },
  none: { nl: 'Dat zeg ik liever niet', en: 'I’d rather not answer' },
  number: {
    nl: ({ min, max }: { min: number; max: number }) => `Getal van ${min} tot en met ${max}`,
    en: ({ min, max }: { min: number; max: number }) => `Number from ${min} to ${max}`,
  },
  next: { nl: 'Bewaren en verder', en: 'Keep and go on' },
  back: { nl: 'Terug', en: 'Back' },
  stop: { nl: 'Bewaren en later verder', en: 'Keep and go on later' },
  more: { nl: 'Er kwam een vraag bij', en: 'One more question' },
  moreAbout: {
    nl: 'Dat komt door wat u net antwoordde.',
    en: 'That is because of what you have just answered.',
  },
  elsewhere: { nl: 'U ging ergens anders verder', en: 'You went on elsewhere' },
  elsewhereAbout: {
    nl: 'Deze vragenlijst is intussen verder ingevuld op een ander apparaat of in een ander venster. Hier staat nu wat daar is ingevuld. Wat u op deze pagina had ingevuld telt niet mee; wij bewaren het apart.',
    en: 'Meanwhile this questionnaire was filled in further on another device or in another window. Here is now what was filled in there. What you had filled in on this page does not count; we keep it apart.',
  },
  end: { nl: 'Bijna klaar', en: 'Almost done' },
  allDone: { nl: 'U hebt alles beantwoord.', en: 'You have answered everything.' },
  open: {
    nl: ({ n }: { n: number }) => (n === 1 ? 'Eén vraag staat nog open' : `${n} vragen staan nog open`),
    en: ({ n }: { n: number }) => (n === 1 ? 'One question is still open' : `${n} questions are still open`),
  },
  openAbout: {
    nl: 'U mag ze open laten. Alleen waar “nodig” bij staat kiest u iets; “dat zeg ik liever niet” mag ook.',
    en: 'You may leave them open. Only where it says “needed” you choose something; “I’d rather not answer” will do.',
  },
  needed: { nl: 'nodig', en: 'needed' },
  sign: { nl: 'Ondertekenen', en: 'Sign off' },
  signAbout: {
    nl: ({ whom }: { whom: string }) => `Deze antwoorden gaan over ${whom}, en ik heb ze zelf gegeven.`,
    en: ({ whom }: { whom: string }) => `These answers are about ${whom}, and I gave them myself.`,
  },
  thisClient: { nl: 'deze cliënt', en: 'this client' },
  signAfter: {
    nl: 'Daarna opent niemand uw antwoorden meer met deze link, ook u niet. Wat u antwoordde kunt u zien of laten wissen bij “Over u en dit onderzoek”.',
    en: 'After that nobody opens your answers by this link any more, nor do you. You can see what you answered, or have it erased, at “About you and this study”.',
  },
  signNow: { nl: 'Ondertekenen en versturen', en: 'Sign off and send' },
  backToQuestions: { nl: 'Terug naar de vragen', en: 'Back to the questions' },
  notSigned: { nl: 'Nog niet verstuurd', en: 'Not sent yet' },
  notKept: { nl: 'Deze pagina is niet bewaard', en: 'This page was not kept' },
  thanksAbout: {
    nl: 'Uw antwoorden zijn aangekomen. U krijgt over deze vragenlijst geen herinnering meer. U kunt deze pagina sluiten.',
    en: 'Your answers have arrived. You will get no more reminders about this questionnaire. You can close this page.',
  },
  nextWave: {
    nl: ({ months }: { months: number }) =>
      `Ongeveer ${months} maanden na het gesprek met de cliënt vragen wij het u nog een keer. U krijgt dan een nieuwe mail.`,
    en: ({ months }: { months: number }) =>
      `About ${months} months after the interview with the client we ask you once more. You will then get a new mail.`,
  },
  lastWave: {
    nl: 'Dit was de laatste vragenlijst over deze cliënt.',
    en: 'This was the last questionnaire about this client.',
  },
  closedBegun: {
    nl: ({ until }: { until: string }) =>
      `Antwoorden kon tot en met ${longDay('nl', until)}. Wat u tot dan bewaarde, is aangekomen. Wat u daarna invulde niet. U hoeft niets meer te doen.`,
    en: ({ until }: { until: string }) =>
      `Answers were taken up to ${longDay('en', until)}. What you kept until then has arrived. What you filled in after that has not. There is nothing more to do.`,
  },
} satisfies Words
