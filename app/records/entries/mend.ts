import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { pinOf } from '../../protocol/instruments/battery'
import type { Mending } from '../../protocol/instruments/mending'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { batteryOn } from '../instruments/battery'
import { planMail } from '../ledger/plan'
import { nextRound } from '../links/revoke'
import { changesOf } from './changes'
import { closeQuestions } from './doubt'
import { ownPart, takeIn } from './enter'
import { caseOfMeasurement, lockCaseRow, type Measured, readMeasured } from './measured'

type Mend = { readonly measurementId: string; readonly why: Mending }

/** What an entry says that gives nothing and changes how the questionnaire stands. */
const EMPTY = { enteredBy: null, complete: false, notes: {}, seconds: null, language: null } as const

/**
 * Opens a supervisor's questionnaire again that was signed off: the answers stay and can be changed, its ladder counts from
 * today, and a new link goes out, the old one opens nothing. Refused: no such questionnaire, not filled in, erased, and a
 * client who stopped.
 */
export const reopenQuestionnaire = (db: StudyDb, occasion: Occasion, mend: Mend): Promise<Result<null>> =>
  mended(db, occasion, 'reopen_questionnaire', mend, async (tx, measured) => {
    if (!measured.completedOn) return refuse('not_answered')
    const entering = { ...EMPTY, way: 'reopened', why: mend.why, part: ownPart(), changed: {} } as const
    await takeIn(tx, occasion, measured, entering, { ...measured, ...openedOn(occasion) })
    await askAnew(tx, occasion, measured)
    return done(null)
  })

/**
 * Declares what a supervisor filled in void: it counts nowhere any more and stays in the history; the questionnaire is
 * opened anew, empty, with a new link and a ladder from today. Also for one that was not signed off. Refused as reopening is.
 */
export const voidQuestionnaire = (db: StudyDb, occasion: Occasion, mend: Mend): Promise<Result<null>> =>
  mended(db, occasion, 'void_questionnaire', mend, async (tx, measured) => {
    const { id: measurementId, answers, completedOn, wave } = measured
    if (!completedOn && Object.keys(answers).length === 0) return refuse('not_answered')
    const changed = changesOf(answers, {})
    const entering = { ...EMPTY, way: 'voided', why: mend.why, part: ownPart(), changed } as const
    const asked = await batteryOn(tx, occasion.study, wave.name, 'supervisor', occasion.today)
    const became = { ...measured, ...openedOn(occasion), pins: asked.map(pinOf) }
    await takeIn(tx, occasion, measured, entering, became)
    await tx.entry.updateMany({ where: { measurementId, state: 'aside', way: 'link' }, data: { state: 'dropped' } })
    await closeQuestions(tx, occasion, measured)
    await askAnew(tx, occasion, measured)
    return done(null)
  })

const openedOn = ({ today }: Occasion) => ({ openedOn: today, completedOn: null, closedOn: null })

async function mended(
  db: StudyDb,
  occasion: Occasion,
  verb: string,
  { measurementId, why }: Mend,
  body: (tx: StudyTx, measured: Measured) => Promise<Result<null>>,
): Promise<Result<null>> {
  const about = await caseOfMeasurement(db, occasion.study.id, measurementId)
  if (about?.perspective !== 'supervisor') return refuse('unknown_measurement')
  const { registrationId, wave } = about
  const what = { verb, subject: 'registration', subjectId: registrationId, details: { wave, why } }
  return change(db, occasion, what, async (tx) => {
    await lockCaseRow(tx, registrationId)
    const measured = await readMeasured(tx, occasion.study, measurementId)
    if (!measured) return refuse('unknown_measurement')
    if (measured.withdrawn) return refuse('withdrawn')
    if (measured.erased) return refuse('answers_erased')
    return body(tx, measured)
  })
}

/** The links that were sent open nothing any more; whoever is asked gets a new one (which one it is: see `issueLinks`). */
async function askAnew(tx: StudyTx, occasion: Occasion, { id: targetId, registrationId, wave }: Measured) {
  await tx.issuedLink.updateMany({
    where: { targetId, kind: 'measurement', revokedOn: null },
    data: { revokedOn: toColumn(occasion.today) },
  })
  const [row] = await tx.$queryRaw<{ id: string | null }[]>`
    SELECT study.rater(m.dyad_id, m.registration_id) AS id FROM study.measurement m WHERE m.id = ${targetId}::uuid`
  if (!row?.id) return
  const line = { registrationId, supervisorId: row.id, wave: wave.name, kind: 'questionnaire' } as const
  await planMail(tx, occasion, { ...line, round: await nextRound(tx, line) })
}
