import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { codeIn, PLACES, UNRELIABLE } from '../../protocol/interview'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'

/** Under which conditions an interview was held, as the interviewer says it at the end (protocol §3). */
export type Conditions = {
  readonly measurementId: string
  /** The code of who held it: nobody else says it. */
  readonly interviewer: string
  readonly place: string
  readonly thirdPerson: boolean | null
  /** Why the answers cannot be relied on; empty when they can. */
  readonly unreliable: string
}

/**
 * Keeps where an interview was held, whether somebody else was there, and whether its answers can be relied on. Refused for an
 * interview that is not theirs or was erased, and for codes that there are not.
 */
export function noteConditions(db: StudyDb, occasion: Occasion, told: Conditions): Promise<Result<null>> {
  const { measurementId, interviewer, thirdPerson } = told
  const what = { verb: 'note_conditions', subject: 'measurement', subjectId: measurementId }
  return change(db, occasion, what, async (tx) => {
    const place = codeIn(PLACES, told.place)
    if (!place) return refuse('required', { field: 'place' })
    if (thirdPerson === null) return refuse('required', { field: 'third_person' })
    const unreliable = told.unreliable === '' ? null : codeIn(UNRELIABLE, told.unreliable)
    if (unreliable === undefined) return refuse('unknown_reason', { field: 'unreliable' })
    const { count } = await tx.measurement.updateMany({
      where: { id: measurementId, studyId: occasion.study.id, perspective: 'client', interviewer, erasedOn: null },
      data: { place, thirdPerson, unreliable },
    })
    return count === 1 ? done(null) : refuse('unknown_measurement')
  })
}
