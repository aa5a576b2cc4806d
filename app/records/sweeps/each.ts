import type { Result } from '../../protocol/refusal'

/** How many are done side by side: most of a transaction is waiting for the database, whose connections are few. */
const AT_ONCE = 4

/**
 * Does one thing for every due row, each in its own transaction, a few side by side; they are begun in the order of the
 * rows. Gives how many were done. A refusal is somebody else's change. One that fails keeps those after it from being
 * begun; those under way come to their end, then it is thrown.
 */
export async function each<Row>(rows: readonly Row[], verb: (row: Row) => Promise<Result<unknown>>): Promise<number> {
  let count = 0
  let failed = false
  const left = rows.values()
  const some = async () => {
    for (const row of left) {
      if (failed) return
      try {
        if ((await verb(row)).ok) count += 1
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, some))
  const first = ended.find((one) => one.status === 'rejected')
  if (first) throw first.reason
  return count
}
