import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { type Day, fromColumn, toColumn } from '../../protocol/day'
import { APPROVAL_KINDS, type ApprovalKind, type InclusionPeriod } from '../../protocol/inclusion'
import { parseMonth } from '../../protocol/reconciliation'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { periodsOf } from './recorded'

/** An approval as somebody writes it down. */
export type ToldApproval = {
  readonly kind: string
  readonly region: string | null
  readonly location: string | null
  readonly reference: string
  readonly grantedOn: Day
  readonly untilOn: Day | null
}

/**
 * Records an approval (protocol §2.1). Refused for an unknown kind, a location without its region, without a reference, or
 * when it ends before it begins. Gives its id.
 */
export function recordApproval(db: StudyDb, occasion: Occasion, told: ToldApproval): Promise<Result<{ id: string }>> {
  const id = newId()
  const { kind, region, location, grantedOn, untilOn } = told
  const what = { verb: 'record_approval', subject: 'approval', subjectId: id, details: { kind, region, location } }
  return change(db, occasion, what, async (tx) => {
    if (!APPROVAL_KINDS.includes(kind as ApprovalKind)) return refuse('required', { field: 'kind' })
    if (location && !region) return refuse('required', { field: 'region' })
    if (told.reference === '') return refuse('required', { field: 'reference' })
    if (untilOn && untilOn < grantedOn) return refuse('ends_before_it_begins', { field: 'until_on' })
    const days = { grantedOn: toColumn(grantedOn), untilOn: untilOn && toColumn(untilOn) }
    await tx.approval.createMany({ data: { ...told, ...days, id, studyId: occasion.study.id } })
    return done({ id })
  })
}

/** Takes an approval back: from today on it holds no more. Refused for one that is not there, or that was ended before. */
export function endApproval(db: StudyDb, occasion: Occasion, id: string): Promise<Result<null>> {
  const what = { verb: 'end_approval', subject: 'approval', subjectId: id }
  return change(db, occasion, what, async (tx) => {
    const row = await tx.approval.findFirst({ where: { id, studyId: occasion.study.id }, select: { grantedOn: true } })
    if (!row) return refuse('unknown_approval')
    // one that was still to begin ends before it does
    const endedOn = fromColumn(row.grantedOn) > occasion.today ? row.grantedOn : toColumn(occasion.today)
    const { count } = await tx.approval.updateMany({ where: { id, endedOn: null }, data: { endedOn } })
    return count === 1 ? done(null) : refuse('already_ended')
  })
}

/**
 * Sets between which days a region takes people in (protocol §2.1); what stood before stays as history. Refused without a
 * region, when it ends before it begins, or when it stands so already.
 */
export function setInclusionPeriod(db: StudyDb, occasion: Occasion, period: InclusionPeriod): Promise<Result<null>> {
  const { region, from, until } = period
  const { id: studyId } = occasion.study
  const what = { verb: 'set_inclusion_period', subject: 'study', subjectId: studyId, details: { region, from, until } }
  return change(db, occasion, what, async (tx) => {
    if (region === '') return refuse('required', { field: 'region' })
    if (until && until < from) return refuse('ends_before_it_begins', { field: 'until' })
    const stands = (await periodsOf(tx, studyId)).find((one) => one.region === region)
    if (stands?.from === from && stands.until === until) return refuse('already_recorded', { field: 'region' })
    const count = await tx.$executeRaw`
      INSERT INTO study.inclusion_period (study_id, region, seq, from_on, until_on)
      SELECT ${studyId}::uuid, ${region}, coalesce(max(seq), 0) + 1, ${from}::date, ${until}::date
        FROM study.inclusion_period WHERE study_id = ${studyId}::uuid AND region = ${region}
      ON CONFLICT DO NOTHING`
    return count === 1 ? done(null) : refuse('entered_meanwhile')
  })
}

/** More interviews a month than any location holds: a slip of the keyboard. */
const MOST = 999

/**
 * Sets how many interviews a location is to reach in a month; what stood before stays as history. Refused for what is no
 * month, no number of a month, without a location, or when it stands so already.
 */
export function setTarget(
  db: StudyDb,
  occasion: Occasion,
  { location, month, target }: { readonly location: string; readonly month: string; readonly target: number },
): Promise<Result<null>> {
  const { id: studyId } = occasion.study
  const what = { verb: 'set_target', subject: 'study', subjectId: studyId, details: { location, month, target } }
  return change(db, occasion, what, async (tx) => {
    if (location === '') return refuse('required', { field: 'location' })
    if (!parseMonth(month)) return refuse('not_a_month', { field: 'month' })
    if (!(target >= 0 && target <= MOST)) return refuse('out_of_range', { field: 'target', min: 0, max: MOST })
    const where = { studyId, location, month }
    const last = await tx.recruitmentTarget.findFirst({ where, orderBy: { seq: 'desc' } })
    if (last?.target === target) return refuse('already_recorded', { field: 'target' })
    const data = { ...where, seq: (last?.seq ?? 0) + 1, target }
    const { count } = await tx.recruitmentTarget.createMany({ data, skipDuplicates: true })
    return count === 1 ? done(null) : refuse('entered_meanwhile')
  })
}
