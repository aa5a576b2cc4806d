import { done, type Result, refuse } from '../../refusal'
import type { Item, Words } from '../../study'
import { type Choice, choiceItem, coded, inBoth, trueAndFalse, withAnswer, yesAndNo } from './choices'
import { plainText } from './plain-text'
import { HIGHEST, isSmall, LOWEST, type Question, tickedCode } from './question'

/** What a field of a dictionary says that bears on its question. */
type Field = {
  readonly name: string
  readonly type: string
  readonly label: string
  readonly choices: string
  readonly validation: string
  readonly min: string
  readonly max: string
}
/** What a field became, and what was done with it otherwise than it says. */
type Made = Pick<Question, 'items' | 'codes' | 'several'> & { readonly notes: readonly string[] }

/** Kinds of field whose answer is no whole number out of a list or between two ends. */
const CANNOT: Readonly<Record<string, string>> = {
  notes: 'free_text',
  calc: 'calculated',
  file: 'file_field',
  signature: 'file_field',
  sql: 'choices_from_database',
}
const NO_CODES: ReadonlyMap<string, number> = new Map()

/**
 * The question that a field is. Refusals: what we have no kind for (`free_text`, `calculated`, `file_field`,
 * `choices_from_database`, `decimal`, `date_or_time`, `unknown_type`), and lists and ends that do not hold
 * (`choice_without_code`, `bounds`, those of `coded`).
 */
export function made(field: Field): Result<Made> {
  const { name, type, label } = field
  const text = inBoth(label)
  const one = (item: Item, codes = NO_CODES, ...notes: string[]) =>
    done({ items: [item], codes, several: false, notes })
  if (type === 'yesno') return one(choiceItem(name, text, yesAndNo))
  if (type === 'truefalse') return one(choiceItem(name, text, trueAndFalse))
  if (type === 'radio' || type === 'dropdown') {
    const choices = choicesOf(field.choices)
    const list = choices.ok ? coded(choices.value) : choices
    if (!list.ok) return list
    const { options, codes, renumbered } = list.value
    return one(choiceItem(name, text, options), codes, ...(renumbered ? ['codes_renumbered'] : []))
  }
  if (type === 'checkbox') return ticked(field, text)
  if (type === 'slider') return sliding(field)
  if (type === 'text') return typedIn(field, text)
  return refuse(CANNOT[type] ?? 'unknown_type', { field: 'type' })
}

/** `1, Yes | 0, No`: a code, a comma, a label. */
function choicesOf(written: string): Result<readonly Choice[]> {
  const parts = written
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const choices = parts.map((part) => {
    const comma = part.indexOf(',')
    return { name: part.slice(0, Math.max(comma, 0)).trim(), label: inBoth(plainText(part.slice(comma + 1))) }
  })
  return choices.some(({ name, label }) => name === '' || label.nl === '')
    ? refuse('choice_without_code')
    : done(choices)
}

/** Several answers may be ticked: a question with yes and no for each. */
function ticked({ name, choices }: Field, text: Words): Result<Made> {
  const list = choicesOf(choices)
  if (!list.ok) return list
  if (list.value.length === 0) return refuse('choices_missing')
  const items = list.value.map((choice) =>
    choiceItem(tickedCode(name, choice.name), withAnswer(text, choice.label), yesAndNo),
  )
  if (new Set(items.map(({ code }) => code)).size < items.length) return refuse('duplicate_choice')
  return done({ items, codes: NO_CODES, several: true, notes: ['split_per_answer'] })
}

/** A slider is a number between its ends; its words stand behind the question, at the numbers that they stand above. */
function sliding({ name, label, choices, min, max }: Field): Result<Made> {
  const ends = endsOf(min || '0', max || '100')
  if (!ends) return refuse('bounds', { field: 'min' })
  const words = choices.split('|').map(plainText)
  const span = ends.max - ends.min
  const said = words
    .map((word, at) => ({ word, at: ends.min + Math.round((span * at) / Math.max(words.length - 1, 1)) }))
    .filter(({ word, at }) => word !== '' && word !== String(at))
  const text = said.length === 0 ? label : `${label} (${said.map(({ word, at }) => `${at} = ${word}`).join(', ')})`
  return done({
    items: [{ code: name, kind: 'number', ...ends, text: inBoth(text) }],
    codes: NO_CODES,
    several: false,
    notes: ['slider_typed_in'],
  })
}

function typedIn({ name, validation, min, max }: Field, text: Words): Result<Made> {
  if (validation === '') return refuse('free_text', { field: 'type' })
  if (/^(date|time)/.test(validation)) return refuse('date_or_time', { field: 'validation' })
  if (/^number/.test(validation)) return refuse('decimal', { field: 'validation' })
  if (validation !== 'integer' && validation !== 'int') return refuse('free_text', { field: 'validation' })
  const ends = endsOf(min || String(LOWEST), max || String(HIGHEST))
  if (!ends) return refuse('bounds', { field: 'min' })
  const notes = min === '' || max === '' ? ['bounds_missing'] : []
  return done({ items: [{ code: name, kind: 'number', ...ends, text }], codes: NO_CODES, several: false, notes })
}

function endsOf(least: string, most: string): { readonly min: number; readonly max: number } | undefined {
  const [min, max] = [Number(least), Number(most)]
  return isSmall(min) && isSmall(max) && min < max ? { min, max } : undefined
}
