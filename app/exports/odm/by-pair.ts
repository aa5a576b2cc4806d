import type { Filled, Row } from '../table/table'

/** A pair, by its number in the release, and its rows. */
type Pair = { readonly of: string; readonly rows: readonly Row[] }

/** A table, pair after pair. Throws a RangeError when it has no column for the pair, or is not sorted by it. */
export async function* byPair({ table, rows }: Filled): AsyncGenerator<Pair> {
  const column = table.variables.findIndex(({ name }) => name === 'dyad')
  if (column < 0) throw new RangeError(`${table.name} has no column dyad`)
  let of: string | undefined
  let found: Row[] = []
  for await (const batch of rows())
    for (const row of batch) {
      const own = String(row[column])
      if (of !== undefined && own !== of) {
        if (own < of) throw new RangeError(`${table.name} is not sorted by dyad`)
        yield { of, rows: found }
        found = []
      }
      of = own
      found.push(row)
    }
  if (of !== undefined) yield { of, rows: found }
}
