import type { StudyTx } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { sql } from '../../platform/sql'
import { coursesOf } from './courses'
import { lockOf } from './lock'
import { plannedRows } from './planned'
import { writeWork } from './write'

/**
 * Derives the work of the cases that this transaction touched, as its last step. One case is derived by one transaction at
 * a time, under a lock that nothing is waited for behind: two that meet each see what the other wrote.
 */
export async function refreshWork(tx: StudyTx, study: StudyRef): Promise<void> {
  const cases = await lockTouched(tx)
  if (cases.length > 0) await writeWork(tx, study, cases, plannedRows(study, await coursesOf(tx, study, cases)))
}

/**
 * The cases that the triggers noted, each once and locked in the same order by everybody; noted no more, nor as stale: what is read
 * from here on has what made them so, and what comes later is noted anew.
 */
async function lockTouched(tx: StudyTx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH touched AS (
      SELECT DISTINCT c AS id FROM unnest(string_to_array(current_setting('koppel.touched', true), ',')) c WHERE c <> ''),
    followed AS (DELETE FROM study.stale s USING touched t WHERE s.registration_id = t.id::uuid)
    SELECT t.id, ${lockOf(sql`t.id`)}::text AS locked, set_config('koppel.touched', '', true) AS emptied
      FROM (SELECT id FROM touched ORDER BY 1) t`
  return rows.map(({ id }) => id)
}
