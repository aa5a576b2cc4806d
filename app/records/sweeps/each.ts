import type { Result } from '../../protocol/refusal'

/** How many are done side by side: most of a transaction is waiting for the database, whose connections are few. */
const AT_ONCE = 4
/** So many failures are no longer about single cases: the rest waits for the next round. */
const TOO_MANY = 20

/**
 * Does one thing for every due row, each in its own transaction, a few side by side; they are begun in the order of the
 * rows. Gives how many were done. A refusal is somebody else's change. One that fails keeps no other from its turn, unless
 * very many do; what failed is thrown when all have had theirs.
 */
export async function each<Row>(rows: readonly Row[], verb: (row: Row) => Promise<Result<unknown>>): Promise<number> {
  let count = 0
  const failures: unknown[] = []
  const left = rows.values()
  const some = async () => {
    for (const row of left) {
      if (failures.length >= TOO_MANY) return
      try {
        if ((await verb(row)).ok) count += 1
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, some))
  if (failures.length === 1) throw failures[0]
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} of ${rows.length} cases failed`)
  return count
}
