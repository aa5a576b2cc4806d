import type { StudyDb, StudyTx } from '../../platform/database'
import { type Sql, sql } from '../../platform/sql'
import { type Day, fromColumn } from '../../protocol/day'

/** A pair that a client is or was in. */
export type Pair = {
  readonly id: string
  readonly pseudonym: string
  readonly boundOn: Day
  /** The day on which another supervisor took over, or on which it was undone; null while it stands. */
  readonly unboundOn: Day | null
}

/** The pairs of a case, the first one first; the last is the one of now. */
export async function pairsOfCase(db: StudyDb, registrationId: string): Promise<Pair[]> {
  const rows = await db.$queryRaw<{ id: string; pseudonym: string; boundOn: Date; unboundOn: Date | null }[]>`
    SELECT id, pseudonym, bound_on AS "boundOn", unbound_on AS "unboundOn", seq FROM study.dyad_before
     WHERE registration_id = ${registrationId}::uuid
    UNION ALL
    SELECT id, pseudonym, bound_on, unbound_on, 32767 FROM study.dyad WHERE registration_id = ${registrationId}::uuid
     ORDER BY seq`
  return rows.map(({ id, pseudonym, boundOn, unboundOn }) => ({
    id,
    pseudonym,
    boundOn: fromColumn(boundOn),
    unboundOn: unboundOn && fromColumn(unboundOn),
  }))
}

/** The case of a pair by its pseudonym, also of one before another supervisor took over; null when the study has none. */
export async function caseOfPair(
  db: Pick<StudyTx, 'dyad' | 'dyadBefore'>,
  studyId: string,
  pseudonym: string,
): Promise<string | null> {
  const where = { studyId_pseudonym: { studyId, pseudonym } }
  const select = { registrationId: true }
  const pair = (await db.dyad.findUnique({ where, select })) ?? (await db.dyadBefore.findUnique({ where, select }))
  return pair?.registrationId ?? null
}

/** Whether a case was in a pair by that day that another supervisor has taken over since. */
export const pairBefore = (registration: Sql, on: Day): Sql => sql`
  EXISTS (SELECT FROM study.dyad_before p WHERE p.registration_id = ${registration} AND p.bound_on <= ${on}::date)`
