import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { type Day, monthOf, toColumn } from '../../protocol/day'
import { BY_HAND, DECISION_NAMES, type Decision, type DeviationKind } from '../../protocol/deviations'
import { tooLong } from '../../protocol/free-text'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { caseOfPair } from '../pairs/pairs'

/** A deviation that somebody writes down: what, of which pair or else at which location, on which day, in words. */
export type ByHand = {
  readonly kind: string
  /** The pseudonym of a pair; empty when it is about a location. */
  readonly pseudonym: string
  readonly location: string
  readonly on: Day
  readonly remark: string
}

/**
 * Writes a deviation down. Refused for a kind that only a rule raises, a day to come, a pair or location that the study
 * does not have, or without words or with too many.
 */
export function raiseDeviation(db: StudyDb, occasion: Occasion, told: ByHand): Promise<Result<{ id: string }>> {
  const id = newId()
  const { study, today } = occasion
  const { kind, pseudonym, on, remark } = told
  const what = { verb: 'raise_deviation', subject: 'deviation', subjectId: id, details: { kind } }
  return change(db, occasion, what, async (tx) => {
    if (!BY_HAND.includes(kind as DeviationKind)) return refuse('required', { field: 'kind' })
    if (on > today) return refuse('in_future', { field: 'on' })
    if (remark === '') return refuse('required', { field: 'remark' })
    const long = tooLong(remark, 'remark')
    if (long) return long
    const registrationId = pseudonym ? await caseOfPair(tx, study.id, pseudonym) : null
    const pair = registrationId && (await tx.registration.findUniqueOrThrow({ where: { id: registrationId } }))
    if (pseudonym && !pair) return refuse('unknown_pseudonym', { field: 'pseudonym' })
    const location = pair ? pair.location : told.location
    if (location === '') return refuse('required', { field: 'location' })
    const known = pair ? 1 : await tx.registration.count({ where: { studyId: study.id, location }, take: 1 })
    if (known === 0) return refuse('unknown_location', { field: 'location' })
    const where = { registrationId, location, month: monthOf(on) }
    const row = {
      id,
      studyId: study.id,
      ...where,
      kind,
      fact: id,
      raisedBy: 'account',
      foundOn: toColumn(today),
      remark,
    }
    await tx.deviation.createMany({ data: row })
    return done({ id })
  })
}

/** Decides on a deviation, with words. Refused for one that is not there, twice, or without words or with too many. */
export function decideDeviation(
  db: StudyDb,
  occasion: Occasion,
  { id, decision, remark }: { readonly id: string; readonly decision: string; readonly remark: string },
): Promise<Result<null>> {
  const what = { verb: 'decide_deviation', subject: 'deviation', subjectId: id, details: { decision } }
  return change(db, occasion, what, async (tx) => {
    if (!DECISION_NAMES.includes(decision as Decision)) return refuse('required', { field: 'decision' })
    if (remark === '') return refuse('required', { field: 'remark' })
    const long = tooLong(remark, 'remark')
    if (long) return long
    const { count } = await tx.deviation.updateMany({
      where: { id, studyId: occasion.study.id, decision: null },
      data: { decision, decidedOn: toColumn(occasion.today), decisionRemark: remark },
    })
    if (count === 1) return done(null)
    const there = await tx.deviation.count({ where: { id, studyId: occasion.study.id } })
    return refuse(there === 1 ? 'already_decided' : 'unknown_deviation')
  })
}
