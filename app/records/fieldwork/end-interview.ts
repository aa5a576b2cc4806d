import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { codeIn, PLACES, UNRELIABLE } from '../../protocol/interview'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { stoppedAt } from './stopped'

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
 * interview that is not theirs or was erased, when the client stopped, and for codes that there are not.
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
    const { study } = occasion
    const where = { id: measurementId, studyId: study.id, perspective: 'client', interviewer, erasedOn: null } as const
    const held = await tx.measurement.findFirst({ where, select: { registrationId: true, wave: true } })
    if (!held) return refuse('unknown_measurement')
    const stopped = await stoppedAt(tx, study, held.registrationId, held.wave)
    if (stopped) return refuse(stopped)
    await tx.measurement.updateMany({ where, data: { place, thirdPerson, unreliable } })
    return done(null)
  })
}
