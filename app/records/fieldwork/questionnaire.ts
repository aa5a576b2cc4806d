import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Day, toColumn } from '../../protocol/day'
import { pinOf } from '../../protocol/instruments/battery'
import { checkGiven } from '../../protocol/instruments/check'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Instrument, Perspective, Wave } from '../../protocol/study'
import { type Case, lockCase } from '../case'
import { change } from '../change'
import { WITHDREW } from '../departures'
import { accept } from '../entries/accept'
import { mistaken, refusedOn } from '../entries/allowed'
import { ownPart } from '../entries/enter'
import { readMeasured } from '../entries/measured'
import { pinnedBattery } from '../instruments/battery'
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
 * Takes in a client's interview answers or a supervisor's questionnaire from a file, as a whole. A supervisor's answer counts
 * up to the last day of its ladder, also when the case was closed in the meantime (protocol §3); one that comes before the
 * link went out opens its own place. Of what was to be asked only the instruments count of which there is an answer.
 * Refused: not open, too late, answered before, an item or value that the instrument does not have. Gives the number of
 * answers.
 */
export function takeInQuestionnaire(
  db: StudyDb,
  occasion: Occasion,
  filled: Questionnaire,
): Promise<Result<{ answers: number }>> {
  const { registrationId, wave, perspective, on } = filled
  const answers = Object.keys(filled.answers).length
  const details = { wave, perspective, on, answers }
  const what = { verb: 'take_in_questionnaire', subject: 'registration', subjectId: registrationId, details }
  return change(db, occasion, what, async (tx) => {
    const target = await wanted(tx, occasion, filled)
    if (!target.ok) return target
    const { known, at } = target.value
    if (perspective === 'supervisor') await openOnPaper(tx, occasion, known, at, on)
    const where = { registrationId_wave_perspective: { registrationId, wave, perspective } }
    const opened = await tx.measurement.findUnique({ where, select: { id: true } })
    const measured = opened && (await readMeasured(tx, occasion.study, opened.id))
    if (!measured) return refuse('not_open', { field: 'supervision' })
    if (measured.completedOn) return refuse('already_answered', { field: 'supervision' })
    const asked = answering(await pinnedBattery(tx, occasion.study, measured.pins), filled)
    const checked = checkGiven(asked, filled.answers, { signing: false })
    if (!checked.ok) return mistaken(asked, checked.mistakes)
    const refused = refusedOn(occasion, measured, on)
    if (refused) return refused
    await accept(tx, occasion, measured, {
      way: 'import',
      enteredBy: null,
      why: null,
      part: ownPart(),
      complete: true,
      answers: checked.answers,
      notes: {},
      seconds: null,
      language: null,
      on,
      battery: asked,
      pins: asked.map(pinOf),
    })
    return done({ answers })
  })
}

/** The instruments of which there is an answer; all of them when there is none, or when an answer belongs to none. */
function answering(battery: readonly Instrument[], { answers }: Questionnaire): readonly Instrument[] {
  const codes = new Set(Object.keys(answers))
  const some = battery.filter(({ items }) => items.some(({ code }) => codes.has(code)))
  return some.length > 0 ? some : battery
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
  return done({ known, at })
}

/** A wave whose window is open takes a supervisor's answer before the link went out: the paper came first. */
async function openOnPaper(tx: StudyTx, occasion: Occasion, known: Case, wave: Wave, on: Day) {
  if (!wave.window) return
  const where = { registrationId: known.id, wave: wave.name, opensOn: { lte: toColumn(on) } }
  if (await tx.waveWindow.count({ where })) await openMeasurement(tx, occasion, known, wave, on)
}
