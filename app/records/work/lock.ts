import type { StudyTx } from '../../platform/database'

/**
 * Locks the work of cases until the transaction ends, in the same order by everybody; the last thing that a transaction waits
 * for. What is read afterwards has all that whoever held it wrote.
 */
export async function lockWork(tx: StudyTx, cases: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(o.id, 6))
      FROM (SELECT DISTINCT c AS id FROM unnest(${[...cases]}::text[]) c ORDER BY 1) o`
}
