import type { Shared } from '../../protocol/disclosure/shared-numbers'
import type { ReleaseChoice } from '../../protocol/release-spec'
import type { Words } from '../../protocol/words'
import type { Coded, Row, Table, Value, Variable } from '../table/table'
import { sharedOrNot } from './emptied'
import { named } from './named'
import { type Making, type Placed, type Seen, seenBy } from './seen'
import type { Shape } from './shape'

/**
 * A variable, and how one row fills it; `steady` is the same for all rows of one person on one day, and is filled once;
 * `shares`: it has a number that others share, which a release can leave out.
 */
export type Column<One> = {
  readonly variable: Variable
  readonly value: (one: One) => Value
  readonly steady?: true
  readonly shares?: Shared
}

/** Columns that look at a person and a day only. */
export const steadily = <One>(columns: readonly Column<One>[]): Column<One>[] =>
  columns.map((column) => ({ ...column, steady: true }))

/** Longer than any number of a release: XXX-XXX-XXX. */
const NUMBER_WIDTH = 11

type Described = Partial<Pick<Variable, 'note' | 'cite' | 'question' | 'values' | 'missing'>>

/** A whole number; it is counted (`scale`) unless its codes have names. */
export const whole = (name: string, label: Words, more: Described = {}): Variable => ({
  name,
  label,
  kind: 'integer',
  measure: more.values ? 'nominal' : 'scale',
  width: 0,
  ...more,
})

/** A text that is one of a few codes; as wide as the longest of them. */
export const coded = (
  name: string,
  label: Words,
  values: readonly Coded<string>[],
  more: Described = {},
): Variable => ({
  name,
  label,
  kind: 'text',
  measure: 'nominal',
  width: Math.max(1, ...values.map(({ code }) => Buffer.byteLength(code))),
  values,
  ...more,
})

/** A text of at most so many bytes. */
export const text = (name: string, label: Words, width: number, more: Described = {}): Variable => ({
  name,
  label,
  kind: 'text',
  measure: 'nominal',
  width,
  ...more,
})

/** A number that the release gives. */
export const numbered = (name: string, label: Words): Variable => text(name, label, NUMBER_WIDTH)

/** A day, as days since inclusion or as a date. */
export const dated = ({ dates }: ReleaseChoice, name: string, { nl, en }: Words, more: Described = {}): Variable =>
  dates === 'calendar'
    ? { name, label: { nl, en }, kind: 'day', measure: 'scale', width: 0, ...more }
    : whole(name, { nl: `${nl} (dagen sinds inclusie)`, en: `${en} (days since inclusion)` }, more)

/** What a text of a table holds, cut to its width between two characters. */
export function fitting(value: string, width: number): string {
  if (Buffer.byteLength(value) <= width) return value
  let cut = ''
  let bytes = 0
  for (const character of value) {
    bytes += Buffer.byteLength(character)
    if (bytes > width) break
    cut += character
  }
  return cut
}

/** A table from its columns, and the rows of each subject. A name that a question took from another gets a number. */
export function shaped<One extends Placed>(
  making: Making,
  described: Omit<Table, 'variables'>,
  all: readonly Column<One>[],
  ones: (seen: Seen) => readonly One[],
): Shape {
  const columns = all.map((column) => sharedOrNot(making, column))
  const rowOf = rowsWith(columns)
  return {
    table: { ...described, variables: namedOnce(columns.map(({ variable }) => variable)) },
    rowsOf: (subject) => ones(seenBy(making, subject)).map(rowOf),
  }
}

/** A row for each that is given; what it shares with the one before is taken from there: a table has many rows of one person. */
function rowsWith<One extends Placed>(columns: readonly Column<One>[]): (one: One) => Row {
  let before: { readonly seen: Seen; readonly asOf: One['asOf']; readonly row: Row } | undefined
  return (one) => {
    const known = before?.seen === one.seen && before.asOf === one.asOf ? before.row : undefined
    const row: Value[] = new Array(columns.length)
    for (const [at, { value, steady }] of columns.entries())
      row[at] = known && steady ? (known[at] ?? null) : value(one)
    before = { seen: one.seen, asOf: one.asOf, row }
    return row
  }
}

function namedOnce(variables: readonly Variable[]): Variable[] {
  const taken = new Set<string>()
  return variables.map((variable) => {
    let { name } = variable
    for (let more = 2; taken.has(name); more++) name = named(variable.name.slice(0, -3), String(more))
    taken.add(name)
    return { ...variable, name }
  })
}
