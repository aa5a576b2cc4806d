import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { pinOf } from '../../protocol/instruments/battery'
import { orderOf } from '../../protocol/instruments/order'
import { done, type Result, refuse } from '../../protocol/refusal'
import { lockClientsCases } from '../case'
import { change } from '../change'
import { batteryOn } from '../instruments/battery'
import { brokenOff } from './going-on'
import { hold } from './hold'
import { type Holder, mayNotHold } from './may-interview'
import { takeUp } from './take-up'
import { type Findings, notMet, unasked, writeChecks } from './wave-checks'

/** An interview that is about to begin, as the interviewer says it at the gate (protocol §3). */
export type Opening = Holder & {
  readonly registrationId: string
  readonly wave: string
  /** Counted again, with the one just held; null at a wave that no contact rule binds. */
  readonly contacts: number | null
  readonly findings: Findings
  readonly language: 'nl' | 'en'
  /** From which the order is drawn: a whole number of at most 31 bits, from the machine's own generator. */
  readonly seed: number
  /** Another interviewer broke it off and will not come back to it. */
  readonly takesOver?: boolean
}

/**
 * What came of it: it began, it was taken up again after it was broken off, it is gone on with since it was open, or a criterion is
 * not met and nothing was opened.
 */
export type Opened =
  | { readonly state: 'opened' | 'taken_up' | 'going_on'; readonly measurementId: string }
  | { readonly state: 'not_met'; readonly criteria: readonly string[] }

/**
 * Opens an interview at the client's side (protocol §3, §4.4): what is asked, in which order and which language is fixed here. An
 * interview that this interviewer opened before is gone on with; the gate is asked again when it had been broken off, or was left
 * open on an earlier day. One that somebody else broke off is taken over when that is wanted. A criterion that is not met is kept,
 * and no interview begins. Refused: an interview of somebody else, who may not hold interviews, a criterion that was not asked,
 * and whatever `hold` and `takeUp` refuse.
 */
export function openInterview(db: StudyDb, occasion: Occasion, opening: Opening): Promise<Result<Opened>> {
  const { registrationId, wave, interviewer, supervisedBy, findings, contacts, takesOver = false } = opening
  const details = { wave, ...(supervisedBy && { supervisedBy }) }
  const what = {
    verb: takesOver ? 'take_over_interview' : 'open_interview',
    subject: 'registration',
    subjectId: registrationId,
    details,
  }
  return change<Opened>(db, occasion, what, async (tx) => {
    const at = occasion.study.protocol.waves.find(({ name }) => name === wave)
    if (!at) return refuse('unknown_wave', { field: 'wave' })
    if (!(await ofThisStudy(tx, occasion, registrationId))) return refuse('unknown_case', { field: 'supervision' })
    await lockClientsCases(tx, registrationId)
    const begun = await begunBefore(tx, opening)
    const broken = begun && (await brokenOff(tx, begun, occasion.today))
    const over = begun !== null && begun.interviewer !== interviewer
    // one that goes on today is its interviewer's: two would talk with one client
    if (over && !(takesOver && broken)) return refuse('held_by_another', { field: 'interviewer' })
    if (takesOver && !over) return refuse('unknown_measurement')
    if (begun && !broken) return done({ state: 'going_on', measurementId: begun.id })
    const refusal = (await mayNotHold(tx, occasion, opening)) ?? unasked(at, findings)
    if (refusal) return refusal
    const asked = { registrationId, wave: at, interviewer }
    const failing = notMet(at, findings)
    if (failing.length > 0) {
      await writeChecks(tx, occasion, asked, findings)
      return done({ state: 'not_met', criteria: failing })
    }
    const held = begun
      ? await takeUp(tx, occasion, { id: begun.id, registrationId, contacts, interviewer, over }, at)
      : await begin(tx, occasion, opening)
    if (!held.ok) return held
    await writeChecks(tx, occasion, asked, findings)
    return done({ state: begun ? 'taken_up' : 'opened', ...held.value })
  })
}

async function begin(tx: StudyTx, occasion: Occasion, opening: Opening): Promise<Result<{ measurementId: string }>> {
  const { registrationId, wave, contacts, interviewer, seed, language } = opening
  const on = occasion.today
  const battery = await batteryOn(tx, occasion.study, wave, 'client', on)
  const asked = { battery: battery.map(pinOf), seed, itemOrder: orderOf(battery, seed), language }
  return hold(tx, occasion, { registrationId, wave, on, contacts, interviewer, minutes: null }, asked)
}

/** The interview of this wave when it is open. */
const begunBefore = (tx: StudyTx, { registrationId, wave }: Opening) =>
  tx.measurement.findFirst({
    where: { registrationId, wave, perspective: 'client', completedOn: null, erasedOn: null },
    select: { id: true, interviewer: true, openedOn: true, completedOn: true, brokenOffOn: true, seed: true },
  })

const ofThisStudy = (tx: StudyTx, { study }: Occasion, id: string) =>
  tx.registration.count({ where: { id, studyId: study.id } })
