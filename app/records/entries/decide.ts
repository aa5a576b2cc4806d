import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { checkGiven } from '../../protocol/instruments/check'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { pinnedBattery } from '../instruments/battery'
import { accept } from './accept'
import { mistaken, refusedOn } from './allowed'
import { differing, givenOf } from './changes'
import { ownPart } from './enter'
import { lockCaseRow, type Measured, readMeasured } from './measured'
import { type Sides, sidesOf } from './sides'

/** What somebody chose, item by item, of the two that differ. */
export type Decision = {
  readonly entryId: string
  readonly chosen: Readonly<Record<string, 'standing' | 'aside'>>
  /** The code of the interviewer who decides. */
  readonly enteredBy: string | null
}

/**
 * Decides an entry that lies aside (two devices, or a paper that was typed in twice): what was chosen counts from now on, as
 * an entry of its own, and what lay aside is dropped and stays in the history. Complete when either was. Refused: unknown or
 * decided already, an item that differs and was not chosen, and whatever stands in the way of taking answers in.
 */
export async function decideEntry(
  db: StudyDb,
  occasion: Occasion,
  decision: Decision,
): Promise<Result<{ readonly version: number; readonly complete: boolean }>> {
  const entry = await db.entry.findFirst({
    where: { id: decision.entryId, measurement: { studyId: occasion.study.id } },
    select: { why: true, measurementId: true, measurement: { select: { registrationId: true, wave: true } } },
  })
  if (!entry) return refuse('unknown_entry')
  const { measurementId, why } = entry
  const { registrationId, wave } = entry.measurement
  const what = { verb: 'decide_entry', subject: 'registration', subjectId: registrationId, details: { wave, why } }
  return change(db, occasion, what, async (tx) => {
    await lockCaseRow(tx, registrationId)
    const measured = await readMeasured(tx, occasion.study, measurementId)
    const sides = measured && (await sidesOf(tx, measured, decision.entryId))
    return sides ? decided(tx, occasion, measured, sides, decision) : refuse('already_decided')
  })
}

async function decided(tx: StudyTx, occasion: Occasion, measured: Measured, sides: Sides, decision: Decision) {
  const { standing, aside, why, waiting } = sides
  const refused = refusedOn(occasion, measured, aside.on)
  if (refused) return refused
  if (why === 'second_entry' && measured.completedOn) return refuse('already_answered')
  const { chosen, enteredBy } = decision
  const items = differing(standing.answers, aside.answers)
  const open = items.find((item) => chosen[item] !== 'standing' && chosen[item] !== 'aside')
  if (open !== undefined) return refuse('required', { field: open })
  const taken = items.filter((item) => chosen[item] === 'aside')
  const given = { ...givenOf(standing.answers) }
  for (const item of taken) {
    const answer = givenOf(aside.answers)[item]
    if (answer === undefined) delete given[item]
    else given[item] = answer
  }
  // the window binds: what was asked after it is kept, and counts nowhere (protocol §4.2)
  if (why === 'out_of_time' && taken.length > 0) return refuse('interview_over', { field: taken[0] ?? '' })
  const battery = await pinnedBattery(tx, occasion.study, measured.pins)
  // nobody can be asked any more what was left open
  const checked = checkGiven(battery, given, { signing: false })
  if (!checked.ok) return mistaken(battery, checked.mistakes)
  const complete = standing.complete || (aside.complete && why !== 'out_of_time')
  const notes = Object.entries(aside.notes).filter(([item]) => taken.includes(item) || !standing.notes[item])
  const came = await accept(tx, occasion, measured, {
    way: 'decision',
    enteredBy,
    why,
    part: ownPart(),
    complete,
    answers: checked.answers,
    notes: { ...standing.notes, ...Object.fromEntries(notes) },
    seconds: null,
    language: null,
    on: measured.completedOn ?? (standing.complete ? standing.on : aside.on),
    battery,
    pins: measured.pins,
  })
  await tx.entry.updateMany({ where: { id: { in: [...waiting] } }, data: { state: 'dropped' } })
  return done(came)
}
