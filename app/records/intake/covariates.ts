import type { StudyDb, StudyTx } from '../../platform/database'
import { type Day, fromColumn } from '../../protocol/day'

/** One thing that the register tells of a supervision beyond what intake decides on, as of a day and from a named source. */
export type ToldCovariate = {
  readonly registrationId: string
  readonly name: string
  readonly value: string
  readonly asOf: Day
  readonly source: string
}

/**
 * Keeps what the register told (protocol §2), any number of rows in one statement. A row is added only where the value
 * is another than the one that stands, and not from before it: the same file twice adds nothing, and an older one
 * changes nothing. Of the same thing told twice in one call the last counts. Of clients who had everything erased nothing
 * is kept again (§6). Gives how many were added.
 */
export function keepCovariates(tx: StudyTx, told: readonly ToldCovariate[]): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO study.register_covariate (registration_id, name, seq, value, as_of, source)
    SELECT t.id, t.name, coalesce(stands.seq, 0) + 1, t.value, t.as_of, t.source
      FROM (SELECT DISTINCT ON (g.id, g.name) g.* FROM unnest(
              ${told.map((row) => row.registrationId)}::uuid[], ${told.map((row) => row.name)}::text[],
              ${told.map((row) => row.value)}::text[], ${told.map((row) => row.asOf)}::date[],
              ${told.map((row) => row.source)}::text[]) WITH ORDINALITY AS g (id, name, value, as_of, source, place)
             ORDER BY g.id, g.name, g.place DESC) t
      JOIN study.registration r ON r.id = t.id
      LEFT JOIN LATERAL (SELECT k.seq, k.value, k.as_of FROM study.register_covariate k
                          WHERE k.registration_id = t.id AND k.name = t.name ORDER BY k.seq DESC LIMIT 1) stands ON true
     WHERE (stands.seq IS NULL OR stands.value <> t.value AND stands.as_of <= t.as_of)
       AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id AND w.collected = 'erase')`
}

/** What the register told of a case: each name once with the value that stands, and the ones before it, newest first. */
export type KnownCovariate = {
  readonly name: string
  readonly value: string
  readonly asOf: Day
  readonly source: string
  readonly before: readonly { readonly value: string; readonly asOf: Day; readonly source: string }[]
}

/** The covariates of one case, by name. */
export async function covariatesOf(db: StudyDb, registrationId: string): Promise<KnownCovariate[]> {
  const rows = await db.registerCovariate.findMany({
    where: { registrationId },
    orderBy: [{ name: 'asc' }, { seq: 'desc' }],
    select: { name: true, value: true, asOf: true, source: true },
  })
  const told = rows.map((row) => ({ ...row, asOf: fromColumn(row.asOf) }))
  return [...new Set(told.map(({ name }) => name))].flatMap((name) => {
    const [now, ...before] = told.filter((one) => one.name === name).map(({ name: _, ...row }) => row)
    return now ? [{ name, ...now, before }] : []
  })
}
