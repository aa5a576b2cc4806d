import { audited, type Change } from '../platform/audited'
import type { StudyDb, StudyTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import type { Result } from '../protocol/refusal'

/**
 * One write of the study: one transaction, one audit entry (see `audited`). Takes what the audit will say and the body,
 * which writes with the transaction only; gives what the body gives, or the refusal, which leaves no trace.
 */
export const change = <T>(
  db: StudyDb,
  occasion: Occasion,
  what: Change,
  body: (tx: StudyTx) => Promise<Result<T>>,
): Promise<Result<T>> => audited<StudyTx, T>((inside, limits) => db.$transaction(inside, limits), occasion, what, body)
