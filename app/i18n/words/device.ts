import { wallMoment } from '../moments'
import type { Words } from '../speak'

type Begun = { begunAt: number; answered: number }

const at = (language: 'nl' | 'en', ms: number) => wallMoment(language, new Date(ms).toISOString())
const minutes = (ms: number) => Math.max(1, Math.ceil(ms / 60_000))

/** Talks that are kept on the device, with or without a network. */
export const device = {
  title: { nl: 'Interviews op dit apparaat', en: 'Interviews on this device' },
  about: {
    nl: 'Deze interviews liggen op slot op dit apparaat en gaan door zonder netwerk. Een interview gaat open met zijn pincode.',
    en: 'These interviews are locked on this device and go on without a network. An interview opens with its PIN.',
  },
  none: { nl: 'Er ligt geen interview op dit apparaat', en: 'No interview is on this device' },
  noneAbout: {
    nl: 'Kies bij het begin van een interview “Op dit apparaat, ook zonder netwerk”.',
    en: 'At the beginning of an interview, choose “On this device, also without a network”.',
  },
  begun: {
    nl: ({ begunAt, answered }: Begun) =>
      `Een interview, begonnen op ${at('nl', begunAt)}, met ${answered} ${answered === 1 ? 'vraag' : 'vragen'} beantwoord`,
    en: ({ begunAt, answered }: Begun) =>
      `An interview, begun on ${at('en', begunAt)}, with ${answered} ${answered === 1 ? 'question' : 'questions'} answered`,
  },
  waits: { nl: 'Nog niet verstuurd', en: 'Not sent yet' },
  open: { nl: 'Openen', en: 'Open' },
  needsScript: {
    nl: 'Interviews op dit apparaat hebben JavaScript nodig. Zonder JavaScript gaat een interview met netwerk wel.',
    en: 'Interviews on this device need JavaScript. Without it an interview goes on with a network.',
  },
  cannot: {
    nl: 'Deze browser kan geen interviews bewaren. Gebruik een nieuwere browser, of houd het interview met netwerk.',
    en: 'This browser cannot keep interviews. Use a newer browser, or hold the interview with a network.',
  },
  inLanguage: { nl: 'Deze pagina in het Nederlands', en: 'This page in English' },
  toKoppel: { nl: 'Naar Vandaag (met netwerk)', en: 'To Today (with a network)' },

  offer: { nl: 'Op dit apparaat, ook zonder netwerk', en: 'On this device, also without a network' },
  offerAbout: {
    nl: 'Het interview ligt dan op slot op dit apparaat, achter een pincode die u zo kiest.',
    en: 'The interview is then locked on this device, behind a PIN that you choose next.',
  },
  choose: { nl: 'Kies een pincode voor dit interview', en: 'Choose a PIN for this interview' },
  chooseAbout: {
    nl: 'De antwoorden komen op dit apparaat op slot te liggen. Alleen deze pincode opent ze. Niemand kan de pincode terughalen. Kies een andere dan die van dit apparaat.',
    en: 'The answers are locked on this device. Only this PIN opens them. Nobody can bring the PIN back. Choose another one than that of this device.',
  },
  pin: { nl: 'Pincode', en: 'PIN' },
  pinHint: { nl: 'Minstens zes cijfers.', en: 'Six digits or more.' },
  again: { nl: 'Nog een keer', en: 'Once more' },
  begin: { nl: 'Begin het interview', en: 'Begin the interview' },
  short: { nl: 'Kies minstens zes cijfers.', en: 'Choose six digits or more.' },
  weak: {
    nl: 'Deze pincode is te makkelijk te raden. Neem geen rijtje en geen herhaling.',
    en: 'This PIN is too easy to guess. Take no row and no repetition.',
  },
  differs: { nl: 'De twee pincodes zijn niet gelijk.', en: 'The two PINs are not the same.' },
  unlock: { nl: 'Open het interview', en: 'Open the interview' },
  wrong: { nl: 'Dit is niet de pincode van dit interview.', en: 'This is not the PIN of this interview.' },
  wait: {
    nl: ({ ms }: { ms: number }) =>
      `Er zijn te veel verkeerde pincodes geprobeerd. Probeer het over ${minutes(ms)} ${minutes(ms) === 1 ? 'minuut' : 'minuten'} weer. Er gaat niets verloren.`,
    en: ({ ms }: { ms: number }) =>
      `Too many wrong PINs were tried. Try again in ${minutes(ms)} ${minutes(ms) === 1 ? 'minute' : 'minutes'}. Nothing is lost.`,
  },
  elsewhere: {
    nl: 'Dit interview staat open in een ander venster. Sluit het daar eerst.',
    en: 'This interview is open in another window. Close it there first.',
  },
  gone: { nl: 'Dit interview ligt niet meer op dit apparaat.', en: 'This interview is no longer on this device.' },
  toList: { nl: 'Naar de interviews op dit apparaat', en: 'To the interviews on this device' },
  throwAway: { nl: 'Gooi dit interview weg', en: 'Throw this interview away' },
  throwAwayAbout: {
    nl: 'Dan zijn de antwoorden op dit apparaat voorgoed weg. Wat niet is verstuurd, is nergens anders.',
    en: 'The answers on this device are then gone for good. What was not sent is nowhere else.',
  },
  throwAwaySure: { nl: 'Ja, gooi de antwoorden weg', en: 'Yes, throw the answers away' },

  kept: { nl: 'Bewaard op dit apparaat', en: 'Kept on this device' },
  notKept: {
    nl: 'Dit apparaat kon het antwoord niet bewaren. Is er nog ruimte? Probeer het nog eens.',
    en: 'This device could not keep the answer. Is there room left? Try again.',
  },
  toEnd: {
    nl: 'Naar de laatste bladzijde, om af te ronden of af te breken',
    en: 'To the last page, to finish or to break off',
  },
  howItWas: { nl: 'Hoe was het?', en: 'How was it?' },
  place: { nl: 'Waar was het interview?', en: 'Where was the interview?' },
  thirdPerson: { nl: 'Er was iemand anders bij', en: 'Somebody else was there' },
  unreliable: { nl: 'Zijn de antwoorden niet te vertrouwen?', en: 'Can the answers not be relied on?' },
  reliable: { nl: 'Er is niets aan de hand', en: 'Nothing is the matter' },
  voucher: { nl: 'De cadeaubon is gegeven', en: 'The voucher was handed out' },
  finish: { nl: 'Rond af en verstuur', en: 'Finish and send' },
  breakOffAbout: {
    nl: 'Wat er is, blijft. Het interview kan later verder, zolang het in de tijd past.',
    en: 'What there is stays. The interview can go on later, as long as there is time.',
  },
  why: { nl: 'Waarom?', en: 'Why?' },
  sayWhy: { nl: 'Kies waarom.', en: 'Choose why.' },
  sayWhere: { nl: 'Kies waar.', en: 'Choose where.' },
  breakOff: { nl: 'Breek af en verstuur', en: 'Break off and send' },
  backToQuestions: { nl: 'Terug naar de vragen', en: 'Back to the questions' },
  mustAnswer: { nl: 'Deze vraag moet eerst een antwoord krijgen.', en: 'This question needs an answer first.' },

  sending: { nl: 'De antwoorden worden verstuurd', en: 'The answers are being sent' },
  sendingAbout: { nl: 'Laat deze bladzijde open.', en: 'Leave this page open.' },
  later: { nl: 'Er is nu geen verbinding', en: 'There is no connection now' },
  laterAbout: {
    nl: 'De antwoorden liggen op slot op dit apparaat. Ze worden verstuurd zodra het netwerk terug is en deze bladzijde open staat. U mag de browser sluiten: open dan later dit interview weer met zijn pincode.',
    en: 'The answers are locked on this device. They are sent as soon as the network is back and this page is open. You may close the browser: open this interview again later with its PIN.',
  },
  sendNow: { nl: 'Probeer nu', en: 'Try now' },
  signIn: { nl: 'Meld u opnieuw aan', en: 'Sign in again' },
  signInAbout: {
    nl: 'Om te versturen moet u het laatste uur zijn aangemeld. De antwoorden blijven op slot op dit apparaat. Open na het aanmelden dit interview met zijn pincode.',
    en: 'To send you must have signed in during the last hour. The answers stay locked on this device. After signing in, open this interview with its PIN.',
  },
  refused: { nl: 'De antwoorden zijn niet aangenomen', en: 'The answers were not taken in' },
  refusedAbout: {
    nl: 'Ze liggen nog op slot op dit apparaat tot u ze verstuurt of weggooit.',
    en: 'They are still locked on this device until you send them or throw them away.',
  },
  arrived: { nl: 'De antwoorden zijn aangekomen', en: 'The answers have arrived' },
  arrivedAbout: { nl: 'Ze zijn van dit apparaat gehaald.', en: 'They were taken off this device.' },
  aside: { nl: 'Een ander apparaat ging met dit interview door', en: 'Another device went on with this interview' },
  asideAbout: {
    nl: 'Er is niets overschreven. Uw antwoorden zijn aangekomen en apart bewaard. Er wordt besloten welke gelden.',
    en: 'Nothing was written over. Your answers have arrived and are kept apart. It will be decided which ones count.',
  },
  toConflicts: { nl: 'Naar wat te besluiten is', en: 'To what is to be decided' },
} satisfies Words
