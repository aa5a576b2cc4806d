import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { itemsOf } from '../../protocol/instruments/battery'
import { checkGiven } from '../../protocol/instruments/check'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Instrument } from '../../protocol/study'
import { change } from '../change'
import { canGoOn } from '../fieldwork/going-on'
import { pinnedBattery } from '../instruments/battery'
import { accept } from './accept'
import { mistaken, refusedOn } from './allowed'
import { changesOf, differing } from './changes'
import { type Draft, reaches, samePart } from './draft'
import { putAside } from './enter'
import { caseOfMeasurement, lockCaseRow, type Measured, readMeasured } from './measured'

export type { Draft } from './draft'

/** What came of a draft: it was taken in, it lies aside because something else stands, or it was handed in before. */
export type Taken = { readonly state: 'in' | 'aside' | 'known'; readonly version: number; readonly complete: boolean }

type Handed = {
  readonly measurementId: string
  readonly way: 'interview' | 'link'
  /** The interviewer's code; null for a supervisor's own. */
  readonly enteredBy: string | null
  readonly draft: Draft
}

const SIDE = { interview: 'client', link: 'supervisor' } as const

/** Carried out of the transaction so that nothing of it stays, the audit entry included. */
const KNOWN = 'known'

/**
 * Takes in a draft of an interview or of a supervisor's questionnaire, once and only once (protocol §3): handed in again
 * it changes nothing and comes to the same. A draft that was begun before what stands now is kept whole beside it and decided
 * by somebody; so is one of an interviewer from whom another took over, and of a talk that was held after the window, or after
 * more contacts than the rule allows. What is not complete is kept as far as it came. Refused: no such measurement, filled in
 * already, not open on that day, no consent, an item or value that was not asked, and (`complete`) an item that may not be left open.
 */
export async function takeInDraft(db: StudyDb, occasion: Occasion, handed: Handed): Promise<Result<Taken>> {
  const { measurementId, way, draft } = handed
  const about = await caseOfMeasurement(db, occasion.study.id, measurementId)
  if (!about || about.perspective !== SIDE[way]) return refuse('unknown_measurement')
  const { registrationId, wave, perspective } = about
  const details = { wave, perspective, way, complete: draft.complete }
  const what = { verb: 'take_in_draft', subject: 'registration', subjectId: registrationId, details }
  const result = await change<Taken>(db, occasion, what, async (tx) => {
    await lockCaseRow(tx, registrationId)
    const measured = await readMeasured(tx, occasion.study, measurementId, draft.draftId)
    return measured ? taken(tx, occasion, measured, handed) : refuse('unknown_measurement')
  })
  if (result.ok || result.refusal.code !== KNOWN) return result
  const { state, version, complete } = result.refusal
  return done({ state: state === 'aside' ? 'aside' : 'known', version: Number(version), complete: complete === true })
}

async function taken(tx: StudyTx, occasion: Occasion, measured: Measured, handed: Handed): Promise<Result<Taken>> {
  const { way, enteredBy, draft } = handed
  const { version, completedOn, earlier } = measured
  const known = (state: string) => refuse(KNOWN, { state, version, complete: completedOn !== null })
  if (earlier && earlier.measurementId !== measured.id) return refuse('unknown_measurement')
  if (earlier && reaches(earlier, draft)) return known(earlier.state)
  const on = (way === 'interview' && draft.on) || occasion.today
  const refused = refusedOn(occasion, measured, on)
  if (refused) return refused
  const battery = await pinnedBattery(tx, occasion.study, measured.pins)
  const checked = checkGiven(battery, draft.answers, { signing: draft.complete && !draft.brokenOff })
  if (!checked.ok) return mistaken(battery, checked.mistakes)
  const { answers } = checked
  const { draftId, draftSeq, complete, seconds = null, notes = {}, language = null } = draft
  const why = (draft.brokenOff && draft.why) || null
  const entry = { way, enteredBy, why, part: { draftId, draftSeq }, complete, notes, seconds, language }
  const late = way === 'interview' && (await isLate(tx, occasion, measured, draft, on))
  const closed = await wasClosedSince(tx, measured, draft, on)
  if (!late && isTheirs(measured, handed) && (closed || follows(measured, draft))) {
    if (completedOn && !closed)
      return Object.keys(changesOf(measured.answers, answers)).length > 0 ? refuse('already_answered') : known('in')
    const order = orderIn(battery, draft.order)
    const { brokenOff = false } = draft
    const whole = { ...entry, answers, on, battery, pins: measured.pins, brokenOff, order }
    return done({ state: 'in', ...(await accept(tx, occasion, measured, whole)) })
  }
  // nobody but the supervisor decides about a supervisor's answers, and they have signed off
  if (completedOn && way === 'link') return refuse('already_answered')
  if (earlier?.state === 'aside') await dropDraft(tx, measured.id, draftId)
  await putAside(tx, measured, { ...entry, why: late ? 'out_of_time' : 'two_devices', changed: answers }, on)
  return done({ state: 'aside', version, complete: completedOn !== null })
}

/** Whether a draft goes on from what stands: nothing does, it is the same draft, or it was begun from it. */
const follows = ({ version, stands }: Pick<Measured, 'version' | 'stands'>, draft: Draft): boolean =>
  version === 0 || stands?.draftId === draft.draftId || samePart(stands, draft.base)

/** Whether it is the interview of who hands in; nobody's code stands for who runs the study. */
const isTheirs = ({ interviewer }: Measured, { way, enteredBy }: Handed): boolean =>
  way === 'link' || enteredBy === null || interviewer === null || interviewer === enteredBy

/**
 * Whether an interview was only closed with what there was since this draft was begun (see `closeAsItIs`), and it says that the
 * talk of that day came to its end: then that is how it ended.
 */
async function wasClosedSince(tx: StudyTx, measured: Measured, draft: Draft, on: Day): Promise<boolean> {
  const { id: measurementId, version, completedOn, brokenOffOn } = measured
  if (on !== completedOn || on !== brokenOffOn || !draft.complete || draft.brokenOff) return false
  const before = await tx.entry.findFirst({ where: { measurementId, version: version - 1 } })
  const { draftId = null, draftSeq = null } = before ?? {}
  const stands = draftId !== null && draftSeq !== null ? { draftId, draftSeq } : null
  return follows({ version: version - 1, stands }, draft)
}

/**
 * Whether a talk was held when it could not be any more (see `canGoOn`); that it is closed with what there is brings nothing new.
 */
async function isLate(
  tx: StudyTx,
  { study }: Occasion,
  { registrationId, wave, answers }: Measured,
  draft: Draft,
  on: Day,
): Promise<boolean> {
  const closes = draft.complete && draft.brokenOff && differing(answers, draft.answers).length === 0
  return !closes && !(await canGoOn(tx, study, { registrationId, contacts: null }, wave, on))
}

/** The order in which a device asked; none when it is not one of this battery. */
function orderIn(battery: readonly Instrument[], order: readonly string[] = []): readonly string[] {
  const codes = new Set(itemsOf(battery).map(({ code }) => code))
  const whole = order.length === codes.size && new Set(order).size === codes.size
  return whole && order.every((code) => codes.has(code)) ? order : []
}

/** A draft that lies aside goes on aside: only its last part waits. */
async function dropDraft(tx: StudyTx, measurementId: string, draftId: string) {
  await tx.entry.updateMany({ where: { measurementId, draftId, state: 'aside' }, data: { state: 'dropped' } })
}
