import { longMonth } from '../days'
import type { Language } from '../language'
import { decimal, shownCount } from '../numbers'
import type { Words } from '../speak'

type Test = { statistic: number; df: number; p: number }
const test = (language: Language, { statistic, df, p }: Test) =>
  `χ²(${df}) = ${decimal(language, statistic, 2)}, ${p < 0.001 ? 'p < ' : 'p = '}${decimal(language, Math.max(p, 0.001), 3)}`
/** A denominator, with a decimal when it was estimated; or what stands instead of it. */
const under = (language: Language, denominator: number | string | null) =>
  typeof denominator === 'number'
    ? decimal(language, denominator, Number.isInteger(denominator) ? 0 : 1)
    : (denominator ?? '?')
const percent = (language: Language, value: number) => `${decimal(language, value * 100, 1)}%`

/** Outcome rates, recruitment against target, and the sample beside its population. */
export const rates = {
  title: { nl: 'Respons', en: 'Response' },
  about: {
    nl: 'Van iedereen die is aangemeld: wie meedoet, wie niet, en hoe zich dat tot de streefgetallen en tot het register verhoudt.',
    en: 'Of everybody who was registered: who takes part, who does not, and how that compares with the targets and the register.',
  },
  empty: { nl: 'Nog niemand aangemeld', en: 'Nobody registered yet' },
  emptyAbout: {
    nl: 'Zodra het register is ingelezen staan hier de cijfers.',
    en: 'As soon as the register has been read the numbers stand here.',
  },
  region: { nl: 'Regio', en: 'Region' },
  location: { nl: 'Locatie', en: 'Location' },
  everywhere: { nl: 'Alle', en: 'All' },
  show: { nl: 'Toon', en: 'Show' },
  csv: { nl: 'Als bestand (CSV)', en: 'As a file (CSV)' },
  ofApproached: { nl: 'Respons van wie benaderd is', en: 'Response of the approached' },
  ofApproachedAbout: {
    nl: 'Geïnterviewd van allen die stap 5 bereikten, zoals het onderzoek het zelf telt.',
    en: 'Interviewed of all who reached step 5, as the study itself counts it.',
  },
  outcomes: { nl: 'Uitkomsten volgens AAPOR', en: 'Outcome rates by AAPOR' },
  rate: { nl: 'Maat', en: 'Rate' },
  value: { nl: 'Waarde', en: 'Value' },
  of: { nl: 'Teller en noemer', en: 'Numerator and denominator' },
  formula: { nl: 'Formule', en: 'Formula' },
  percent: {
    nl: ({ value }: { value: number | null }) => (value === null ? 'niet te berekenen' : percent('nl', value)),
    en: ({ value }: { value: number | null }) => (value === null ? 'cannot be computed' : percent('en', value)),
  },
  over: {
    nl: ({ numerator, denominator }: { numerator: number | string; denominator: number | string | null }) =>
      `${shownCount('nl', numerator)} van ${under('nl', denominator)}`,
    en: ({ numerator, denominator }: { numerator: number | string; denominator: number | string | null }) =>
      `${shownCount('en', numerator)} of ${under('en', denominator)}`,
  },
  estimated: {
    nl: ({ e }: { e: number | null }) =>
      e === null
        ? 'e is niet te schatten: van niemand is bekend of die erbij hoort.'
        : `e = ${decimal('nl', e, 3)}: het deel van wie onbekend is dat erbij zou horen, zoals bij wie het bekend is.`,
    en: ({ e }: { e: number | null }) =>
      e === null
        ? 'e cannot be estimated: of nobody is it known whether they are eligible.'
        : `e = ${decimal('en', e, 3)}: the part of the unknown that is taken to be eligible, as among those who are known.`,
  },
  ends: { nl: 'Hoe de zaken staan', en: 'How the cases stand' },
  end: { nl: 'Uitkomst', en: 'Disposition' },
  kind: { nl: 'Soort', en: 'Class' },
  number: { nl: 'Code', en: 'Code' },
  cases: { nl: 'Zaken', en: 'Cases' },
  recruitment: { nl: 'Interviews en streefgetallen', en: 'Interviews and targets' },
  month: { nl: 'Maand', en: 'Month' },
  named: {
    nl: ({ month }: { month: string }) => longMonth('nl', month),
    en: ({ month }: { month: string }) => longMonth('en', month),
  },
  interviews: { nl: 'Interviews', en: 'Interviews' },
  target: { nl: 'Streefgetal', en: 'Target' },
  difference: { nl: 'Verschil', en: 'Difference' },
  noTarget: { nl: 'geen', en: 'none' },
  noRecruitment: { nl: 'Nog geen interviews en geen streefgetallen', en: 'No interviews and no targets yet' },
  sample: { nl: 'De steekproef naast het register', en: 'The sample beside the register' },
  sampleAbout: {
    nl: 'Risicocategorie van wie geïnterviewd is, naast die van iedereen die is aangemeld.',
    en: 'Risk category of those interviewed, beside that of everybody registered.',
  },
  category: { nl: 'Risicocategorie', en: 'Risk category' },
  interviewed: { nl: 'Geïnterviewd', en: 'Interviewed' },
  registered: { nl: 'Aangemeld', en: 'Registered' },
  expected: { nl: 'Verwacht', en: 'Expected' },
  expectedOf: {
    nl: ({ value }: { value: number }) => decimal('nl', value, 1),
    en: ({ value }: { value: number }) => decimal('en', value, 1),
  },
  missing: { nl: 'Niet bekend (telt niet mee)', en: 'Not known (not counted)' },
  fit: {
    nl: (result: Test) => `Steekproef naast het hele register (passing): ${test('nl', result)}.`,
    en: (result: Test) => `Sample beside the whole register (goodness of fit): ${test('en', result)}.`,
  },
  others: {
    nl: (result: Test) => `Geïnterviewd naast alle anderen (onafhankelijkheid): ${test('nl', result)}.`,
    en: (result: Test) => `Interviewed beside all others (independence): ${test('en', result)}.`,
  },
  few: {
    nl: 'Een verwacht aantal is kleiner dan 5: de p-waarde is een ruwe schatting.',
    en: 'An expected count is below 5: the p-value is a rough one.',
  },
  tooFew: { nl: 'Te weinig om te toetsen.', en: 'Too little to test.' },
} satisfies Words
