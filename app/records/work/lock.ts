import type { StudyTx } from '../../platform/database'
import { type Sql, sql } from '../../platform/sql'

/** The lock of the work of one case, held until the transaction ends. */
export const lockOf = (id: Sql) => sql`pg_advisory_xact_lock(hashtextextended(${id}, 6))`

/**
 * Locks the work of cases until the transaction ends, in the same order by everybody; the last thing that a transaction waits
 * for. What is read afterwards has all that whoever held it wrote, and what made some of them stale: gives those.
 */
export async function lockWork(tx: StudyTx, cases: readonly string[]): Promise<string[]> {
  await tx.$executeRaw`
    SELECT ${lockOf(sql`o.id`)}
      FROM (SELECT DISTINCT c AS id FROM unnest(${[...cases]}::text[]) c ORDER BY 1) o`
  const stale = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM study.stale WHERE registration_id = ANY (${[...cases]}::uuid[]) RETURNING registration_id::text AS id`
  return stale.map(({ id }) => id)
}
