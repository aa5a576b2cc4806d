import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Day, fromColumn } from '../../protocol/day'
import { type Agreement, agreement } from '../../protocol/kappa'
import type { Perspective } from '../../protocol/study'
import { caseOfPair } from '../pairs/pairs'

/** A paper that can be typed in: of which pair, wave and side, since when. No answers. */
export type PaperWork = {
  readonly measurementId: string
  readonly pseudonym: string
  readonly wave: string
  readonly perspective: Perspective
  readonly openedOn: Day
}

/** Interviews that were opened and of which no answer came in, the oldest first: they may have been held on paper. */
export async function interviewsWithoutAnswers(db: StudyDb, { id }: StudyRef, limit: number): Promise<PaperWork[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT m.id AS "measurementId", m.wave, m.perspective, m.opened_on AS "openedOn",
           (SELECT d.pseudonym FROM study.dyad d WHERE d.registration_id = m.registration_id) AS pseudonym
      FROM study.measurement m
      JOIN study.registration r ON r.id = m.registration_id
     WHERE m.study_id = ${id}::uuid AND m.dyad_id IS NOT NULL AND m.perspective = 'client' AND m.completed_on IS NULL AND m.version = 0
       AND m.erased_on IS NULL AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id)
       AND NOT EXISTS (SELECT FROM study.entry e WHERE e.measurement_id = m.id AND e.state = 'aside')
     ORDER BY m.opened_on, m.id LIMIT ${limit}::int`
  return rows.map(shaped)
}

/** Papers that were drawn and typed in once, by somebody else than this code: they wait for a second typing. */
export async function waitsForSecond(db: StudyDb, { id }: StudyRef, code: string, limit: number): Promise<PaperWork[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT m.id AS "measurementId", coalesce(d.pseudonym, c.pseudonym) AS pseudonym, m.wave, m.perspective,
           min(e.entered_on) AS "openedOn"
      FROM study.entry e
      JOIN study.measurement m ON m.id = e.measurement_id AND m.study_id = ${id}::uuid AND m.completed_on IS NULL
      JOIN study.registration r ON r.id = m.registration_id
      JOIN study.client c ON c.id = r.client_id
      LEFT JOIN study.dyad d ON d.registration_id = m.registration_id
     WHERE e.state = 'aside' AND e.why = 'second_entry' AND m.erased_on IS NULL
       AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id)
       AND (m.perspective = 'client' OR NOT EXISTS (SELECT FROM study.measurement h
             WHERE h.registration_id = m.registration_id AND h.perspective = 'client' AND h.interviewer = ${code}))
     GROUP BY m.id, d.pseudonym, c.pseudonym, m.wave, m.perspective
    HAVING count(*) = 1 AND bool_and(e.entered_by IS DISTINCT FROM ${code})
     ORDER BY 5, 1 LIMIT ${limit}::int`
  return rows.map(shaped)
}

type Row = Omit<PaperWork, 'openedOn' | 'perspective'> & { perspective: string; openedOn: Date }
const shaped = ({ openedOn, perspective, ...row }: Row): PaperWork => ({
  ...row,
  perspective: perspective as Perspective,
  openedOn: fromColumn(openedOn),
})

/** The measurement to which a paper belongs, by what stands on it; null when nothing was opened for it. */
export async function paperOf(
  db: StudyDb,
  { id: studyId }: StudyRef,
  {
    pseudonym,
    wave,
    perspective,
  }: { readonly pseudonym: string; readonly wave: string; readonly perspective: Perspective },
): Promise<string | null> {
  const client = await db.client.findUnique({
    where: { studyId_pseudonym: { studyId, pseudonym } },
    select: { registrations: { where: { dyad: { isNot: null } }, select: { id: true } } },
  })
  const registrationId = (await caseOfPair(db, studyId, pseudonym)) ?? client?.registrations[0]?.id
  if (!registrationId) return null
  const where = { registrationId_wave_perspective: { registrationId, wave, perspective } }
  return (await db.measurement.findUnique({ where, select: { id: true } }))?.id ?? null
}

/** What the form of a paper needs to know of its measurement; null when the study has none with this id. */
export async function paperForm(db: StudyDb, { id: studyId }: StudyRef, measurementId: string) {
  const row = await db.measurement.findFirst({
    where: { id: measurementId, studyId, erasedOn: null },
    include: {
      registration: { select: { client: { select: { pseudonym: true } }, dyad: { select: { pseudonym: true } } } },
    },
  })
  if (!row) return null
  const { registration, registrationId, wave, perspective, battery, openedOn, completedOn } = row
  const pseudonym = registration.dyad?.pseudonym ?? registration.client.pseudonym
  return {
    registrationId,
    pseudonym,
    wave,
    perspective: perspective as Perspective,
    battery,
    openedOn: fromColumn(openedOn),
    completed: completedOn !== null,
  }
}

/**
 * How far papers that were typed in twice agree, over every item of which either has an answer: what the other left open is a
 * value too. That a question was not asked follows from other answers, and nobody typed it.
 */
export async function agreementOfEntries(
  db: StudyDb,
  { id }: StudyRef,
): Promise<Agreement & { readonly papers: number }> {
  const rows = await db.$queryRaw<{ measurement: string; one: string | null; other: string | null }[]>`
    WITH typed AS (
      SELECT e.id, e.measurement_id, row_number() OVER (PARTITION BY e.measurement_id ORDER BY e.id) AS turn,
             count(*) OVER (PARTITION BY e.measurement_id) AS turns
        FROM study.entry e JOIN study.measurement m ON m.id = e.measurement_id AND m.study_id = ${id}::uuid
       WHERE e.why = 'second_entry' AND e.way = 'paper' AND e.state IN ('aside', 'dropped') AND m.erased_on IS NULL
    ), items AS (
      SELECT DISTINCT t.measurement_id, a.item FROM typed t JOIN study.entered_answer a ON a.entry_id = t.id WHERE t.turns = 2
         AND a.missing IS DISTINCT FROM 'not_asked'
    )
    SELECT i.measurement_id AS measurement, coalesce(f.value::text, f.missing) AS one, coalesce(s.value::text, s.missing) AS other
      FROM items i
      JOIN typed x ON x.measurement_id = i.measurement_id AND x.turn = 1
      JOIN typed y ON y.measurement_id = i.measurement_id AND y.turn = 2
      LEFT JOIN study.entered_answer f ON f.entry_id = x.id AND f.item = i.item
      LEFT JOIN study.entered_answer s ON s.entry_id = y.id AND s.item = i.item`
  const papers = new Set(rows.map(({ measurement }) => measurement)).size
  return { papers, ...agreement(rows.map(({ one, other }) => [one, other] as const)) }
}
