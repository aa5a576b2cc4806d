import type { StudyTx } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import type { PlannedRow } from './planned'

/**
 * Makes what is kept of these cases' work what was planned: one statement, which writes only what differs. Whoever
 * calls holds their locks.
 */
export async function writeWork(
  tx: StudyTx,
  { id }: StudyRef,
  cases: readonly string[],
  rows: readonly PlannedRow[],
): Promise<void> {
  await tx.$executeRaw`
    WITH planned AS (
      SELECT * FROM unnest(${rows.map((row) => row.registrationId)}::uuid[], ${rows.map((row) => row.wave)}::text[],
                           ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.opens)}::date[],
                           ${rows.map((row) => row.due)}::date[], ${rows.map((row) => row.closes)}::date[],
                           ${rows.map((row) => row.fact)}::text[], ${rows.map((row) => row.factOn)}::date[])
               AS p (registration_id, wave, kind, opens_on, due_on, closes_on, fact, fact_on)),
    ended AS (
      DELETE FROM study.work w
       WHERE w.registration_id = ANY (${[...cases]}::uuid[])
         AND NOT EXISTS (SELECT FROM planned p
                          WHERE (p.registration_id, p.wave, p.kind) = (w.registration_id, w.wave, w.kind)))
    INSERT INTO study.work AS w (registration_id, wave, kind, study_id, opens_on, due_on, closes_on, fact, fact_on)
    SELECT p.registration_id, p.wave, p.kind, ${id}::uuid, p.opens_on, p.due_on, p.closes_on, p.fact, p.fact_on FROM planned p
    ON CONFLICT (registration_id, wave, kind) DO UPDATE
       SET opens_on = EXCLUDED.opens_on, due_on = EXCLUDED.due_on, closes_on = EXCLUDED.closes_on, fact = EXCLUDED.fact,
           fact_on = EXCLUDED.fact_on
     WHERE (w.opens_on, w.due_on, w.closes_on, w.fact, w.fact_on)
           IS DISTINCT FROM (EXCLUDED.opens_on, EXCLUDED.due_on, EXCLUDED.closes_on, EXCLUDED.fact, EXCLUDED.fact_on)`
}
