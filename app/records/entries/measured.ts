import type { StudyDb, StudyTx } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Day, fromColumn } from '../../protocol/day'
import type { Answered } from '../../protocol/instruments/asked'
import type { Perspective, Wave } from '../../protocol/study'
import type { Part } from './draft'

/** A question about an answer, or (with an empty item) about the whole (see `study.query`). */
export type Asked = {
  readonly rule: string
  readonly item: string
  readonly seq: number
  readonly state: 'open' | 'answered' | 'closed'
  readonly raisedBy: string
  readonly closedBy: string | null
}

/** What must be known of a measurement before anything is taken in for it. */
export type Measured = {
  readonly id: string
  readonly registrationId: string
  readonly clientId: string
  readonly supervisorId: string | null
  readonly wave: Wave
  readonly perspective: Perspective
  readonly pins: readonly string[]
  readonly openedOn: Day
  readonly completedOn: Day | null
  readonly closedOn: Day | null
  readonly brokenOffOn: Day | null
  readonly erased: boolean
  readonly startedOn: Day | null
  readonly minutes: number | null
  readonly language: string | null
  readonly itemOrder: readonly string[]
  /** The code of who holds the interview; null for a supervisor's side, and when a file did not say. */
  readonly interviewer: string | null
  readonly version: number
  /** The draft that stands, as far as it came. */
  readonly stands: Part | null
  readonly answers: Answered
  readonly notes: Readonly<Record<string, string>>
  readonly seconds: Readonly<Record<string, number>> | null
  /** Entries that wait to be decided. */
  readonly aside: number
  /** Questions about its answers, each the last that was raised of its rule and item. */
  readonly queries: readonly Asked[]
  readonly withdrawn: boolean
  readonly left: Readonly<Record<string, string>>
  readonly granted: Readonly<Record<string, boolean>>
  /** The last that was handed in before under the same draft, for this measurement or (a mistake) another. */
  readonly earlier: (Part & { readonly measurementId: string; readonly state: 'in' | 'aside' | 'dropped' }) | null
}

/** Of which case a measurement is: that never changes, so it may be read before anything is locked. */
export async function caseOfMeasurement(db: StudyDb, studyId: string, measurementId: string): Promise<About | null> {
  const [row] = await db.$queryRaw<About[]>`
    SELECT registration_id AS "registrationId", wave, perspective FROM study.measurement
     WHERE id = ${measurementId}::uuid AND study_id = ${studyId}::uuid`
  return row ?? null
}

type About = { readonly registrationId: string; readonly wave: string; readonly perspective: Perspective }

/** Verbs on one case queue up, as they do in `lockCase`; locks only. */
export async function lockCaseRow(tx: StudyTx, registrationId: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM study.registration WHERE id = ${registrationId}::uuid FOR UPDATE`
}

/** Reads it, after its case was locked: a statement of its own, or it would tell what was there before the wait. */
export async function readMeasured(
  tx: StudyTx,
  { id: studyId, protocol }: StudyRef,
  measurementId: string,
  draftId: string | null = null,
): Promise<Measured | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT m.id, m.registration_id AS "registrationId", r.client_id AS "clientId", r.supervisor_id AS "supervisorId",
           m.wave, m.perspective, m.battery AS pins, m.opened_on AS "openedOn", m.completed_on AS "completedOn",
           m.closed_on AS "closedOn", m.broken_off_on AS "brokenOffOn", m.erased_on IS NOT NULL AS erased,
           r.started_on AS "startedOn", m.minutes, m.interviewer, m.language, coalesce(m.item_order, '{}') AS "itemOrder", m.version, m.draft_id AS "draftId", m.draft_seq AS "draftSeq",
           (SELECT jsonb_object_agg(a.item, coalesce(to_jsonb(a.value), to_jsonb(a.missing))) FROM study.answer a
             WHERE a.measurement_id = m.id AND (a.value IS NOT NULL OR a.missing IS NOT NULL)) AS answers,
           (SELECT jsonb_object_agg(n.item, n.text) FROM (
              SELECT DISTINCT ON (n.item) n.item, n.text FROM study.entry e JOIN study.entry_note n ON n.entry_id = e.id
               WHERE e.measurement_id = m.id AND e.state = 'in' ORDER BY n.item, e.version DESC) n) AS notes,
           (SELECT e.seconds FROM study.entry e WHERE e.measurement_id = m.id AND e.state = 'in' AND e.seconds IS NOT NULL
             ORDER BY e.version DESC LIMIT 1) AS seconds,
           (SELECT count(*)::int FROM study.entry e WHERE e.measurement_id = m.id AND e.state = 'aside') AS aside,
           (SELECT jsonb_agg(q) FROM (
              SELECT DISTINCT ON (q.rule, q.item) q.rule, q.item, q.seq, q.state, q.raised_by AS "raisedBy",
                     q.closed_by AS "closedBy"
                FROM study.query q WHERE q.measurement_id = m.id ORDER BY q.rule, q.item, q.seq DESC) q) AS queries,
           EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id) AS withdrawn,
           (SELECT jsonb_object_agg(l.step, l.reason) FROM study.departure l
             WHERE l.registration_id = r.id AND l.returned_on IS NULL) AS "left",
           (SELECT jsonb_object_agg(p.scope, p.granted) FROM study.permission p WHERE p.client_id = r.client_id) AS granted,
           (SELECT jsonb_build_object('draftId', e.draft_id, 'draftSeq', e.draft_seq, 'measurementId', e.measurement_id,
                                      'state', e.state)
              FROM study.entry e WHERE e.draft_id = ${draftId}::uuid ORDER BY e.draft_seq DESC LIMIT 1) AS earlier
      FROM study.measurement m JOIN study.registration r ON r.id = m.registration_id
     WHERE m.id = ${measurementId}::uuid AND m.study_id = ${studyId}::uuid`
  const wave = protocol.waves.find(({ name }) => name === row?.wave)
  if (!row || !wave) return null
  const { draftId: id, draftSeq, openedOn, completedOn, closedOn, brokenOffOn, startedOn, ...rest } = row
  return {
    ...rest,
    wave,
    openedOn: fromColumn(openedOn),
    completedOn: completedOn && fromColumn(completedOn),
    closedOn: closedOn && fromColumn(closedOn),
    brokenOffOn: brokenOffOn && fromColumn(brokenOffOn),
    startedOn: startedOn && fromColumn(startedOn),
    stands: id === null || draftSeq === null ? null : { draftId: id, draftSeq },
    answers: row.answers ?? {},
    notes: row.notes ?? {},
    queries: row.queries ?? [],
    left: row.left ?? {},
    granted: row.granted ?? {},
  }
}

type Days = 'openedOn' | 'completedOn' | 'closedOn' | 'brokenOffOn' | 'startedOn'
type Nullable = 'answers' | 'notes' | 'queries' | 'left' | 'granted'
type Row = Omit<Measured, 'wave' | 'stands' | Days | Nullable> & { [key in Nullable]: Measured[key] | null } & {
  wave: string
  openedOn: Date
  completedOn: Date | null
  closedOn: Date | null
  brokenOffOn: Date | null
  startedOn: Date | null
  draftId: string | null
  draftSeq: number | null
}
