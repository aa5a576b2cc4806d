import { type Description, tallied } from '../protocol/tally'
import { coarseTally } from './coarse-tally'
import type { Rows, Table, Value, Variable } from './table/table'

/** How often a code or value came. */
type Frequency<Code extends string | number = string | number> = { readonly code: Code; readonly n: number }
/** What a variable of a table holds, counted over all its rows. */
export type Distribution = {
  /** Rows with a value, with each of its codes for none, and with nothing at all. */
  readonly n: number
  readonly missing: readonly Frequency<number>[]
  readonly empty: number
  /** How often each value came; undefined for text without codes, and for numbers of too many kinds to list. */
  readonly frequencies?: readonly Frequency[]
  /** How many different values there are; null when there are more than are counted. */
  readonly distinct: number | null
  /** Of numbers, but not of codes that only name something. The median is exact but for `within`. */
  readonly description?: Description & { readonly within: number }
}

/** So many different values of a number are listed, and of a text are counted. */
const LISTED = 30
const COUNTED = 1000

type Counter = { readonly add: (value: Value) => void; readonly found: () => Distribution }

/**
 * What each variable of a table holds, in their order, by one reading. Memory does not grow with the rows (`coarseTally`).
 * A text that is no code is never listed, whatever it is: only how many different ones there are.
 */
export async function distributions({ variables }: Pick<Table, 'variables'>, rows: Rows): Promise<Distribution[]> {
  const counters = variables.map((one) => (one.kind === 'integer' || one.kind === 'number' ? numbers(one) : texts(one)))
  for await (const batch of rows)
    for (const [at, { add }] of counters.entries()) for (const row of batch) add(row[at] as Value)
  return counters.map(({ found }) => found())
}

function numbers({ values, missing = [], measure }: Variable): Counter {
  const none = new Map(missing.map(({ code }) => [code, 0]))
  const tally = coarseTally()
  let empty = 0
  return {
    add: (value) => {
      if (value === null) empty += 1
      else if (none.has(value as number)) tallied(none, value as number)
      else tally.add(value as number)
    },
    found: () => {
      const { description, within, exact } = tally.counted()
      const listed = exact && (values || exact.size <= LISTED)
      return {
        n: description.n,
        missing: listedOf(none),
        empty,
        distinct: exact?.size ?? null,
        ...(listed && {
          frequencies: [...withCodes(values, exact)].sort((a, b) => (a.code as number) - (b.code as number)),
        }),
        ...(!(values && measure === 'nominal') && { description: { ...description, within } }),
      }
    },
  }
}

function texts({ values }: Variable): Counter {
  const codes = new Map<Value, number>(values?.map(({ code }) => [code, 0]))
  const kinds = new Set<Value>()
  let [n, empty] = [0, 0]
  return {
    add: (value) => {
      if (value === null) empty += 1
      else {
        n += 1
        if (kinds.size <= COUNTED) kinds.add(value)
        const known = codes.get(value)
        if (known !== undefined) codes.set(value, known + 1)
      }
    },
    found: () => ({
      n,
      missing: [],
      empty,
      distinct: kinds.size > COUNTED ? null : kinds.size,
      ...(values && { frequencies: listedOf(codes as Map<string, number>) }),
    }),
  }
}

const listedOf = <Code extends string | number>(counts: ReadonlyMap<Code, number>): Frequency<Code>[] =>
  [...counts].map(([code, n]) => ({ code, n }))

/** Every code that has a meaning, also one that never came, and every other value that did come. */
const withCodes = (values: Variable['values'] = [], counts: ReadonlyMap<number, number>): Frequency[] =>
  listedOf(new Map([...values.map(({ code }) => [code as number, 0] as const), ...counts]))
