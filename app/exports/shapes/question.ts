import { isAnswer, isMissing } from '../../protocol/instruments/instrument'
import type { ReleasedMeasurement } from '../../protocol/released'
import type { Instrument, Item, Words } from '../../protocol/study'
import type { Coded, Value, Variable } from '../table/table'
import type { Retelling } from './coarser'
import { whole } from './column'
import { unansweredCodes } from './unanswered'

/** A question in the instrument that asks it. */
type Placed = { readonly item: Item; readonly instrument: Instrument }

/** All questions that share a code, and what of it is known: their texts can differ, their codes do not contradict. */
export type Question = { readonly code: string; readonly versions: readonly [Placed, ...Placed[]] }

/** The questions of a battery by code, the newest version first: a version has the codes of the one before. */
export function questionsOf(battery: readonly Instrument[]): Question[] {
  const byCode = new Map<string, [Placed, ...Placed[]]>()
  for (const instrument of battery)
    for (const item of instrument.items) {
      const known = byCode.get(item.code)
      if (known) known.push({ item, instrument })
      else byCode.set(item.code, [{ item, instrument }])
    }
  return [...byCode].map(([code, versions]) => ({ code, versions }))
}

/** Whether one variable can hold both: what is an answer to one, and what it means, contradicts nothing of the other. */
export const agree = (one: Question, other: Question): boolean =>
  one.versions.every(({ item }) => other.versions.every((version) => agrees(item, version.item)))

function agrees(one: Item, other: Item): boolean {
  if (one.kind !== other.kind) return false
  const labels = new Map(other.options?.map(({ code, label }) => [code, label]) ?? [])
  const same = (one.options ?? []).every(({ code, label }) => (labels.get(code)?.en ?? label.en) === label.en)
  const missed = (item: Item, by: Item) =>
    (item.missing ?? []).every((code) => isMissing(by, code) || !isAnswer(by, code))
  return same && missed(one, other) && missed(other, one)
}

/** How a question is written in a table: what its variable says beside its name, and its value in a measurement. */
export type Answered = {
  readonly variable: (name: string, at?: Words) => Variable
  readonly valueIn: (found: ReleasedMeasurement | undefined) => Value
}

/**
 * Takes how its answers are told less precisely, where they are. Throws a RangeError for a question that is answered in
 * somebody's own words: a text is not released.
 */
export function answered({ code, versions }: Question, retelling?: Retelling): Answered {
  const items = versions.map(({ item }) => item)
  const { codeOf, described } = unansweredCodes(items)
  const [{ item }] = versions
  const values = valuesOf(versions).filter((value) => !described.missing.some((one) => one.code === value.code))
  const measure = measureOf(item)
  const asked = (name: string, at?: Words): Variable => ({
    ...whole(name, at ? { nl: `${at.nl}: ${item.text.nl}`, en: `${at.en}: ${item.text.en}` } : item.text, described),
    measure,
    question: textOf(items),
    ...(values.length > 0 && { values }),
  })
  const given = (found: ReleasedMeasurement | undefined) => {
    const answer = found?.answers[code]
    // of the few that have none it is looked up why: to find nothing takes longest
    return answer === undefined ? codeOf(answer, found?.unanswered[code]) : codeOf(answer, undefined)
  }
  if (!retelling) return { variable: asked, valueIn: given }
  return {
    variable: (name, at) => retelling.told(asked(name, at)),
    valueIn: (found) => {
      const retold = found && retelling.at(found.wave, found.perspective)
      if (retold === undefined) return given(found)
      if (retold === null) return null
      const answer = found?.answers[code]
      if (answer === undefined || retold.get(answer) === answer) return given(found)
      return retold.get(answer) ?? null
    },
  }
}

function measureOf({ code, kind }: Item): Variable['measure'] {
  switch (kind) {
    case 'agreement':
      return 'ordinal'
    case 'mark':
    case 'number':
      return 'scale'
    case 'choice':
      return 'nominal'
    default:
      throw new RangeError(`${code}: a question of kind ${String(kind satisfies never)} is not released`)
  }
}

/** What each answer is called: by its options, or by the steps of the agreement scale from 1 upwards. */
function valuesOf(versions: Question['versions']): Coded<number>[] {
  const named = new Map<number, Words>()
  for (const { item, instrument } of versions) {
    const steps = item.kind === 'agreement' ? instrument.agreement : []
    for (const [at, label] of steps.entries()) if (!named.has(at + 1)) named.set(at + 1, label)
    for (const { code, label } of item.options ?? []) if (!named.has(code)) named.set(code, label)
  }
  return [...named].map(([code, label]) => ({ code, label })).sort((a, b) => a.code - b.code)
}

/** The question as it was put; in more than one way where it was. */
const textOf = (items: readonly Item[]): Words => ({
  nl: [...new Set(items.map(({ text }) => text.nl))].join(' / '),
  en: [...new Set(items.map(({ text }) => text.en))].join(' / '),
})
