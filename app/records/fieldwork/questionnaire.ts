import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Day, fromColumn, toColumn } from '../../protocol/day'
import { askedIn, batteryNow } from '../../protocol/instruments/battery'
import { done, type Result, refuse } from '../../protocol/refusal'
import { countsAsAnswer } from '../../protocol/reminders'
import type { Instrument, Perspective, Wave } from '../../protocol/study'
import { type Case, lockCase } from '../case'
import { change } from '../change'
import { WITHDREW } from '../departures'
import { cancelMail } from '../ledger/plan'
import { lacksConsent } from '../permissions'
import { stepOfWave } from '../standing'
import { openMeasurement } from './questionnaire-link'

/** A filled-in questionnaire: answers by item code, only those that were answered (protocol §7). */
export type Questionnaire = {
  readonly registrationId: string
  readonly wave: string
  readonly perspective: Perspective
  readonly on: Day
  readonly answers: Readonly<Record<string, number>>
}

/**
 * Takes in a client's interview answers or a supervisor's questionnaire. A supervisor's answer counts up to the last
 * day of its ladder, also when the case was closed in the meantime (protocol §3); one that comes on paper before the
 * link went out opens its own place. Refused: not open, too late, answered before, an item or value that the
 * instrument does not have. Gives the number of answers.
 */
export function takeInQuestionnaire(
  db: StudyDb,
  occasion: Occasion,
  filled: Questionnaire,
): Promise<Result<{ answers: number }>> {
  const { registrationId, wave, perspective, on } = filled
  const details = { wave, perspective, on, answers: Object.keys(filled.answers).length }
  const what = { verb: 'take_in_questionnaire', subject: 'registration', subjectId: registrationId, details }
  return change(db, occasion, what, async (tx) => {
    const target = await wanted(tx, occasion, filled)
    if (!target.ok) return target
    const { known, at, battery } = target.value
    const wrong = wrongAnswer(battery, filled.answers)
    if (wrong) return wrong
    if (perspective === 'supervisor') await openOnPaper(tx, occasion, known, at, on)
    const measurement = await tx.measurement.findUnique({
      where: { registrationId_wave_perspective: { registrationId, wave, perspective } },
    })
    if (!measurement) return refuse('not_open', { field: 'supervision' })
    if (measurement.completedOn) return refuse('already_answered', { field: 'supervision' })
    const openedOn = fromColumn(measurement.openedOn)
    if (on < openedOn) return refuse('before_opening', { field: 'on', openedOn })
    if (perspective === 'supervisor' && !countsAsAnswer(at.questionnaire, openedOn, on))
      return refuse('too_late', { field: 'on', openedOn })
    await tx.measurement.update({ where: { id: measurement.id }, data: { completedOn: toColumn(on), closedOn: null } })
    const written = await writeAnswers(tx, measurement.id, filled.answers)
    if (perspective === 'supervisor')
      await cancelMail(tx, registrationId, 'answered', { wave, kinds: ['questionnaire', 'questionnaire_reminder'] })
    return done({ answers: written })
  })
}

async function wanted(tx: StudyTx, { study, today }: Occasion, filled: Questionnaire) {
  const at = study.protocol.waves.find(({ name }) => name === filled.wave)
  if (!at) return refuse('unknown_wave', { field: 'wave' })
  if (filled.on > today) return refuse('in_future', { field: 'on' })
  const known = await lockCase(tx, study.id, filled.registrationId)
  if (!known) return refuse('unknown_case', { field: 'supervision' })
  if (known.withdrawn || known.left[stepOfWave(at)] === WITHDREW) return refuse('withdrawn', { field: 'supervision' })
  if (filled.perspective === 'client') {
    const lacking = await lacksConsent(tx, study.protocol, known.clientId, 'interview', at)
    if (lacking) return lacking
  }
  return done({ known, at, battery: batteryNow(study.protocol, at.name, filled.perspective) })
}

/** A wave whose window is open takes a supervisor's answer before the link went out: the paper came first. */
async function openOnPaper(tx: StudyTx, occasion: Occasion, known: Case, wave: Wave, on: Day) {
  if (!wave.window) return
  const where = { registrationId: known.id, wave: wave.name, opensOn: { lte: toColumn(on) } }
  if (await tx.waveWindow.count({ where })) await openMeasurement(tx, occasion, known, wave, on)
}

/** The first answer that the instrument does not have: unknown item, or a value outside its range. */
function wrongAnswer(battery: readonly Instrument[], answers: Readonly<Record<string, number>>): Result<never> | null {
  for (const [code, value] of Object.entries(answers)) {
    const item = askedIn(battery, code)?.item
    if (!item) return refuse('unknown_item', { field: code })
    const allowed = item.options
      ? item.options.some((option) => option.code === value)
      : value >= item.min && value <= item.max
    if (!Number.isInteger(value) || !allowed)
      return refuse('out_of_range', { field: code, min: item.min, max: item.max })
  }
  return null
}

/** All answers in one statement. */
function writeAnswers(tx: StudyTx, measurementId: string, answers: Readonly<Record<string, number>>): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO study.answer (measurement_id, item, value)
    SELECT ${measurementId}::uuid, a.item, a.value
      FROM unnest(${Object.keys(answers)}::text[], ${Object.values(answers)}::smallint[]) AS a (item, value)`
}
