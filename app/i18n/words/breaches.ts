import type { Words } from '../speak'

const MINUTE = 60_000
/** A time in hours and minutes, whole minutes. */
function parts(ms: number): { hours: number; minutes: number } {
  const whole = Math.floor(Math.abs(ms) / MINUTE)
  return { hours: Math.floor(whole / 60), minutes: whole % 60 }
}
const span = {
  nl: (ms: number) => {
    const { hours, minutes } = parts(ms)
    return `${hours} uur en ${minutes} ${minutes === 1 ? 'minuut' : 'minuten'}`
  },
  en: (ms: number) => {
    const { hours, minutes } = parts(ms)
    return `${hours} ${hours === 1 ? 'hour' : 'hours'} and ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
  },
}
type Left = { ms: number }

/** The register of breaches. */
export const breaches = {
  title: { nl: 'Datalekken', en: 'Breaches' },
  about: {
    nl: 'Elk datalek staat hier, ook een klein. Melden bij de Autoriteit Persoonsgegevens moet binnen 72 uur na de ontdekking.',
    en: 'Every breach stands here, small ones too. It must be reported to the data protection authority within 72 hours of its discovery.',
  },
  add: { nl: 'Datalek vastleggen', en: 'Record a breach' },
  none: { nl: 'Er is geen datalek vastgelegd', en: 'No breach was recorded' },
  noneAbout: {
    nl: 'Twijfel je of iets een datalek is? Leg het vast; niet melden kan daarna nog.',
    en: 'Not sure that something is a breach? Record it; deciding not to report it can come after.',
  },
  list: { nl: 'Register', en: 'Register' },
  back: { nl: 'Alle datalekken', en: 'All breaches' },
  one: { nl: 'Datalek', en: 'Breach' },
  discovered: { nl: 'Ontdekt op', en: 'Discovered at' },
  discoveredHint: {
    nl: 'Het moment waarop iemand van het onderzoek het wist. De 72 uur beginnen dan.',
    en: 'The moment at which somebody of the study knew. The 72 hours begin then.',
  },
  happened: { nl: 'Wat er gebeurde', en: 'What happened' },
  happenedHint: {
    nl: 'Dit wordt verzegeld bewaard. Noem alleen namen als het niet anders kan.',
    en: 'This is kept sealed. Name people only where it cannot be helped.',
  },
  material: { nl: 'Wat voor materiaal', en: 'What kind of material' },
  people: { nl: 'Over hoeveel mensen, ongeveer', en: 'About how many people, roughly' },
  consequences: { nl: 'Gevolgen', en: 'Consequences' },
  measures: { nl: 'Maatregelen', en: 'Measures' },
  reporting: { nl: 'Gemeld bij de Autoriteit Persoonsgegevens', en: 'Reported to the data protection authority' },
  reportedAt: { nl: 'Gemeld op', en: 'Reported at' },
  reason: { nl: 'Waarom later dan 72 uur, of waarom niet', en: 'Why later than 72 hours, or why not' },
  telling: { nl: 'Zijn de mensen om wie het gaat ingelicht', en: 'Were the people it is about told' },
  closed: { nl: 'Afgesloten', en: 'Closed' },
  closedAt: { nl: 'Afgesloten op', en: 'Closed at' },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  save: { nl: 'Vastleggen', en: 'Record' },
  saved: { nl: 'Vastgelegd', en: 'Recorded' },
  wrong: { nl: 'Nog niet vastgelegd', en: 'Not recorded yet' },
  history: { nl: 'Wat er eerder stond', en: 'What it said before' },
  historyAbout: {
    nl: 'Er wordt niets overschreven: elke keer komt er een versie bij.',
    en: 'Nothing is overwritten: each time a version is added.',
  },
  version: { nl: 'Versie', en: 'Version' },
  writtenBy: { nl: 'Door', en: 'By' },
  writtenAt: { nl: 'Op', en: 'At' },
  clock: { nl: 'Klok', en: 'Clock' },
  until: { nl: 'Melden kan tot', en: 'To be reported until' },
  left: {
    nl: ({ ms }: Left) => (ms >= 0 ? `nog ${span.nl(ms)}` : `${span.nl(ms)} te laat`),
    en: ({ ms }: Left) => (ms >= 0 ? `${span.en(ms)} left` : `${span.en(ms)} too late`),
  },
  state: { nl: 'Stand', en: 'State' },
  openTitle: {
    nl: ({ n }: { n: number }) => (n === 1 ? '1 datalek is nog niet gemeld' : `${n} datalekken zijn nog niet gemeld`),
    en: ({ n }: { n: number }) => (n === 1 ? '1 breach is not reported yet' : `${n} breaches are not reported yet`),
  },
  menu: {
    nl: ({ n, ms }: { n: number; ms: number }) =>
      `${n} datalek${n === 1 ? '' : 'ken'}: ${ms >= 0 ? `nog ${parts(ms).hours} uur` : 'te laat'}`,
    en: ({ n, ms }: { n: number; ms: number }) =>
      `${n} breach${n === 1 ? '' : 'es'}: ${ms >= 0 ? `${parts(ms).hours} h left` : 'too late'}`,
  },
} satisfies Words

/** How the clock of a breach stands. */
export const breachStates = {
  running: { nl: 'te melden', en: 'to be reported' },
  over: { nl: 'te laat', en: 'too late' },
  in_time: { nl: 'op tijd gemeld', en: 'reported in time' },
  late: { nl: 'te laat gemeld', en: 'reported late' },
  not_needed: { nl: 'melden niet nodig', en: 'no report needed' },
} satisfies Words

/** What kind of material a breach is about. */
export const breached = {
  names: { nl: 'namen en geboortedagen', en: 'names and days of birth' },
  contact: { nl: 'telefoonnummers en mailadressen', en: 'telephone numbers and mail addresses' },
  offences: {
    nl: 'strafbare feiten, of dat iemand onder toezicht staat',
    en: 'offences, or that somebody is under supervision',
  },
  answers: { nl: 'antwoorden', en: 'answers' },
  consent: { nl: 'formulieren en handtekeningen', en: 'forms and signatures' },
  accounts: { nl: 'accounts en wachtwoorden', en: 'accounts and passwords' },
  other: { nl: 'iets anders', en: 'something else' },
} satisfies Words

/** What was done about reporting. */
export const reportings = {
  open: { nl: 'nog niet', en: 'not yet' },
  reported: { nl: 'ja', en: 'yes' },
  not_needed: { nl: 'niet nodig', en: 'not needed' },
} satisfies Words

/** Whether the people it is about were told. */
export const tellings = {
  not_yet: { nl: 'nog niet', en: 'not yet' },
  told: { nl: 'ja', en: 'yes' },
  not_needed: { nl: 'niet nodig', en: 'not needed' },
} satisfies Words
