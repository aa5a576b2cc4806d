import { longDay, longMonth } from '../days'
import type { Language } from '../language'
import { count } from '../numbers'
import type { Words } from '../speak'

type Month = { month: string }
type Pieces = { n: number }

const FORMS = { nl: ['formulier', 'formulieren'], en: ['form', 'forms'] } as const
const INTERVIEWS = { nl: ['gesprek', 'gesprekken'], en: ['interview', 'interviews'] } as const
const pieces = (language: Language, n: number, what: typeof FORMS | typeof INTERVIEWS) =>
  `${count(language, n)} ${what[language][n === 1 ? 0 : 1]}`

/** Signed forms against interviews: the months, a month's statement, and its paper. */
export const reconciliation = {
  title: { nl: 'Formulieren en gesprekken', en: 'Forms and interviews' },
  about: {
    nl: 'Zijn er per maand en locatie evenveel getekende formulieren als eerste gesprekken? Alleen aantallen, nooit van wie.',
    en: 'Are there as many signed forms as first interviews, per month and location? Numbers only, never whose.',
  },
  compare: { nl: 'Nu vergelijken', en: 'Compare now' },
  compared: { nl: 'Vergeleken', en: 'Compared' },
  written: {
    nl: ({ n }: Pieces) =>
      n === 0
        ? 'Er is niets veranderd.'
        : n === 1
          ? 'Van 1 maand zijn de aantallen nieuw of anders.'
          : `Van ${n} maanden zijn de aantallen nieuw of anders.`,
    en: ({ n }: Pieces) =>
      n === 0
        ? 'Nothing has changed.'
        : n === 1
          ? 'Of 1 month the numbers are new or different.'
          : `Of ${n} months the numbers are new or different.`,
  },
  none: { nl: 'Nog niets te vergelijken', en: 'Nothing to compare yet' },
  noneAbout: {
    nl: 'Een maand wordt vergeleken als hij voorbij is en er getekend of gesproken is.',
    en: 'A month is compared when it is over and there were forms or interviews in it.',
  },
  end: { nl: 'Dit waren alle maanden', en: 'Those were all months' },
  list: { nl: 'Maanden', en: 'Months' },
  month: { nl: 'Maand', en: 'Month' },
  named: { nl: ({ month }: Month) => longMonth('nl', month), en: ({ month }: Month) => longMonth('en', month) },
  state: { nl: 'Stand', en: 'State' },
  forms: { nl: 'Formulieren', en: 'Forms' },
  interviews: { nl: 'Gesprekken', en: 'Interviews' },
  difference: { nl: 'Verschil', en: 'Difference' },
  location: { nl: 'Locatie', en: 'Location' },
  signed: { nl: 'Ondertekend', en: 'Signed off' },
  differing: {
    nl: ({ n }: Pieces) => (n === 1 ? 'op 1 locatie' : `op ${n} locaties`),
    en: ({ n }: Pieces) => (n === 1 ? 'at 1 location' : `at ${n} locations`),
  },
  running: { nl: 'wordt vergeleken als de maand voorbij is', en: 'is compared when the month is over' },
  elsewhere: { nl: 'onbekende locatie', en: 'unknown location' },
  pageTitle: {
    nl: ({ month }: Month) => `Formulieren en gesprekken in ${longMonth('nl', month)}`,
    en: ({ month }: Month) => `Forms and interviews in ${longMonth('en', month)}`,
  },
  pageAbout: {
    nl: ({ on, seq }: { on: string; seq: number }) =>
      `Vergeleken op ${longDay('nl', on)}, versie ${seq}. Formulieren tellen in de maand waarin ze getekend zijn, ook als ze later zijn beëindigd.`,
    en: ({ on, seq }: { on: string; seq: number }) =>
      `Compared on ${longDay('en', on)}, version ${seq}. Forms count in the month in which they were signed, also when they ended later.`,
  },
  study: {
    nl: ({ study }: { study: string }) => `Onderzoek: ${study}`,
    en: ({ study }: { study: string }) => `Study: ${study}`,
  },
  back: { nl: 'Alle maanden', en: 'All months' },
  table: { nl: 'Per locatie', en: 'Per location' },
  total: {
    nl: ({ forms, interviews }: { forms: number; interviews: number }) =>
      `samen ${pieces('nl', forms, FORMS)} en ${pieces('nl', interviews, INTERVIEWS)}`,
    en: ({ forms, interviews }: { forms: number; interviews: number }) =>
      `${pieces('en', forms, FORMS)} and ${pieces('en', interviews, INTERVIEWS)} in all`,
  },
  nothing: { nl: 'Geen formulieren en geen gesprekken', en: 'No forms and no interviews' },
  nothingAbout: {
    nl: 'Wat hier eerst geteld werd is er niet meer.',
    en: 'What was counted here before is there no longer.',
  },
  equal: { nl: 'gelijk', en: 'equal' },
  withoutForm: {
    nl: ({ n }: Pieces) => (n === 1 ? '1 gesprek zonder formulier' : `${n} gesprekken zonder formulier`),
    en: ({ n }: Pieces) => (n === 1 ? '1 interview without a form' : `${n} interviews without a form`),
  },
  withoutInterview: {
    nl: ({ n }: Pieces) => (n === 1 ? '1 formulier zonder gesprek' : `${n} formulieren zonder gesprek`),
    en: ({ n }: Pieces) => (n === 1 ? '1 form without an interview' : `${n} forms without an interview`),
  },
  at: {
    nl: ({ what, location }: { what: string; location: string }) =>
      location === '' ? `${what} op een locatie die het onderzoek niet kent` : `${what} in ${location}`,
    en: ({ what, location }: { what: string; location: string }) =>
      location === '' ? `${what} at a location that the study does not know` : `${what} in ${location}`,
  },
  andMore: {
    nl: ({ n }: Pieces) => (n === 1 ? 'en op 1 andere locatie' : `en op ${n} andere locaties`),
    en: ({ n }: Pieces) => (n === 1 ? 'and at 1 other location' : `and at ${n} other locations`),
  },
  matches: { nl: 'De aantallen zijn overal gelijk.', en: 'The numbers are equal everywhere.' },
  differs: { nl: 'De aantallen zijn niet overal gelijk.', en: 'The numbers are not equal everywhere.' },
  changed: {
    nl: 'Na het ondertekenen zijn de aantallen veranderd. De ondertekende versie staat onderaan.',
    en: 'The numbers have changed since they were signed off. The signed version stands below.',
  },
  sign: { nl: 'Ondertekenen', en: 'Sign off' },
  signAbout: {
    nl: 'Met uw naam zegt u dat u deze aantallen hebt nagekeken. Een ondertekende maand verandert niet meer.',
    en: 'With your name you say that you have looked at these numbers. A month that is signed off does not change any more.',
  },
  name: { nl: 'Uw naam', en: 'Your name' },
  nameHint: { nl: ({ name }: { name: string }) => `Typ: ${name}`, en: ({ name }: { name: string }) => `Type: ${name}` },
  remark: { nl: 'Opmerking', en: 'Remark' },
  remarkNeeded: {
    nl: 'Hoe komt het verschil? Schrijf geen namen en geen nummers van cliënten op.',
    en: 'Where does the difference come from? Write down no names and no numbers of clients.',
  },
  remarkFree: {
    nl: 'Mag leeg blijven. Schrijf geen namen en geen nummers van cliënten op.',
    en: 'May stay empty. Write down no names and no numbers of clients.',
  },
  signedBy: { nl: 'Ondertekend door', en: 'Signed off by' },
  signedOn: { nl: 'Op', en: 'On' },
  gone: { nl: 'een account dat er niet meer is', en: 'an account that is no longer there' },
  earlier: { nl: 'Eerder ondertekend', en: 'Signed off earlier' },
  version: { nl: ({ n }: Pieces) => `Versie ${n}`, en: ({ n }: Pieces) => `Version ${n}` },
  csv: { nl: 'Als bestand (CSV)', en: 'As a file (CSV)' },
  paper: {
    nl: 'Druk deze pagina af voor een verklaring met een plaats voor de handtekening.',
    en: 'Print this page for a statement with a place for the signature.',
  },
  place: { nl: 'Plaats en datum', en: 'Place and date' },
  signature: { nl: 'Handtekening', en: 'Signature' },
} satisfies Words

/** Where the comparison of a month stands. */
export const statementStates = {
  open: { nl: 'loopt nog', en: 'still running' },
  matches: { nl: 'gelijk', en: 'equal' },
  differs: { nl: 'verschilt', en: 'differs' },
  signed_off: { nl: 'ondertekend', en: 'signed off' },
} satisfies Words
