import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import { empty, type Sql, sql } from '../platform/sql'
import { type Day, fromColumn } from '../protocol/day'

/** An entry of the study's chain. `at` is the moment by the machine's clock, as an ISO text; `day` the protocol's. */
export type StudyEntry = {
  readonly id: string
  readonly at: string
  readonly day: Day
  readonly actor: string
  readonly verb: string
  readonly subjectId: string | null
  readonly details: Readonly<Record<string, unknown>>
}
/** Before which moment, and within that moment before which entry; every one of the moment when there is no `id`. */
export type Before = { readonly at: string; readonly id?: string }

/** The ids under which the audit speaks of somebody: the person's own and those of their cases; only of this study. */
export async function subjectsOf(
  db: StudyDb,
  study: StudyRef,
  { person, id }: { readonly person: 'client' | 'supervisor'; readonly id: string },
): Promise<string[]> {
  if (person === 'supervisor') return [id]
  const cases = await db.registration.findMany({ where: { studyId: study.id, clientId: id }, select: { id: true } })
  return [id, ...cases.map((one) => one.id)]
}

/** What was done in the study about these subjects, newest first, at most `limit`, before a place in the list. */
export function doneAbout(
  db: StudyDb,
  study: StudyRef,
  { subjects, before, limit }: { subjects: readonly string[]; before?: Before | undefined; limit: number },
): Promise<StudyEntry[]> {
  const since =
    before === undefined
      ? empty
      : before.id === undefined
        ? sql`AND at <= ${before.at}::timestamptz`
        : sql`AND (at, id) < (${before.at}::timestamptz, ${before.id}::bigint)`
  return entries(db, sql`study_id = ${study.id}::uuid AND subject_id = ANY(${subjects}::uuid[]) ${since}`, limit)
}

/** What was done in the study in a month (YYYY-MM, of protocol time) by these verbs, newest first. */
export function doneIn(
  db: StudyDb,
  study: StudyRef,
  { month, verbs }: { readonly month: string; readonly verbs: readonly string[] },
): Promise<StudyEntry[]> {
  const first = `${month}-01`
  return entries(
    db,
    sql`study_id = ${study.id}::uuid AND verb = ANY(${verbs}::text[])
        AND day >= ${first}::date AND day < ${first}::date + interval '1 month'`,
  )
}

async function entries(db: StudyDb, where: Sql, limit?: number): Promise<StudyEntry[]> {
  type Row = Omit<StudyEntry, 'at' | 'day'> & { at: Date; day: Date }
  const rows = await db.$queryRaw<Row[]>(sql`
    SELECT id::text, at, day, actor, verb, subject_id AS "subjectId", details FROM audit.entry
     WHERE ${where} ORDER BY audit.entry.at DESC, audit.entry.id DESC ${limit === undefined ? empty : sql`LIMIT ${limit}`}`)
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), day: fromColumn(row.day) }))
}

/** The pseudonyms of those whom these ids of the audit are about: a client's for a client or a case of theirs. */
export async function pseudonymsOf(db: StudyDb, study: StudyRef, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; pseudonym: string }[]>(sql`
    SELECT id, pseudonym FROM study.client WHERE study_id = ${study.id}::uuid AND id = ANY(${ids}::uuid[])
     UNION ALL
    SELECT r.id, c.pseudonym FROM study.registration r JOIN study.client c ON c.id = r.client_id
     WHERE r.study_id = ${study.id}::uuid AND r.id = ANY(${ids}::uuid[])
     UNION ALL
    SELECT id, pseudonym FROM study.supervisor WHERE study_id = ${study.id}::uuid AND id = ANY(${ids}::uuid[])`)
  return new Map(rows.map(({ id, pseudonym }) => [id, pseudonym]))
}
