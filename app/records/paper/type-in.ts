import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { checkGiven } from '../../protocol/instruments/check'
import { done, type Result, refuse } from '../../protocol/refusal'
import { drawnForSecondEntry } from '../../protocol/second-entry'
import type { Given } from '../../protocol/study'
import { change } from '../change'
import { accept } from '../entries/accept'
import { mistaken, refusedOn } from '../entries/allowed'
import { cameTo, differing } from '../entries/changes'
import { ownPart, putAside } from '../entries/enter'
import { caseOfMeasurement, lockCaseRow, type Measured, readMeasured } from '../entries/measured'
import { interviewedBy } from '../fieldwork/held-by'
import { pinnedBattery } from '../instruments/battery'
import { secondEntryShare } from './share'

/** What stands on a paper: of which measurement, of which day, typed in by whom (the code of an interviewer). */
export type Paper = {
  readonly measurementId: string
  readonly on: Day
  readonly answers: Given
  readonly enteredBy: string
}
/** What came of it: it counts; it waits for somebody else to type it in too; the two differ and somebody decides. */
export type TypedIn = { readonly state: 'in' | 'waits' | 'differs' }

/**
 * Takes in answers from paper. One that was drawn waits until another person typed it in too: equal ones count, others are
 * laid side by side. Refused: no such measurement, filled in already or begun on a screen, a day on which it could not be
 * filled in, an item or value that was not asked, a second typing by the same person, a third, and a supervisor's paper about a client
 * whom the same person interviewed (§6: neither side learns the other's answers through them).
 */
export async function typeInPaper(db: StudyDb, occasion: Occasion, paper: Paper): Promise<Result<TypedIn>> {
  const { measurementId } = paper
  const about = await caseOfMeasurement(db, occasion.study.id, measurementId)
  if (!about) return refuse('unknown_measurement')
  const { registrationId, wave, perspective } = about
  const what = {
    verb: 'type_in_paper',
    subject: 'registration',
    subjectId: registrationId,
    details: { wave, perspective, on: paper.on },
  }
  return change(db, occasion, what, async (tx) => {
    await lockCaseRow(tx, registrationId)
    const measured = await readMeasured(tx, occasion.study, measurementId)
    if (!measured) return refuse('unknown_measurement')
    if (measured.completedOn) return refuse('already_answered')
    if (measured.version > 0) return refuse('begun_on_screen')
    const refused = refusedOn(occasion, measured, paper.on)
    if (refused) return refused
    if (perspective === 'supervisor' && (await interviewedBy(tx, registrationId, paper.enteredBy)))
      return refuse('knows_other_side')
    return typedIn(tx, occasion, measured, paper)
  })
}

async function typedIn(tx: StudyTx, occasion: Occasion, measured: Measured, paper: Paper): Promise<Result<TypedIn>> {
  const battery = await pinnedBattery(tx, occasion.study, measured.pins)
  const checked = checkGiven(battery, paper.answers, { signing: false })
  if (!checked.ok) return mistaken(battery, checked.mistakes)
  const { answers } = checked
  const entering = {
    way: 'paper',
    enteredBy: paper.enteredBy,
    why: 'second_entry',
    part: ownPart(),
    complete: true,
    changed: answers,
    notes: {},
    seconds: null,
    language: null,
  } as const
  if (measured.aside > 1) return refuse('waits_for_decision')
  const before = await firstTyping(tx, measured.id)
  if (before) {
    if (before.enteredBy === paper.enteredBy) return refuse('typed_by_same')
    await putAside(tx, measured, entering, paper.on)
    if (before.on !== paper.on || differing(before.answers, answers).length > 0) return done({ state: 'differs' })
    await tx.entry.updateMany({
      where: { measurementId: measured.id, state: 'aside', why: 'second_entry' },
      data: { state: 'dropped' },
    })
  } else if (drawnForSecondEntry(measured.id, await secondEntryShare(tx, occasion.study.id))) {
    await putAside(tx, measured, entering, paper.on)
    return done({ state: 'waits' })
  }
  const whole = { ...entering, part: ownPart(), why: before ? 'second_entry' : null, answers }
  await accept(tx, occasion, measured, { ...whole, on: paper.on, battery, pins: measured.pins })
  return done({ state: 'in' })
}

/** The first typing of a paper that waits for a second; null when nobody typed it in yet. */
async function firstTyping(tx: StudyTx, measurementId: string) {
  const first = await tx.entry.findFirst({
    where: { measurementId, state: 'aside', why: 'second_entry' },
    include: { answers: true },
    orderBy: { id: 'asc' },
  })
  if (!first) return null
  const said = first.answers.map(({ item, value, missing }) => [item, value ?? missing] as const)
  return {
    enteredBy: first.enteredBy,
    on: first.enteredOn.toISOString().slice(0, 10),
    answers: cameTo([Object.fromEntries(said) as Parameters<typeof cameTo>[0][number]]),
  }
}
