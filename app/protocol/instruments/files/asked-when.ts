import type { AskedWhen } from '../../study'
import type { Condition, Operator } from './condition'
import { type Question, tickedCode } from './question'

/** Why a condition cannot be kept, and about which name. */
type Unkept = { readonly code: string; readonly about: string }
/** What the condition says of each item: the answers at which it holds. */
type Holds = ReadonlyMap<string, ReadonlySet<number>>

/** More answers than this is no list that anybody can check. */
const MOST_ANSWERS = 250
const COMPARE: Readonly<Record<Operator, (one: number, other: number) => boolean>> = {
  '=': (one, other) => one === other,
  '!=': (one, other) => one !== other,
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
}

/**
 * A condition as a list of items and answers that all have to hold. "Or" can be kept over one item only. Refusals:
 * `condition_unsupported`, `condition_unknown_item`, `condition_unknown_answer`, `condition_never`.
 */
export function askedWhenOf(
  condition: Condition,
  find: (name: string) => Question | undefined,
): readonly AskedWhen[] | Unkept {
  const holds = holdsWhen(condition, find)
  if ('code' in holds) return holds
  for (const [item, among] of holds) if (among.size === 0) return { code: 'condition_never', about: item }
  return [...holds].map(([item, among]) => ({ item, among: [...among].sort((one, other) => one - other) }))
}

function holdsWhen(condition: Condition, find: (name: string) => Question | undefined): Holds | Unkept {
  if (condition.kind === 'test') return tested(condition, find)
  if (condition.kind === 'not') return turned(condition.part, find)
  const together = new Map<string, Set<number>>()
  for (const part of condition.parts) {
    const holds = holdsWhen(part, find)
    if ('code' in holds) return holds
    for (const [item, among] of holds) {
      const before = together.get(item)
      const both =
        condition.kind === 'and'
          ? [...among].filter((code) => before?.has(code) ?? true)
          : [...(before ?? []), ...among]
      together.set(item, new Set(both))
    }
    if (condition.kind === 'or' && (together.size > 1 || holds.size > 1)) return unsupported([...together.keys()])
  }
  return together
}

function turned(part: Condition, find: (name: string) => Question | undefined): Holds | Unkept {
  const holds = holdsWhen(part, find)
  if ('code' in holds) return holds
  const [only, ...others] = holds
  if (!only || others.length > 0) return unsupported([...holds.keys()])
  const [item, among] = only
  const all = part.kind === 'test' ? answersTo(find(part.item), item) : undefined
  return all ? new Map([[item, new Set(all.filter((code) => !among.has(code)))]]) : unsupported([item])
}

const unsupported = (about: readonly string[]): Unkept => ({ code: 'condition_unsupported', about: about.join(', ') })

function tested(
  { item: name, choice, operator, value }: Extract<Condition, { kind: 'test' }>,
  find: (name: string) => Question | undefined,
): Holds | Unkept {
  const question = find(name)
  if (!question) return { code: 'condition_unknown_item', about: name }
  // selected(${one answer}, 'x') is the same as ${one answer} = 'x'
  if (choice !== undefined && !question.several)
    return tested({ kind: 'test', item: name, operator, value: choice }, find)
  if (choice === undefined && question.several) return unsupported([name])
  const code = choice === undefined ? (question.items[0]?.code ?? name) : tickedCode(name, choice)
  const answers = answersTo(question, code)
  if (!answers) return { code: 'condition_unknown_answer', about: `${name}(${choice ?? ''})` }
  if (answers.length > MOST_ANSWERS) return unsupported([name])
  // answered at all
  if (value === '' && operator === '!=') return new Map([[code, new Set(answers)]])
  const number = choice === undefined ? (question.codes.get(value) ?? wholeNumber(value)) : wholeNumber(value)
  if (number === undefined) return { code: 'condition_unknown_answer', about: `${name} = ${value}` }
  const compares = operator !== '=' && operator !== '!='
  if (!compares && !answers.includes(number)) return { code: 'condition_unknown_answer', about: `${name} = ${value}` }
  return new Map([[code, new Set(answers.filter((answer) => COMPARE[operator](answer, number)))]])
}

const wholeNumber = (text: string): number | undefined => (/^-?\d{1,6}$/.test(text.trim()) ? Number(text) : undefined)

/** All answers that an item of a question takes. */
function answersTo(question: Question | undefined, code: string): readonly number[] | undefined {
  const item = question?.items.find((candidate) => candidate.code === code)
  if (!item) return undefined
  if (item.options) return item.options.map((option) => option.code)
  return Array.from({ length: item.max - item.min + 1 }, (_, step) => item.min + step)
}
