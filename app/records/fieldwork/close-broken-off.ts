import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { type Result, refuse } from '../../protocol/refusal'
import { standingOf } from '../entries/standing'
import { type Taken, takeInDraft } from '../entries/take-in'
import { nextPart, seenOf } from './own-draft'

/**
 * Closes an interview that was broken off with what there is (protocol §3): its answers count, and it stays known as broken off. It
 * was held on the day of the last talk. Refused as `takeInDraft` refuses.
 */
export async function closeAsItIs(
  db: StudyDb,
  occasion: Occasion,
  broken: { readonly measurementId: string; readonly brokenOffOn: Day; readonly interviewer: string | null },
): Promise<Result<Taken>> {
  const { measurementId, brokenOffOn, interviewer } = broken
  const standing = await standingOf(db, occasion.study, measurementId)
  if (!standing) return refuse('unknown_measurement')
  const part = await nextPart(db, measurementId, standing, seenOf(standing))
  const draft = { ...part, answers: standing.given, complete: true, brokenOff: true, on: brokenOffOn }
  return takeInDraft(db, occasion, { measurementId, way: 'interview', enteredBy: interviewer, draft })
}
