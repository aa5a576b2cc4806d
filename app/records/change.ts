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
): Promise<Result<T>> =>
  audited<StudyTx, T>(
    { open: (inside, limits) => db.$transaction(inside, limits), enter: (tx) => enter(tx, occasion, what) },
    body,
  )

/** Writes the audit entry. */
function enter(tx: StudyTx, { study, actor, today, request }: Occasion, what: Change): PromiseLike<number> {
  const details = JSON.stringify(what.details ?? {})
  return tx.$executeRaw`
    INSERT INTO audit.entry (day, study_id, actor, verb, subject, subject_id, details, request)
    VALUES (${today}::date, ${study.id}::uuid, ${actor}, ${what.verb}, ${what.subject},
            ${what.subjectId ?? null}::uuid, ${details}::jsonb, ${request ?? null})
    ON CONFLICT DO NOTHING`
}
