import type { StudyTx } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'

/**
 * Derives the work of the cases that this transaction touched, as its last step. One case is derived by one transaction at
 * a time, under a lock that nothing is waited for behind: two that meet each see what the other wrote.
 */
export async function refreshWork(tx: StudyTx, _study: StudyRef): Promise<void> {
  const cases = await takeTouched(tx)
  if (cases.length === 0) return
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(c, 6)) FROM (SELECT unnest(${cases}::text[]) AS c ORDER BY 1) o`
  await tx.$executeRaw`DELETE FROM study.stale WHERE registration_id = ANY(${cases}::uuid[])`
}

/** The cases that the triggers noted, each once; noted no more. */
async function takeTouched(tx: StudyTx): Promise<string[]> {
  const [row] = await tx.$queryRaw<{ touched: string | null }[]>`
    SELECT current_setting('koppel.touched', true) AS touched, set_config('koppel.touched', '', true) AS emptied`
  return [...new Set(row?.touched?.split(',').filter(Boolean))]
}
