import type { StudyDb, StudyTx } from '../../platform/database'
import { type Day, fromColumn } from '../../protocol/day'
import type { Approval, InclusionPeriod, Recorded } from '../../protocol/inclusion'

/** What was recorded of where and when a study recruits: every approval, and of each region the period that stands. */
export async function recordedOf(db: StudyDb | StudyTx, studyId: string): Promise<Recorded> {
  return { approvals: await approvalsOf(db, studyId), periods: await periodsOf(db, studyId) }
}

/** An approval as the page shows it. */
export type KeptApproval = Approval & { readonly id: string; readonly reference: string }

/** The approvals of a study, in the order in which they were given. */
export async function approvalsOf(db: StudyDb | StudyTx, studyId: string): Promise<KeptApproval[]> {
  const rows = await db.approval.findMany({ where: { studyId }, orderBy: [{ grantedOn: 'asc' }, { id: 'asc' }] })
  return rows.map(({ studyId: _, kind, grantedOn, untilOn, endedOn, ...row }) => ({
    ...row,
    kind: kind as Approval['kind'],
    grantedOn: fromColumn(grantedOn),
    untilOn: untilOn && fromColumn(untilOn),
    endedOn: endedOn && fromColumn(endedOn),
  }))
}

/** The period that stands of each region, by its name. */
export async function periodsOf(db: StudyDb | StudyTx, studyId: string): Promise<InclusionPeriod[]> {
  const rows = await db.$queryRaw<{ region: string; from: Date; until: Date | null }[]>`
    SELECT DISTINCT ON (region) region, from_on AS "from", until_on AS "until" FROM study.inclusion_period
     WHERE study_id = ${studyId}::uuid ORDER BY region, seq DESC`
  const dayOf = (date: Date | null): Day | null => date && fromColumn(date)
  return rows.map(({ region, from, until }) => ({ region, from: fromColumn(from), until: dayOf(until) }))
}
