import { done, type Result, refuse } from '../../refusal'
import type { Item, Words } from '../../study'
import { isSmall } from './question'

/** One answer of a list, as a file has it: what it is called there, and what is read. */
export type Choice = { readonly name: string; readonly label: Words }
type Options = NonNullable<Item['options']>
type Coded = {
  readonly options: Options
  /** Codes by the names of the file, for its conditions. */
  readonly codes: ReadonlyMap<string, number>
  /** The names were no numbers: the answers count from 1, in their order. */
  readonly renumbered: boolean
}

const WHOLE = /^-?\d+$/

/**
 * Answers with a number each: their own when all are whole numbers, 1, 2, 3 … in their order when none is. Refusals:
 * `choices_missing`, `duplicate_choice`, `codes_mixed` when some are numbers and some are not, `code_too_large`.
 */
export function coded(choices: readonly Choice[]): Result<Coded> {
  if (choices.length === 0) return refuse('choices_missing')
  const whole = choices.filter(({ name }) => WHOLE.test(name)).length
  if (whole > 0 && whole < choices.length) return refuse('codes_mixed')
  const options = choices.map(({ name, label }, at) => ({ code: whole ? Number(name) : at + 1, name, label }))
  const same = (by: (option: Options[number]) => string | number) => new Set(options.map(by)).size < options.length
  if (same(({ code }) => code) || same(({ name }) => name)) return refuse('duplicate_choice')
  if (!options.every(({ code }) => isSmall(code))) return refuse('code_too_large')
  return done({
    options,
    codes: new Map(options.map(({ code, name }) => [name, code])),
    renumbered: whole === 0,
  })
}

/** Yes and no in the words of this system, for kinds of question that bring no words of their own. */
export const yesAndNo: Options = [
  { code: 1, name: 'yes', label: { nl: 'Ja', en: 'Yes' } },
  { code: 0, name: 'no', label: { nl: 'Nee', en: 'No' } },
]
export const trueAndFalse: Options = [
  { code: 1, name: 'true', label: { nl: 'Klopt', en: 'True' } },
  { code: 0, name: 'false', label: { nl: 'Klopt niet', en: 'False' } },
]

/** A question with one answer out of these. */
export const choiceItem = (code: string, text: Words, options: Options): Item => ({
  code,
  kind: 'choice',
  min: options.reduce((least, option) => Math.min(least, option.code), options[0]?.code ?? 0),
  max: options.reduce((most, option) => Math.max(most, option.code), options[0]?.code ?? 0),
  options,
  text,
})

/** A question and one of its answers, as a question of its own. */
export const withAnswer = (question: Words, answer: Words): Words => {
  const inLanguage = (language: 'nl' | 'en') => {
    const asked = question[language]
    return `${asked}${/[?:.!]$/.test(asked) ? '' : ':'} ${answer[language]}`
  }
  return { nl: inLanguage('nl'), en: inLanguage('en') }
}

/** A text that a file has in one language, in both. */
export const inBoth = (text: string): Words => ({ nl: text, en: text })
