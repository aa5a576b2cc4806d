import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { done, type Result } from '../protocol/refusal'
import { change } from './change'

/** Writes in the audit that a release was made: for which purpose, and of how many rows. The files hold the rest. */
export const noteRelease = (
  db: StudyDb,
  occasion: Occasion,
  { purpose, rows }: { readonly purpose: string; readonly rows: number },
): Promise<Result<null>> => {
  const { id } = occasion.study
  const what = { verb: 'release', subject: 'study', subjectId: id, details: { purpose, rows } }
  return change(db, occasion, what, async () => done(null))
}
