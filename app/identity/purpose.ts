import type { Day } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'

/** Why a name is needed: as long as a reason is, and no longer than one. */
export const PURPOSE = { min: 10, max: 500 } as const

/** Refused as `purpose_too_short` or `purpose_too_long`. */
export function purposeLong(purpose: string): Result<null> {
  if (purpose.trim().length < PURPOSE.min) return refuse('purpose_too_short', { field: 'purpose', min: PURPOSE.min })
  return purpose.length > PURPOSE.max ? refuse('purpose_too_long', { field: 'purpose', max: PURPOSE.max }) : done(null)
}

/** What a purpose may not say: it stands with the pseudonym in a trail that nobody can erase. */
export type Telling = {
  readonly surname: string | null
  /** Numbers of the client and of their supervisions, a telephone number, an address. */
  readonly numbers: readonly (string | null)[]
  readonly bornOn: Day | null
}

/** Whether a purpose says who it is about: the surname or a part of it, a number however it is spaced, the day of birth. */
export function tells(purpose: string, { surname, numbers, bornOn }: Telling): boolean {
  const words = wordsIn(purpose)
  const run = words.join('')
  const parts = surname === null ? [] : partsOf(surname)
  if (parts.some((part) => words.includes(part) || words.includes(`${part}s`))) return true
  if (numbers.some((number) => number !== null && holdsNumber(words, run, number))) return true
  return bornOn !== null && holdsDay(words, bornOn)
}

/** Lower-case words of letters and digits, without accents. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

// what stands in front of many a surname and in every other sentence
const PARTICLES = new Set(
  'aan al bij da de dem den der des di do dos du el en het in la le op s t te ten ter tot uit uyt van vd vande vanden vander vom von voor zu zum'.split(
    ' ',
  ),
)

/** The words of a surname by which somebody is known, and all of it in one word. */
function partsOf(surname: string): string[] {
  const all = wordsIn(surname)
  const own = all.filter((word) => !PARTICLES.has(word))
  return [...(own.length > 0 ? own.filter((word) => word.length > 1) : []), all.join('')]
}

// of a telephone number the country and the nought may be written or not
const LAST_DIGITS = 8
// a shorter number is a word in a sentence, and no part of another one
const SHORT = 4

function holdsNumber(words: readonly string[], run: string, number: string): boolean {
  const whole = wordsIn(number).join('')
  if (whole === '') return false
  if (whole.length <= SHORT) return words.includes(whole)
  if (run.includes(whole)) return true
  return /^\d+$/.test(whole) && whole.length > LAST_DIGITS && run.includes(whole.slice(-LAST_DIGITS))
}

const MONTHS = ['jan', 'feb', 'maa mrt mar', 'apr', 'mei may', 'jun', 'jul', 'aug', 'sep', 'okt oct', 'nov', 'dec']
const LINKING = new Set(['of', 'the', 'van'])

/** A day as people write it: the parts in any usual order, the month in digits or letters, the year in four digits or two. */
function holdsDay(words: readonly string[], bornOn: Day): boolean {
  const [year = '', month = '', on = ''] = bornOn.split('-')
  const parts = words.filter((word) => !LINKING.has(word)).map(datePart)
  const [m, d] = [`${Number(month)}`, `${Number(on)}`]
  const years = [year, `${Number(year.slice(2))}`]
  const orders = years.flatMap((y) => [
    [d, m, y],
    [m, d, y],
    [y, m, d],
  ])
  if (orders.some((order) => parts.some((_, at) => order.every((part, next) => parts[at + next] === part)))) return true
  return [`${year}${month}${on}`, `${on}${month}${year}`].some((run) => words.includes(run))
}

/** A day or month without its noughts and endings; a month in letters as its number. */
function datePart(word: string): string {
  const digits = /^0*([1-9]\d*)(?:e|de|ste|st|nd|rd|th)?$/.exec(word)?.[1]
  if (digits) return digits
  const place = MONTHS.findIndex((names) => names.split(' ').some((name) => word.startsWith(name)))
  return place < 0 ? word : `${place + 1}`
}
