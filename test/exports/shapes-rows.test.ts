import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Shape } from '../../app/exports/shapes/shape'
import { shapes } from '../../app/exports/shapes/shapes'
import { lintName } from '../../app/exports/table/names'
import type { Table, Value, Variable } from '../../app/exports/table/table'
import { addDays, type Day, parseDay } from '../../app/protocol/day'
import { batteryNow } from '../../app/protocol/instruments/battery'
import type { ReleasedCase, ReleasedMeasurement } from '../../app/protocol/released'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import type { Instrument, Item, Perspective, RegisterFact } from '../../app/protocol/study'
import { asked, everything, INCLUDED, measurement, SECOND, subjectOf, wholeCase } from './shaped-cases'

/** What is wrong with a value of a variable; null when nothing is. */
function wrongWith({ kind, width, values, missing }: Variable, value: Value): string | null {
  if (value === null) return null
  if (kind === 'text') {
    if (typeof value !== 'string') return 'no text'
    if (Buffer.byteLength(value) > width) return 'too wide'
    return !values || values.some(({ code }) => code === value) ? null : 'no such code'
  }
  if (kind === 'day') return typeof value === 'string' && parseDay(value) ? null : 'no day'
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'no number'
  if (kind === 'integer' && !Number.isInteger(value)) return 'not whole'
  const named = [...(values ?? []), ...(missing ?? [])].map(({ code }) => code)
  return !values || named.includes(value) ? null : 'no such code'
}

function wrongIn({ table, rowsOf }: Shape, one: ReleasedCase, followedTo: Day): string[] {
  const rows = rowsOf(subjectOf(one, followedTo))
  const keys = new Set(rows.map((row) => keyOf(table, row)))
  if (keys.size !== rows.length) return [`${table.name}: a key stands twice`]
  return rows.flatMap((row) =>
    table.variables.flatMap((variable, at) => {
      const wrong = row.length === table.variables.length ? wrongWith(variable, row[at] ?? null) : 'too few'
      return wrong ? [`${table.name}.${variable.name}: ${row[at]} is ${wrong}`] : []
    }),
  )
}
const keyOf = ({ variables, key }: Table, row: readonly Value[]) =>
  JSON.stringify(key.map((name) => row[variables.findIndex((variable) => variable.name === name)]))

/** Whatever somebody may answer to a question, or why there is no answer. */
const given = ({ code, min, max, options }: Item) =>
  fc
    .oneof(
      { weight: 6, arbitrary: options ? fc.constantFrom(...options.map((one) => one.code)) : fc.integer({ min, max }) },
      { weight: 1, arbitrary: fc.constantFrom('no_answer' as const, 'not_asked' as const, undefined) },
    )
    .map((answer) => [code, answer] as const)

const measured = (wave: string, who: Perspective, on: Day) =>
  fc.tuple(...batteryNow(werkalliantie, wave, who).flatMap(({ items }) => items.map(given))).map((pairs) =>
    measurement(wave, who, on, 1, {
      answers: Object.fromEntries(pairs.flatMap(([code, a]) => (typeof a === 'number' ? [[code, a]] : []))),
      unanswered: Object.fromEntries(pairs.flatMap(([code, a]) => (typeof a === 'string' ? [[code, a]] : []))),
      samePair: wave === 'T1' ? true : null,
    }),
  )

const anyFact: fc.Arbitrary<RegisterFact> = fc
  .tuple(
    fc.integer({ min: -5, max: 900 }),
    fc.constantFrom(
      { event: 'early_intervention_report', kind: null, reason: null },
      { event: 'ended', kind: 'negative', reason: 'repeated_absence' },
      { event: 'ended', kind: 'neutral', reason: 'deceased' },
      { event: 'formal_action', kind: 'reprimand', reason: null },
    ),
  )
  .map(([after, fact]) => ({ ...fact, on: addDays(INCLUDED, after) }))

const anyCase = fc
  .record({
    measurements: fc.tuple(
      measured('T1', 'client', INCLUDED),
      fc.option(measured('T1', 'supervisor', addDays(INCLUDED, 2)), { nil: null }),
      fc.option(measured('T2', 'client', SECOND), { nil: null }),
      fc.option(measured('T2', 'supervisor', SECOND), { nil: null }),
    ),
    events: fc.array(anyFact, { maxLength: 20 }),
    region: fc.string({ unit: 'binary', maxLength: 80 }),
    covariates: fc.constant([{ name: 'offence', value: 'violence', asOf: INCLUDED }]),
    birthYear: fc.option(fc.integer({ min: 1930, max: 1999 }), { nil: null }),
  })
  .map(({ measurements, ...rest }) =>
    wholeCase({ ...rest, measurements: measurements.filter((one): one is ReleasedMeasurement => one !== null) }),
  )

