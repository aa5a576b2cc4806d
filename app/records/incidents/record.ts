import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { type Day, toColumn } from '../../protocol/day'
import { tooLong } from '../../protocol/free-text'
import { readIncident, stepsFor } from '../../protocol/incidents'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'

/** Something that happened at an interview, as the interviewer writes it down. */
export type ToldIncident = {
  /** Made with the page on which it is told: told again, it is the same incident. */
  readonly id?: string
  readonly registrationId: string
  readonly kind: string
  readonly on: Day
  /** Codes of the steps that were taken. */
  readonly steps: readonly string[]
  /** Without names: the caller has had that looked at. Empty: nothing. */
  readonly remark: string
  /** The code of the interviewer. */
  readonly interviewer: string | null
}

/**
 * Writes an incident down. Once, however often it is sent. Refused for a case that is not there, an unknown kind or step, words
 * that are too long, or a day to come. Whether it is about an offence stands in no audit entry.
 */
export function recordIncident(db: StudyDb, occasion: Occasion, told: ToldIncident): Promise<Result<{ id: string }>> {
  const { id = newId(), registrationId, on, remark, interviewer } = told
  const { study, today } = occasion
  const what = { verb: 'record_incident', subject: 'incident', subjectId: id }
  return change(db, occasion, what, async (tx) => {
    const long = tooLong(remark, 'remark')
    if (long) return long
    const where = { id: registrationId, studyId: study.id }
    const known = await tx.registration.findFirst({ where, select: { location: true } })
    if (!known) return refuse('unknown_case')
    const kind = readIncident(told.kind)
    if (!kind) return refuse('unknown_choice', { field: 'kind' })
    const steps = stepsFor(kind).flatMap(({ code }) => (told.steps.includes(code) ? [code] : []))
    if (steps.length < new Set(told.steps).size) return refuse('unknown_choice', { field: 'steps' })
    if (on > today) return refuse('in_future', { field: 'on' })
    const row = { registrationId, location: known.location, interviewer, kind, steps, remark: remark || null }
    const data = { id, studyId: study.id, happenedOn: toColumn(on), ...row }
    const { count } = await tx.incident.createMany({ data, skipDuplicates: true })
    return count === 1 ? done({ id }) : refuse('incident_told')
  })
}

/** Who runs the study has seen an incident. Refused for one that is not there or was seen before. */
export function seeIncident(db: StudyDb, occasion: Occasion, id: string): Promise<Result<null>> {
  const what = { verb: 'see_incident', subject: 'incident', subjectId: id }
  return change(db, occasion, what, async (tx) => {
    const { count } = await tx.incident.updateMany({
      where: { id, studyId: occasion.study.id, seenOn: null },
      data: { seenOn: toColumn(occasion.today) },
    })
    return count === 1 ? done(null) : refuse('unknown_incident')
  })
}
