import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { done, type Result } from '../protocol/refusal'
import { change } from './change'

/** Writes in the audit that a release is made, and for which purpose, before it is; the files hold the rest. */
export const noteRelease = (db: StudyDb, occasion: Occasion, purpose: string): Promise<Result<null>> => {
  const { id } = occasion.study
  return change(db, occasion, { verb: 'release', subject: 'study', subjectId: id, details: { purpose } }, async () =>
    done(null),
  )
}
