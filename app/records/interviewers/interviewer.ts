import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { type Day, fromColumn, toColumn } from '../../protocol/day'
import { isInterviewerCode } from '../../protocol/qualifications'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'

/** The keyed hash of an account, as identity makes it (`interviewerHash`): here nobody can tell whose it is. */
type AccountHash = Uint8Array<ArrayBuffer>

/** Whoever holds interviews, as somebody writes them down. */
export type NewInterviewer = {
  readonly code: string
  /** Watches one interview and holds the first one under supervision (protocol §3). */
  readonly student: boolean
  /** Null: tied to no account, as of somebody whose interviews come from a file. */
  readonly accountHash: AccountHash | null
  readonly sinceOn: Day
}

/**
 * Writes down who holds interviews (protocol §3), by a code. Refused for what is no code, a day to come, a code that is
 * there, or an account that has another one.
 */
export function addInterviewer(db: StudyDb, occasion: Occasion, told: NewInterviewer): Promise<Result<{ id: string }>> {
  const id = newId()
  const { code, student, accountHash, sinceOn } = told
  const { study, today } = occasion
  const what = { verb: 'add_interviewer', subject: 'interviewer', subjectId: id, details: { code, student } }
  return change(db, occasion, what, async (tx) => {
    if (!isInterviewerCode(code)) return refuse('not_an_interviewer_code', { field: 'code' })
    if (sinceOn > today) return refuse('in_future', { field: 'since_on' })
    const data = { id, studyId: study.id, code, student, sinceOn: toColumn(sinceOn), accountHash }
    const { count } = await tx.interviewer.createMany({ data, skipDuplicates: true })
    if (count === 1) return done({ id })
    const there = await tx.interviewer.count({ where: { studyId: study.id, code } })
    return there > 0 ? refuse('already_recorded', { field: 'code' }) : refuse('account_has_code', { field: 'account' })
  })
}

/**
 * Ties a code to an account, or to none any more (null). Refused for a code that is not there or was ended, and for an account
 * that has another one.
 */
export function tieToAccount(
  db: StudyDb,
  occasion: Occasion,
  { code, accountHash }: { readonly code: string; readonly accountHash: AccountHash | null },
): Promise<Result<null>> {
  const what = { verb: 'tie_interviewer', subject: 'interviewer', details: { code, tied: accountHash !== null } }
  return change(db, occasion, what, async (tx) => {
    const { id: studyId } = occasion.study
    const other = accountHash && (await tx.interviewer.count({ where: { studyId, accountHash, NOT: { code } } }))
    if (other) return refuse('account_has_code', { field: 'account' })
    const { count } = await tx.interviewer.updateMany({
      where: { studyId, code, endedOn: null },
      data: { accountHash },
    })
    return count === 1 ? done(null) : refuse('unknown_interviewer', { field: 'code' })
  })
}

/**
 * Somebody holds no more interviews, from today on; whose account it was is not kept. Refused for a code that is not there or
 * was ended before.
 */
export function endInterviewer(db: StudyDb, occasion: Occasion, code: string): Promise<Result<null>> {
  const what = { verb: 'end_interviewer', subject: 'interviewer', details: { code } }
  return change(db, occasion, what, async (tx) => {
    const data = { endedOn: toColumn(occasion.today), accountHash: null }
    const { count } = await tx.interviewer.updateMany({
      where: { studyId: occasion.study.id, code, endedOn: null },
      data,
    })
    return count === 1 ? done(null) : refuse('unknown_interviewer', { field: 'code' })
  })
}

/** An interviewer of the study. */
export type KeptInterviewer = {
  readonly id: string
  readonly code: string
  readonly student: boolean
  readonly sinceOn: Day
  readonly endedOn: Day | null
  /** In hex; null when tied to no account. */
  readonly account: string | null
}

/** Everybody who holds interviews or did, by code. */
export async function interviewersOf(db: StudyDb, { id }: StudyRef): Promise<KeptInterviewer[]> {
  const rows = await db.interviewer.findMany({ where: { studyId: id }, orderBy: { code: 'asc' } })
  return rows.map(({ accountHash, sinceOn, endedOn, ...row }) => ({
    id: row.id,
    code: row.code,
    student: row.student,
    sinceOn: fromColumn(sinceOn),
    endedOn: endedOn && fromColumn(endedOn),
    account: accountHash && Buffer.from(accountHash).toString('hex'),
  }))
}

/** The interviewer to whom an account is tied; null when it is tied to none. */
export async function interviewerOf(
  db: StudyDb,
  { id }: StudyRef,
  accountHash: AccountHash,
): Promise<{ code: string; student: boolean } | null> {
  return db.interviewer.findFirst({
    where: { studyId: id, accountHash, endedOn: null },
    select: { code: true, student: true },
  })
}
