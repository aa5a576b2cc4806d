import { done, type Result, refuse } from '../../refusal'
import type { Item, Words } from '../../study'
import { askedWhenIn, numbersIn, type Option, optionsIn, wordsOf } from './own-cells'
import { HIGHEST, isCode, isSmall, LOWEST } from './question'
import type { Row } from './sheet'

const KINDS = ['agreement', 'mark', 'choice', 'number'] as const
const YES = /^(yes|ja|y|j|1|x|true|waar)$/i
const NO = /^(|no|nee|n|0|false|onwaar)$/i

/** What a row makes: the question, the words of the agreement scale where it has them, and what was done otherwise. */
type OwnItem = { readonly item: Item; readonly agreement: readonly Words[]; readonly notes: readonly string[] }

/**
 * The question of a row. Refusals, with the column as `field`: `bad_code`, `unknown_type`, `text_missing`, `options_unread`,
 * `choices_missing`, `duplicate_choice`, `codes_mixed` (an agreement scale that does not count from 1), `code_too_large`,
 * `bounds`, `missing_unread`, `required_unread`, `condition_unread`.
 */
export function itemOf(row: Row, scale: readonly Words[]): Result<OwnItem> {
  const code = row.cell('code')
  if (!isCode(code)) return refuse('bad_code', { field: 'code' })
  const kind = KINDS.find((one) => one === row.cell('kind').toLowerCase())
  if (!kind) return refuse('unknown_type', { field: 'kind' })
  const text = wordsOf(row.cell('text_nl'), row.cell('text_en'))
  if (!text) return refuse('text_missing', { field: 'text_nl' })
  const answers = answersOf(row, kind, scale)
  if (!answers.ok) return answers
  const missing = row.cell('missing') === '' ? [] : numbersIn(row.cell('missing'))
  if (!missing) return refuse('missing_unread', { field: 'missing' })
  const required = row.cell('required')
  if (!YES.test(required) && !NO.test(required)) return refuse('required_unread', { field: 'required' })
  const askedWhen = askedWhenIn(row.cell('asked_when'))
  if (!askedWhen) return refuse('condition_unread', { field: 'asked_when' })
  const { agreement, notes, ...ends } = answers.value
  const item: Item = {
    code,
    kind,
    ...ends,
    ...(missing.length > 0 ? { missing } : {}),
    text: text.words,
    ...(YES.test(required) ? { required: true } : {}),
    ...(askedWhen.length > 0 ? { askedWhen } : {}),
  }
  return done({ item, agreement, notes: text.one ? [...notes, 'one_language'] : notes })
}

type Answers = Pick<Item, 'min' | 'max' | 'options'> & Pick<OwnItem, 'agreement' | 'notes'>

function answersOf(row: Row, kind: Item['kind'], scale: readonly Words[]): Result<Answers> {
  const options = optionsIn(row.cell('options'))
  if (!options) return refuse('options_unread', { field: 'options' })
  const same = (of: (option: Option) => string | number) => new Set(options.map(of)).size < options.length
  if (same(({ code }) => code) || same(({ name }) => name)) return refuse('duplicate_choice', { field: 'options' })
  if (!options.every(({ code }) => isSmall(code))) return refuse('code_too_large', { field: 'options' })
  const words = options.map(({ label }) => label)
  if (kind === 'agreement') {
    const steps = words.length || scale.length
    if (steps === 0) return refuse('choices_missing', { field: 'options' })
    if (options.some(({ code }, at) => code !== at + 1)) return refuse('codes_mixed', { field: 'options' })
    return done({ min: 1, max: steps, agreement: words, notes: [] })
  }
  if (kind === 'choice' && options.length === 0) return refuse('choices_missing', { field: 'options' })
  const codes = options.map(({ code }) => code)
  const least = endIn(row.cell('min'), kind === 'choice' ? Math.min(...codes) : kind === 'mark' ? 1 : LOWEST)
  const most = endIn(row.cell('max'), kind === 'choice' ? Math.max(...codes) : kind === 'mark' ? 10 : HIGHEST)
  if (least === undefined || most === undefined || least > most) return refuse('bounds', { field: 'min' })
  if (codes.some((code) => code < least || code > most)) return refuse('bounds', { field: 'max' })
  const open = kind === 'number' && (row.cell('min') === '' || row.cell('max') === '')
  return done({
    min: least,
    max: most,
    ...(options.length > 0 ? { options } : {}),
    agreement: [],
    notes: open ? ['bounds_missing'] : [],
  })
}

const endIn = (cell: string, otherwise: number): number | undefined => {
  if (cell === '') return otherwise
  const number = Number(cell)
  return /^-?\d{1,6}$/.test(cell) && isSmall(number) ? number : undefined
}
