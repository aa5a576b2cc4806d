import type { StudyDb } from '../platform/database'
import { together } from './change'
import { type BatchTaken, type Came, noteTaken } from './import-progress'

/** Notes what a batch would come to, of which nothing was written. */
export const noteLooked = (db: StudyDb, taken: BatchTaken, came: readonly Came[]): Promise<void> =>
  together(db, { keep: true }, (_, tx) => noteTaken(tx, taken, came))
