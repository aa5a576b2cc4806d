import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { tooLong } from '../../protocol/free-text'
import { LONGEST_EXPLANATION, remarkNeeded } from '../../protocol/reconciliation'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'

/** Which statement of which month somebody saw and signs, and what explains a difference (empty: nothing). */
export type SignOff = { readonly month: string; readonly seq: number; readonly remark: string }

/**
 * Signs a month's statement off (protocol §6); from then on it never changes, and counts that come out otherwise later
 * are a statement of their own. Refused: no such statement, numbers that have changed since it was seen, signed off
 * before (by two at once: the second), numbers that differ without a remark.
 */
export async function signOff(db: StudyDb, occasion: Occasion, { month, seq, remark }: SignOff): Promise<Result<void>> {
  const { study, today } = occasion
  const last = await db.statement.findFirst({
    where: { studyId: study.id, month },
    orderBy: { seq: 'desc' },
    include: { rows: true },
  })
  if (!last) return refuse('unknown_statement')
  if (last.seq !== seq) return refuse('counts_changed')
  const rows = last.rows.map(({ forms, interviews }) => ({ difference: forms - interviews }))
  if (remarkNeeded(rows, remark)) return refuse('difference_unexplained', { field: 'remark' })
  const long = tooLong(remark, 'remark', LONGEST_EXPLANATION)
  if (long) return long
  const what = { verb: 'sign_off_statement', subject: 'statement', subjectId: last.id, details: { month, seq } }
  return change(db, occasion, what, async (tx) => {
    const signed = await tx.$executeRaw`
      INSERT INTO study.statement_signing (statement_id, signed_on, remark)
      VALUES (${last.id}::uuid, ${toColumn(today)}, ${remark === '' ? null : remark}) ON CONFLICT DO NOTHING`
    return signed === 1 ? done(undefined) : refuse('signed_off_before')
  })
}
