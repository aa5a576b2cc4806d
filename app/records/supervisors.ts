import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { type Day, fromColumn } from '../protocol/day'
import { holdsOn } from './absences'

/** A supervisor by pseudonym, with what they have and what they owe. */
export type SupervisorRow = {
  readonly id: string
  readonly pseudonym: string
  readonly declinedOn: Day | null
  /** Places taken of those there are (protocol §2.1). */
  readonly taken: number
  readonly places: number
  readonly inquiries: number
  readonly questionnaires: number
  readonly attempts: number
  /** Until when they are away today; null when they are not. */
  readonly awayUntil: Day | null
}

type Part = { readonly after: string | null; readonly limit: number; readonly only?: string }

/** The supervisors of a study in the order of their pseudonyms; pages by key. */
export async function supervisors(
  db: StudyDb,
  { study, today }: Occasion,
  { after, limit, only }: Part,
): Promise<{ items: readonly SupervisorRow[]; next: string | null }> {
  type Row = Omit<SupervisorRow, 'places' | 'declinedOn' | 'awayUntil'> & {
    declinedOn: Date | null
    awayUntil: Date | null
  }
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id, s.pseudonym, s.declined_on AS "declinedOn",
           (SELECT count(*) FROM study.dyad d WHERE d.supervisor_id = s.id AND d.unbound_on IS NULL)::int AS taken,
           (SELECT count(*) FROM study.inquiry i JOIN study.registration r ON r.id = i.registration_id
             WHERE i.asked_id = s.id AND r.stage = 'awaiting_reply')::int AS inquiries,
           (SELECT count(*) FROM study.registration r JOIN study.measurement m ON m.registration_id = r.id
             WHERE r.supervisor_id = s.id AND m.perspective = 'supervisor' AND m.completed_on IS NULL
               AND m.closed_on IS NULL)::int AS questionnaires,
           (SELECT count(*) FROM study.attempt t WHERE t.supervisor_id = s.id)::int AS attempts,
           (SELECT a.until_on FROM study.absence a WHERE a.supervisor_id = s.id AND ${holdsOn(today)}) AS "awayUntil"
      FROM study.supervisor s
     WHERE s.study_id = ${study.id}::uuid AND (${after}::text IS NULL OR s.pseudonym > ${after})
       AND (${only ?? null}::text IS NULL OR s.pseudonym = ${only ?? null})
     ORDER BY s.pseudonym LIMIT ${limit + 1}`
  const items = rows.slice(0, limit).map(({ declinedOn, awayUntil, ...row }) => ({
    ...row,
    places: study.protocol.placesPerSupervisor,
    declinedOn: declinedOn && fromColumn(declinedOn),
    awayUntil: awayUntil && fromColumn(awayUntil),
  }))
  return { items, next: rows.length > limit ? (items.at(-1)?.pseudonym ?? null) : null }
}

/** An absence as it stands, with the pseudonym of the stand-in. */
export type AbsenceRow = {
  readonly id: string
  readonly from: Day
  readonly until: Day
  readonly standIn: string | null
  readonly endedOn: Day | null
}

/** The absences of a supervisor, the latest first. */
export async function absencesOf(db: StudyDb, supervisorId: string): Promise<AbsenceRow[]> {
  const rows = await db.$queryRaw<
    { id: string; from: Date; until: Date; standIn: string | null; endedOn: Date | null }[]
  >`
    SELECT a.id, a.from_on AS from, a.until_on AS until, s.pseudonym AS "standIn", a.ended_on AS "endedOn"
      FROM study.absence a LEFT JOIN study.supervisor s ON s.id = a.stand_in_id
     WHERE a.supervisor_id = ${supervisorId}::uuid ORDER BY a.from_on DESC, a.id DESC`
  return rows.map(({ from, until, endedOn, ...row }) => ({
    ...row,
    from: fromColumn(from),
    until: fromColumn(until),
    endedOn: endedOn && fromColumn(endedOn),
  }))
}

/** The cases of a supervisor that are not answered for yet: by the client's pseudonym, and since when. */
export async function awaitingOf(
  db: StudyDb,
  supervisorId: string,
): Promise<readonly { readonly registrationId: string; readonly client: string; readonly sentOn: Day }[]> {
  const rows = await db.inquiry.findMany({
    where: { askedId: supervisorId, registration: { stage: 'awaiting_reply' } },
    select: {
      registrationId: true,
      sentOn: true,
      registration: { select: { client: { select: { pseudonym: true } } } },
    },
    orderBy: [{ sentOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ registrationId, sentOn, registration }) => ({
    registrationId,
    client: registration.client.pseudonym,
    sentOn: fromColumn(sentOn),
  }))
}

/** The study's id of a supervisor by pseudonym; null when there is none. */
export async function supervisorNamed(
  db: StudyDb,
  { study }: Pick<Occasion, 'study'>,
  pseudonym: string,
): Promise<string | null> {
  const where = { studyId_pseudonym: { studyId: study.id, pseudonym } }
  return (await db.supervisor.findUnique({ where, select: { id: true } }))?.id ?? null
}