test('whatever was answered and happened, each value is one that its variable may have, and no key stands twice', () => {
  for (const dates of ['days', 'calendar'] as const) {
    const made = shapes(werkalliantie, asked(werkalliantie), { ...everything, dates })
    fc.assert(
      fc.property(anyCase, fc.nat(900), (one, after) => {
        expect(made.flatMap((shape) => wrongIn(shape, one, addDays(INCLUDED, after)))).toEqual([])
      }),
      { numRuns: 15 },
    )
  }
})

const text = { nl: 'Hoeveel?', en: 'How many?' }
const instrument = (perspective: Perspective, ...items: Item[]): Instrument => ({
  name: `extra-${perspective}`,
  version: 1,
  perspective,
  title: text,
  agreement: [],
  items,
})
const choice = (code: string, ...labels: string[]): Item => ({
  code,
  kind: 'choice',
  min: 0,
  max: labels.length - 1,
  options: labels.map((en, at) => ({ code: at, name: en, label: { nl: en, en } })),
  text,
})
/** The tables of a study in which these were asked besides, and the rows of somebody who answered. */
function withAlso(client: Item[], supervisor: Item[] = [], answers: Record<string, number> = {}) {
  const also = { client: instrument('client', ...client), supervisor: instrument('supervisor', ...supervisor) }
  const made = shapes(werkalliantie, (_, who) => [also[who]], everything)
  const found = measurement('T1', 'client', INCLUDED, 1, { battery: ['extra-client@1'], answers })
  const rows = made.map(({ table, rowsOf }) => ({
    table,
    rows: rowsOf(subjectOf(wholeCase({ measurements: [found] }))),
  }))
  return (name: string) => {
    const found = rows.find(({ table }) => table.name === name)
    if (!found) throw new RangeError('no such table')
    const at = (variable: string) => found.table.variables.findIndex((one) => one.name === variable)
    return { variables: found.table.variables, value: (variable: string) => found.rows[0]?.[at(variable)] }
  }
}

describe('what comes from a file', () => {
  test('can be called anything: names stay short, apart, and the same', () => {
    const codes = ['day', 'Day', 'dyad', 'with', 'a'.repeat(60), `${'a'.repeat(59)}b`, 'ALL', '1st', 'x-1', 'x_1']
    const table = withAlso(codes.map((code) => choice(code, 'no', 'yes')))
    for (const name of ['wide', 'individual', 'pairwise']) {
      const taken = new Set<string>()
      for (const variable of table(name).variables) {
        expect([variable.name, lintName(variable.name, taken)]).toEqual([variable.name, []])
        taken.add(variable.name)
      }
    }
  })

  test('of two questions of one code that contradict each other, each has a variable', () => {
    const table = withAlso([choice('home', 'own', 'rented')], [choice('home', 'none', 'one')], { home: 1 })
    const names = table('individual').variables.map(({ name }) => name)
    expect(names.filter((name) => /home/.test(name))).toEqual(['q_home', 'q_home_t1_sup'])
    expect(table('individual').value('q_home')).toBe(1)
    expect(table('individual').value('q_home_t1_sup')).toBe(null)
    // they are no two halves of one question
    expect(table('pairwise').variables.some(({ name }) => /home/.test(name))).toBe(false)
  })

  test('of several answers that are no value one keeps its code', () => {
    const several = { ...choice('many', 'no', 'yes', 'don’t know', 'refused'), missing: [2, 3] }
    const table = withAlso([several], [], { many: 3 })
    const variable = table('wide').variables.find(({ name }) => name === 't1_client_many')
    expect(variable?.missing?.map(({ code }) => code)).toEqual([-8, -9, 2])
    expect(variable?.note?.en).toMatch(/no answer/)
    expect(table('wide').value('t1_client_many')).toBe(-9)
  })

  test('a question that is answered in words goes into no table', () => {
    const inWords = { ...choice('why', 'no', 'yes'), kind: 'text' } as unknown as Item
    expect(() => withAlso([inWords])).toThrow(/why: a question of kind text is not released/)
  })
})
