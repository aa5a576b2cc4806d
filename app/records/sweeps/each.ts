import type { Result } from '../../protocol/refusal'

/** Does one thing for every due row, each in its own transaction; gives how many were done. A refusal is somebody else's change. */
export async function each<Row>(rows: readonly Row[], verb: (row: Row) => Promise<Result<unknown>>): Promise<number> {
  let count = 0
  for (const row of rows) if ((await verb(row)).ok) count += 1
  return count
}
