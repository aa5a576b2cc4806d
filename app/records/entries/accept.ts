import type { StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import type { Answered } from '../../protocol/instruments/asked'
import type { Instrument } from '../../protocol/study'
import { changesOf, givenOf } from './changes'
import { doubt } from './doubt'
import { type Entering, takeIn } from './enter'
import type { Measured } from './measured'
import { thank } from './thank'

/** What is taken in as a whole: all answers as they are to stand, checked, with the day on which they were given. */
export type Accepted = Omit<Entering, 'changed'> & {
  readonly answers: Answered
  readonly on: Day
  /** The instruments that it answers, with their pins. */
  readonly battery: readonly Instrument[]
  readonly pins: readonly string[]
  /** False: it is said that it was not; left out, it stays as it was. */
  readonly brokenOff?: boolean
  readonly order?: readonly string[]
}

/**
 * Lets answers take the place of those that stand, in a transaction that locked and read the measurement. Only what changes
 * is written, and is its history. When they are complete the measurement is, what was planned to remind of it is cancelled, a
 * supervisor is thanked, and the rules look at it: they raise questions and never stand in the way. Gives the new version.
 */
export async function accept(
  tx: StudyTx,
  occasion: Occasion,
  measured: Measured,
  accepted: Accepted,
): Promise<{ readonly version: number; readonly complete: boolean }> {
  const { on, complete, seconds, pins } = accepted
  // what was not asked is known only when it is over: until then it is open
  const answers = complete ? accepted.answers : givenOf(accepted.answers)
  const notes = Object.entries(accepted.notes).filter(([item, text]) => (measured.notes[item] ?? '') !== text)
  const entering = { ...accepted, changed: changesOf(measured.answers, answers), notes: Object.fromEntries(notes) }
  const became = {
    pins,
    openedOn: measured.openedOn,
    completedOn: complete ? on : measured.completedOn,
    closedOn: complete ? null : measured.closedOn,
    brokenOffOn: brokenOffOn(accepted, measured),
    minutes:
      (complete && measured.perspective === 'client' && minutesOf(seconds ?? measured.seconds)) || measured.minutes,
    itemOrder: measured.itemOrder.length > 0 ? measured.itemOrder : (accepted.order ?? []),
  }
  const version = await takeIn(tx, occasion, measured, entering, became)
  if (accepted.way === 'link' && measured.aside > 0) await dropOwn(tx, measured.id)
  if (complete) {
    const { seconds: before } = measured
    if (measured.perspective === 'supervisor' && !measured.completedOn) await thank(tx, occasion, measured)
    await doubt(tx, occasion, { ...measured, ...became, answers, seconds: seconds ?? before }, accepted.battery)
  }
  return { version, complete: became.completedOn !== null }
}

/** What came to its end after all, as a device says later, was not broken off. */
const brokenOffOn = ({ brokenOff, complete, on }: Accepted, measured: Measured): Day | null => {
  if (brokenOff) return on
  return brokenOff === false && complete ? null : measured.brokenOffOn
}

/** Seconds of all parts as whole minutes; null when nobody kept them. */
function minutesOf(seconds: Readonly<Record<string, number>> | null): number | null {
  const all = Object.values(seconds ?? {}).reduce((sum, one) => sum + one, 0)
  return all > 0 ? Math.max(1, Math.round(all / 60)) : null
}

/** What the same person filled in elsewhere waits no more: they have said by their link what counts. */
async function dropOwn(tx: StudyTx, measurementId: string) {
  await tx.entry.updateMany({ where: { measurementId, state: 'aside', way: 'link' }, data: { state: 'dropped' } })
}
