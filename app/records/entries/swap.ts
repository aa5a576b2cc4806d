import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Mending } from '../../protocol/instruments/mending'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { pinnedBattery } from '../instruments/battery'
import { changesOf } from './changes'
import { doubt } from './doubt'
import { ownPart, takeIn } from './enter'
import { caseOfMeasurement, lockCaseRow, type Measured, readMeasured } from './measured'

/**
 * Exchanges what one supervisor answered about two clients at the same wave, filled in the wrong way round: each is an
 * entry in the history of both. The days stay where they are. Refused: no such questionnaire, two that are not of one
 * supervisor, wave and set of questions or were not both signed off, answers that were erased, a client who stopped.
 */
export async function swapQuestionnaires(
  db: StudyDb,
  occasion: Occasion,
  { one, other, why }: { readonly one: string; readonly other: string; readonly why: Mending },
): Promise<Result<null>> {
  const [first, second] = await Promise.all([one, other].map((id) => caseOfMeasurement(db, occasion.study.id, id)))
  if (first?.perspective !== 'supervisor' || second?.perspective !== 'supervisor') return refuse('unknown_measurement')
  const { registrationId, wave } = first
  const details = { wave, why, other: second.registrationId }
  const what = { verb: 'swap_questionnaires', subject: 'registration', subjectId: registrationId, details }
  return change(db, occasion, what, async (tx) => {
    // in the order in which every verb on several cases locks them
    for (const id of [registrationId, second.registrationId].sort()) await lockCaseRow(tx, id)
    const left = await readMeasured(tx, occasion.study, one)
    const right = await readMeasured(tx, occasion.study, other)
    if (!left || !right) return refuse('unknown_measurement')
    if (left.withdrawn || right.withdrawn) return refuse('withdrawn')
    if (left.erased || right.erased) return refuse('answers_erased')
    if (!(await swappable(tx, left, right))) return refuse('not_same_pair')
    await gets(tx, occasion, left, right, why)
    await gets(tx, occasion, right, left, why)
    return done(null)
  })
}

async function swappable(tx: StudyTx, one: Measured, other: Measured): Promise<boolean> {
  if (one.id === other.id || one.wave.name !== other.wave.name || !one.completedOn || !other.completedOn) return false
  if ([...one.pins].sort().join() !== [...other.pins].sort().join()) return false
  const rows = await tx.$queryRaw<{ rater: string | null }[]>`
    SELECT DISTINCT study.rater(m.dyad_id, m.registration_id) AS rater FROM study.measurement m
     WHERE m.id IN (${one.id}::uuid, ${other.id}::uuid)`
  return rows.length === 1 && rows[0]?.rater !== null
}

async function gets(tx: StudyTx, occasion: Occasion, measured: Measured, from: Measured, why: Mending) {
  const { answers, language } = from
  const changed = changesOf(measured.answers, answers)
  const entering = {
    way: 'swapped',
    enteredBy: null,
    why,
    part: ownPart(),
    complete: true,
    changed,
    notes: {},
  } as const
  await takeIn(tx, occasion, measured, { ...entering, seconds: from.seconds, language }, measured)
  const battery = await pinnedBattery(tx, occasion.study, measured.pins)
  await doubt(tx, occasion, { ...measured, answers, seconds: from.seconds }, battery)
}
