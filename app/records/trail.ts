import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import { empty, join, type Sql, sql } from '../platform/sql'
import { type Day, fromColumn } from '../protocol/day'

/** An entry of the study's chain. `at` is the moment by the machine's clock, as an ISO text; `day` the protocol's. */
export type StudyEntry = {
  readonly id: string
  readonly at: string
  readonly day: Day
  readonly actor: string
  readonly role: string | null
  readonly origin: string | null
  readonly verb: string
  readonly subjectId: string | null
  readonly details: Readonly<Record<string, unknown>>
}
/** Before which moment, and within that moment before which entry; every one of the moment when there is no `id`. */
export type Before = { readonly at: string; readonly id?: string }

const NEWEST = sql`audit.entry.at DESC, audit.entry.id DESC`

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

/** Which entries are looked for: days of protocol time, both included; `actors` are those who have `role` now. */
type Sought = {
  readonly from: Day
  readonly to: Day
  readonly verb?: string | undefined
  readonly role?: string | undefined
  readonly actors?: readonly string[] | undefined
  /** The first part of an actor, for who has no account. */
  readonly kind?: string | undefined
  readonly subjects?: readonly string[] | undefined
}

/** What was done in the study and with accounts, the last written first, at most `limit`, before an entry. */
export function doneBetween(
  db: StudyDb,
  study: StudyRef,
  { from, to, verb, role, actors = [], kind, subjects }: Sought,
  { before, limit }: { readonly before?: string | undefined; readonly limit: number },
): Promise<StudyEntry[]> {
  const where = join(
    [
      sql`(study_id = ${study.id}::uuid OR study_id IS NULL) AND day BETWEEN ${from}::date AND ${to}::date`,
      ...(verb === undefined ? [] : [sql`verb = ${verb}`]),
      // a role that was not written down is the one that the account has
      ...(role === undefined ? [] : [sql`(role = ${role} OR role IS NULL AND actor = ANY(${actors}::text[]))`]),
      ...(kind === undefined ? [] : [sql`split_part(actor, ':', 1) = ${kind}`]),
      ...(subjects === undefined ? [] : [sql`subject_id = ANY(${subjects}::uuid[])`]),
      ...(before === undefined ? [] : [sql`id < ${before}::bigint`]),
    ],
    ' AND ',
  )
  return entries(db, where, limit, sql`audit.entry.id DESC`)
}

async function entries(db: StudyDb, where: Sql, limit?: number, order = NEWEST): Promise<StudyEntry[]> {
  type Row = Omit<StudyEntry, 'at' | 'day'> & { at: Date; day: Date }
  const rows = await db.$queryRaw<Row[]>(sql`
    SELECT id::text, at, day, actor, role, origin, verb, subject_id AS "subjectId", details FROM audit.entry
     WHERE ${where} ORDER BY ${order} ${limit === undefined ? empty : sql`LIMIT ${limit}`}`)
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
