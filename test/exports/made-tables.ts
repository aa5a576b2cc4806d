import fc from 'fast-check'
import type { Filled, Imprint, Row, Table, Value, Variable } from '../../app/exports/table/table'
import { day } from '../../app/protocol/day'

/** Tables that no study has: what is in them is chosen for what a format could get wrong. */

const KINDS = ['integer', 'number', 'text', 'day'] as const

/** A variable of this kind, named after its place. */
export const variable = (kind: Variable['kind'], place: number, more: Partial<Variable> = {}): Variable => ({
  name: `v${place}`,
  label: { nl: `Variabele ${place} ë`, en: `Variable ${place} ë` },
  kind,
  measure: kind === 'number' ? 'scale' : 'nominal',
  width: kind === 'text' ? 300 : 0,
  ...more,
})

export const tableOf = (variables: readonly Variable[], more: Partial<Table> = {}): Table => ({
  name: 'wide',
  label: { nl: 'Gemaakte tabel', en: 'Made-up table' },
  grain: { nl: 'Eén rij', en: 'One row' },
  variables,
  key: [],
  ...more,
})

/** A table with these rows, so many at once. */
export const filledWith = (table: Table, rows: readonly Row[], batch = 7): Filled => ({
  table,
  count: rows.length,
  rows: async function* () {
    for (let at = 0; at < rows.length; at += batch) yield rows.slice(at, at + batch)
  },
})

/** All bytes of a file. */
export async function wholeFile(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

export const IMPRINT: Imprint = {
  study: 'werkalliantie',
  title: { nl: 'Werkalliantie', en: 'Working alliance' },
  language: 'nl',
  purpose: 'to try out a file',
  cutOff: day('2015-06-30'),
  version: 'koppel 0.1.0, protocol 1',
}

const TEXTS = ['', 'é', 'ë'.repeat(150), '😀'.repeat(75), '=1+1', 'a "b", c', 'two\nlines', ' space ', "'=x", ';@x']

/** Any value that a variable of this kind can have. */
export const VALUES: Record<Variable['kind'], fc.Arbitrary<Value>> = {
  integer: fc.option(fc.oneof(fc.integer(), fc.integer({ min: -9, max: 9 }), fc.constant(-0))),
  number: fc.option(
    fc.oneof(
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.integer({ min: -5_000_000, max: 5_000_000 }).map((whole) => whole / 1000),
      fc.integer().map((whole) => whole / 7),
    ),
  ),
  text: fc.option(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom(...TEXTS))),
  day: fc.option(fc.constantFrom('2012-03-13', '1900-01-01', '2199-12-31', '1970-01-01', '1969-12-31')),
}

/** Any table and its rows. */
export const anyFilled: fc.Arbitrary<{ readonly table: Table; readonly rows: readonly Row[] }> = fc
  .array(fc.constantFrom(...KINDS), { minLength: 1 })
  .chain((kinds) =>
    fc.record({
      table: fc.constant(tableOf(kinds.map((kind, place) => variable(kind, place)))),
      rows: fc.array(fc.tuple(...kinds.map((kind) => VALUES[kind]))),
    }),
  )
