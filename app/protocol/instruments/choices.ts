import type { AskedWhen, Item, Words } from '../study'

type Option = NonNullable<Item['options']>[number]

/** The code of "I don't know", an answer to the question but no value to the analyst (protocol §5). */
const DONT_KNOW = 9

const option = (code: number, name: string, nl: string, en: string): Option => ({ code, name, label: { nl, en } })

const dontKnow = option(DONT_KNOW, 'dont_know', 'Weet ik niet', 'I don’t know')

export const yesNo: readonly Option[] = [option(0, 'no', 'Nee', 'No'), option(1, 'yes', 'Ja', 'Yes')]

export const yesNoUnknown: readonly Option[] = [...yesNo, dontKnow]

/** How something was, on seven steps (protocol §7.2). */
export const howSteps: readonly Option[] = [
  option(1, 'very_negative', 'Heel negatief', 'Very negative'),
  option(2, 'negative', 'Negatief', 'Negative'),
  option(3, 'slightly_negative', 'Een beetje negatief', 'Slightly negative'),
  option(4, 'neutral', 'Niet negatief en niet positief', 'Neither negative nor positive'),
  option(5, 'slightly_positive', 'Een beetje positief', 'Slightly positive'),
  option(6, 'positive', 'Positief', 'Positive'),
  option(7, 'very_positive', 'Heel positief', 'Very positive'),
]

export const howStepsUnknown: readonly Option[] = [...howSteps, dontKnow]

/** How often another supervisor took over. */
export const changesCounted: readonly Option[] = [
  option(0, 'none', 'Nee', 'No'),
  option(1, 'once', 'Ja, één keer', 'Yes, once'),
  option(2, 'twice', 'Ja, twee keer', 'Yes, twice'),
  option(3, 'three_or_more', 'Ja, drie keer of vaker', 'Yes, three times or more'),
]

export const genders: readonly Option[] = [
  option(1, 'man', 'Man', 'Man'),
  option(2, 'woman', 'Vrouw', 'Woman'),
  option(3, 'other', 'Anders', 'Other'),
]

/** Bands of age without gap or overlap, ours to mend (protocol §7.2). `oldest` is the last age in it. */
const BANDS = [
  { name: 'under_18', oldest: 17, nl: 'Jonger dan 18 jaar', en: 'Under 18' },
  { name: 'from_18_to_22', oldest: 22, nl: '18 tot en met 22 jaar', en: '18 to 22' },
  { name: 'from_23_to_30', oldest: 30, nl: '23 tot en met 30 jaar', en: '23 to 30' },
  { name: 'from_31_to_40', oldest: 40, nl: '31 tot en met 40 jaar', en: '31 to 40' },
  { name: 'from_41_to_50', oldest: 50, nl: '41 tot en met 50 jaar', en: '41 to 50' },
  { name: 'from_51_to_60', oldest: 60, nl: '51 tot en met 60 jaar', en: '51 to 60' },
  { name: 'from_61', oldest: Number.POSITIVE_INFINITY, nl: '61 jaar of ouder', en: '61 or older' },
] as const

export const ageBands: readonly Option[] = BANDS.map(({ name, nl, en }, at) => option(at + 1, name, nl, en))

/** The greatest age that somebody in this band has; undefined for a code that is no band. */
export const oldestIn = (band: number): number | undefined => BANDS[band - 1]?.oldest

type More = Pick<Item, 'required' | 'askedWhen'>

/** A question with one answer out of these. "I don't know" is missing to the analyst. */
export function choice(code: string, text: Words, options: readonly Option[], more: More = {}): Item {
  const codes = options.map((one) => one.code)
  const missing = options.some((one) => one === dontKnow) ? { missing: [DONT_KNOW] } : {}
  return { code, kind: 'choice', min: Math.min(...codes), max: Math.max(...codes), options, ...missing, text, ...more }
}

/** Another question hangs on this one, so it is not left open (`Item.required`). */
export const gate = (code: string, text: Words, options: readonly Option[]): Item =>
  choice(code, text, options, { required: true })

/** Asked when another question was answered with one of these. */
export const when = (item: string, ...among: readonly number[]): { askedWhen: readonly AskedWhen[] } => ({
  askedWhen: [{ item, among }],
})

/** Puts questions in a part of their instrument. */
export const inBlock = (block: string, items: readonly Item[]): Item[] => items.map((item) => ({ ...item, block }))
