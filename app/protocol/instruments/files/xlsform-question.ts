import { done, type Result, refuse } from '../../refusal'
import type { Item, Words } from '../../study'
import { type Choice, choiceItem, coded, withAnswer, yesAndNo } from './choices'
import { HIGHEST, isSmall, LOWEST, type Question, tickedCode } from './question'
import type { Kind } from './xlsform-types'

/** What a question row says that bears on its answers. */
type Asks = {
  readonly name: string
  readonly kind: Exclude<Kind, { is: 'cannot' }>
  readonly text: Words
  readonly choices: readonly Choice[] | undefined
  readonly constraint: string
  readonly parameters: string
}
type Made = Pick<Question, 'items' | 'codes' | 'several'> & { readonly notes: readonly string[] }

/** What is longer is no limit that we know. */
const LONGEST = 200
const NO_CODES: ReadonlyMap<string, number> = new Map()

/**
 * The question that a row is. Refusals, with the column as `field`: `unknown_list`, `or_other`, `constraint`, `bounds`,
 * `range_step`, those of `coded`.
 */
export function made({ name, kind, text, choices, constraint, parameters }: Asks): Result<Made> {
  if (kind.is === 'one' || kind.is === 'several') {
    if (constraint !== '') return refuse('constraint', { field: 'constraint' })
    if (kind.other) return refuse('or_other', { field: 'type' })
    if (!choices) return refuse('unknown_list', { field: 'type' })
    return kind.is === 'one' ? oneOf(name, text, choices) : severalOf(name, text, choices)
  }
  const ends = kind.is === 'range' ? ranged(parameters) : done({ min: undefined, max: undefined })
  if (!ends.ok) return ends
  const bound = constraint === '' ? {} : boundsOf(constraint)
  if (!bound) return refuse('constraint', { field: 'constraint' })
  const min = Math.max(ends.value.min ?? LOWEST, bound.min ?? LOWEST)
  const max = Math.min(ends.value.max ?? HIGHEST, bound.max ?? HIGHEST)
  if (min >= max) return refuse('bounds', { field: 'constraint' })
  const open = min === LOWEST || max === HIGHEST
  return oneItem({ code: name, kind: 'number', min, max, text }, NO_CODES, open ? ['bounds_missing'] : [])
}

const oneItem = (item: Item, codes: ReadonlyMap<string, number>, notes: readonly string[]): Result<Made> =>
  done({ items: [item], codes, several: false, notes })

function oneOf(name: string, text: Words, choices: readonly Choice[]): Result<Made> {
  const list = coded(choices)
  if (!list.ok) return refuse(list.refusal.code, { field: 'type' })
  const { options, codes, renumbered } = list.value
  return oneItem(choiceItem(name, text, options), codes, renumbered ? ['codes_renumbered'] : [])
}

function severalOf(name: string, text: Words, choices: readonly Choice[]): Result<Made> {
  if (choices.length === 0) return refuse('choices_missing', { field: 'type' })
  const items = choices.map((choice) =>
    choiceItem(tickedCode(name, choice.name), withAnswer(text, choice.label), yesAndNo),
  )
  if (new Set(items.map(({ code }) => code)).size < items.length) return refuse('duplicate_choice', { field: 'type' })
  return done({ items, codes: NO_CODES, several: true, notes: ['split_per_answer'] })
}

/** Round parts that all have to hold, brackets say nothing; one without its other stays, and is no end of a number. */
function withoutBrackets(text: string): string {
  const opened = text.replace(/\(([^()]*)\)/g, ' $1 ')
  return opened === text ? text : withoutBrackets(opened)
}

/** `. >= 1 and . <= 7`, with brackets or without: the ends of a whole number. Undefined for anything else. */
function boundsOf(constraint: string): { readonly min?: number; readonly max?: number } | undefined {
  const ends: { min?: number; max?: number } = {}
  if (constraint.length > LONGEST) return undefined
  for (const part of withoutBrackets(constraint).split(/(?<!\S)and(?!\S)/i)) {
    const [, operator, number] = /^\.\s*(<=|>=|<|>)\s*'?(-?\d{1,9})'?$/.exec(part.trim()) ?? []
    if (!operator) return undefined
    const step = operator === '<' ? -1 : operator === '>' ? 1 : 0
    const end = Number(number) + step
    if (!isSmall(end)) return undefined
    if (operator.startsWith('<')) ends.max = Math.min(end, ends.max ?? end)
    else ends.min = Math.max(end, ends.min ?? end)
  }
  return ends
}

/** `start=1 end=10 step=1`; from 0 to 10 by 1 where it is not said. */
function ranged(parameters: string): Result<{ readonly min: number; readonly max: number }> {
  const said = new Map(
    [...parameters.slice(0, LONGEST).matchAll(/(\w+)\s*=\s*(-?[\d.]+)/g)].map(([, name, number]) => [
      name,
      Number(number),
    ]),
  )
  const [min, max, step] = [said.get('start') ?? 0, said.get('end') ?? 10, said.get('step') ?? 1]
  if (step !== 1) return refuse('range_step', { field: 'parameters' })
  return isSmall(min) && isSmall(max) && min < max ? done({ min, max }) : refuse('bounds', { field: 'parameters' })
}
