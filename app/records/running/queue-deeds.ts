import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { done, type Result } from '../../protocol/refusal'
import { change } from '../change'

/** Writes down that somebody had a failed job done again. */
export const noteRetry = (db: StudyDb, occasion: Occasion, job: string): Promise<Result<null>> =>
  change(db, occasion, { verb: 'retry_job', subject: 'queue', details: { job } }, async () => done(null))

/** Writes down that somebody emptied the queue, and of how many jobs. */
export const noteDrain = (db: StudyDb, occasion: Occasion, jobs: number): Promise<Result<null>> =>
  change(db, occasion, { verb: 'drain_queue', subject: 'queue', details: { jobs } }, async () => done(null))
