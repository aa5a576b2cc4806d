import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { checkGiven } from '../../protocol/instruments/check'
import { QUERY_REASONS, type QueryReason } from '../../protocol/queries/reasons'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Given } from '../../protocol/study'
import { change } from '../change'
import { accept } from '../entries/accept'
import { mistaken } from '../entries/allowed'
import { ownPart } from '../entries/enter'
import { lockCaseRow, type Measured, readMeasured } from '../entries/measured'
import { pinnedBattery } from '../instruments/battery'
import { query } from './list'

/** How a question is answered: with a code; by whoever held the interview also with what the answer has to be. */
export type QueryAnswer = {
  readonly id: string
  readonly reason: string
  /** Null: the answer stays. Only who held the interview has seen it and may correct it (§6). */
  readonly correction: Given[string] | null
  /** The interviewer's code; null for who runs the study. */
  readonly interviewer: string | null
}

/** A coded reason as it was sent; undefined when it is none. */
const readReason = (text: string): QueryReason | undefined =>
  (Object.keys(QUERY_REASONS) as QueryReason[]).find((reason) => reason === text)

/**
 * Answers a question that is open. A correction is an entry of its own, with the reason; the rules look again, and close what
 * they no longer find. Refused: no such question, answered already, a reason that is none, a correction by who may not read
 * the answer or of no item, out of range.
 */
export function answerQuery(db: StudyDb, occasion: Occasion, given: QueryAnswer): Promise<Result<null>> {
  const { id, interviewer } = given
  const what = { verb: 'answer_query', subject: 'query', subjectId: id, details: { reason: given.reason } }
  return change(db, occasion, what, async (tx) => {
    const whose = interviewer === null ? {} : { interviewer }
    const about = await query(tx as StudyDb, occasion.study.id, id, whose)
    if (!about) return refuse('unknown_query')
    const reason = readReason(given.reason)
    if (!reason) return refuse('required', { field: 'reason' })
    const measured = await locked(tx, occasion, about.measurementId)
    const open = await tx.query.updateMany({
      where: { id, state: 'open' },
      data: { state: 'answered', reason, answeredOn: toColumn(occasion.today) },
    })
    if (open.count === 0) return refuse('query_answered')
    if (given.correction === null) return done(null)
    if (measured.withdrawn) return refuse('withdrawn')
    if (interviewer === null || about.item === '' || measured.erased)
      return refuse('not_correctable', { field: 'correction' })
    return correct(tx, occasion, measured, { item: about.item, to: given.correction, reason, interviewer })
  })
}

/** What was answered is looked at, and the question closed. Refused: no such question, or nobody answered it. */
export function closeQuery(db: StudyDb, occasion: Occasion, id: string): Promise<Result<null>> {
  const what = { verb: 'close_query', subject: 'query', subjectId: id }
  return change(db, occasion, what, async (tx) => {
    if (!(await query(tx as StudyDb, occasion.study.id, id, {}))) return refuse('unknown_query')
    const { count } = await tx.query.updateMany({
      where: { id, state: 'answered' },
      data: { state: 'closed', closedOn: toColumn(occasion.today), closedBy: 'account' },
    })
    return count === 0 ? refuse('query_not_answered') : done(null)
  })
}

/** The measurement, after its case was locked as every entry does. */
async function locked(tx: StudyTx, occasion: Occasion, measurementId: string): Promise<Measured> {
  const { registrationId } = await tx.measurement.findUniqueOrThrow({
    where: { id: measurementId },
    select: { registrationId: true },
  })
  await lockCaseRow(tx, registrationId)
  return (await readMeasured(tx, occasion.study, measurementId)) as Measured
}

async function correct(
  tx: StudyTx,
  occasion: Occasion,
  measured: Measured,
  { item, to, reason, interviewer }: { item: string; to: Given[string]; reason: string; interviewer: string },
): Promise<Result<null>> {
  const battery = await pinnedBattery(tx, occasion.study, measured.pins)
  const checked = checkGiven(battery, { ...measured.answers, [item]: to }, { signing: false })
  if (!checked.ok) {
    const refusal = mistaken(battery, checked.mistakes)
    return refusal.ok ? refusal : refuse(refusal.refusal.code, { ...refusal.refusal, field: 'correction' })
  }
  await accept(tx, occasion, measured, {
    way: 'decision',
    enteredBy: interviewer,
    why: reason,
    part: ownPart(),
    complete: measured.completedOn !== null,
    notes: {},
    seconds: null,
    language: null,
    answers: checked.answers,
    on: measured.completedOn ?? occasion.today,
    battery,
    pins: measured.pins,
    ...(measured.brokenOffOn && { brokenOff: true }),
  })
  return done(null)
}
