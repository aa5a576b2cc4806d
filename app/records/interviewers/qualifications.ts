import type { StudyDb, StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { type Day, fromColumn, toColumn } from '../../protocol/day'
import {
  type Held,
  QUALIFICATION_KINDS,
  readQualification,
  type Standing,
  standingOn,
} from '../../protocol/qualifications'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'

/** Something that an interviewer has now, as somebody writes it down. */
export type Obtained = {
  readonly code: string
  readonly kind: string
  readonly on: Day
  /** The last day on which it counts; null is for good. */
  readonly until: Day | null
}

/**
 * Writes down what an interviewer has (protocol §3). Refused for an unknown code or kind, one that only students need for who
 * is none, a day to come, or when it ends before it begins. Gives its id.
 */
export function obtain(db: StudyDb, occasion: Occasion, told: Obtained): Promise<Result<{ id: string }>> {
  const id = newId()
  const { code, on, until } = told
  const kind = readQualification(told.kind)
  const what = {
    verb: 'obtain_qualification',
    subject: 'qualification',
    subjectId: id,
    details: { code, kind: told.kind },
  }
  return change(db, occasion, what, async (tx) => {
    const where = { studyId: occasion.study.id, code, endedOn: null }
    const interviewer = await tx.interviewer.findFirst({ where, select: { id: true } })
    if (!interviewer) return refuse('unknown_interviewer', { field: 'code' })
    if (!kind) return refuse('required', { field: 'kind' })
    if (on > occasion.today) return refuse('in_future', { field: 'obtained_on' })
    if (until && until < on) return refuse('ends_before_it_begins', { field: 'until_on' })
    const days = { obtainedOn: toColumn(on), untilOn: until && toColumn(until) }
    await tx.qualification.createMany({ data: { id, interviewerId: interviewer.id, kind, ...days } })
    return done({ id })
  })
}

/** Takes back what an interviewer had: from today on it counts no more. Refused for one that is not there, or twice. */
export function takeBackQualification(db: StudyDb, occasion: Occasion, id: string): Promise<Result<null>> {
  const what = { verb: 'take_back_qualification', subject: 'qualification', subjectId: id }
  return change(db, occasion, what, async (tx) => {
    const { count } = await tx.qualification.updateMany({
      where: { id, endedOn: null, interviewer: { studyId: occasion.study.id } },
      data: { endedOn: toColumn(occasion.today) },
    })
    return count === 1 ? done(null) : refuse('unknown_qualification')
  })
}

/** Something that an interviewer has, with its id. */
export type KeptQualification = Held & { readonly id: string }

/** What everybody has or had, by the id of the interviewer, in the order in which it was obtained. */
export async function qualificationsOf(db: StudyDb, { id }: StudyRef): Promise<Map<string, KeptQualification[]>> {
  const rows = await db.qualification.findMany({
    where: { interviewer: { studyId: id } },
    orderBy: [{ obtainedOn: 'asc' }, { id: 'asc' }],
  })
  const held = new Map<string, KeptQualification[]>()
  for (const row of rows) held.set(row.interviewerId, [...(held.get(row.interviewerId) ?? []), shaped(row)])
  return held
}

/** Whether the interviewer with this code may hold an interview on a day. A code that nobody has may not. */
export async function qualifiedOn(
  db: Pick<StudyTx, 'interviewer'>,
  { id }: StudyRef,
  code: string,
  on: Day,
): Promise<Standing> {
  const row = await db.interviewer.findFirst({ where: { studyId: id, code }, include: { qualified: true } })
  if (!row) return { may: false, missing: QUALIFICATION_KINDS, supervisedOnly: false }
  const who = {
    student: row.student,
    sinceOn: fromColumn(row.sinceOn),
    endedOn: row.endedOn && fromColumn(row.endedOn),
  }
  return standingOn(who, row.qualified.map(shaped), on)
}

type Row = Awaited<ReturnType<StudyDb['qualification']['findMany']>>[number]

const shaped = ({ id, kind, obtainedOn, untilOn, endedOn }: Row): KeptQualification => ({
  id,
  kind: kind as KeptQualification['kind'],
  obtainedOn: fromColumn(obtainedOn),
  untilOn: untilOn && fromColumn(untilOn),
  endedOn: endedOn && fromColumn(endedOn),
})
