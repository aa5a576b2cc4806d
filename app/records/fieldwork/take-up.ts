import type { StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Wave } from '../../protocol/study'
import { lockCase } from '../case'
import { takeIn } from '../entries/enter'
import { readMeasured } from '../entries/measured'
import { lacksConsent } from '../permissions'
import { canGoOn } from './going-on'
import { nextPart, seenOf } from './own-draft'

/** An interview that was begun, the contacts counted again, and who goes on with it; `over`: it was another's before. */
type TakingUp = {
  readonly id: string
  readonly registrationId: string
  readonly contacts: number | null
  readonly interviewer: string
  readonly over: boolean
}

/**
 * Takes an interview up again that was broken off (protocol §3): its answers stand, and the contacts are counted again. That it was
 * is an entry of its own without answers: from there on it goes on that day, and what was begun elsewhere before it lies aside.
 * Refused once the client stopped or took consent back, and when it is over.
 */
export async function takeUp(
  tx: StudyTx,
  occasion: Occasion,
  begun: TakingUp,
  wave: Wave,
): Promise<Result<{ measurementId: string }>> {
  const { study, today } = occasion
  const { id, registrationId, contacts, interviewer, over } = begun
  const known = await lockCase(tx, study.id, registrationId)
  if (!known) return refuse('unknown_case', { field: 'supervision' })
  if (known.withdrawn) return refuse('withdrawn', { field: 'supervision' })
  const lacking = await lacksConsent(tx, study.protocol, known.clientId, 'interview', wave)
  if (lacking) return lacking
  if (!wave.window && contacts === null) return refuse('required', { field: 'contacts' })
  if (!(await canGoOn(tx, study, begun, wave, today))) return refuse('interview_over', { field: 'contacts' })
  if (!wave.window && contacts !== null)
    await tx.contactReport.createMany({
      data: { id: newId(), registrationId, reportedOn: toColumn(today), contacts, source: 'interview' },
    })
  const measured = await readMeasured(tx, study, id)
  if (!measured) return refuse('unknown_measurement')
  const { stands: base } = measured
  const { draftId, draftSeq } = await nextPart(tx, id, { base }, seenOf({ base }))
  const entry = { way: 'interview', enteredBy: interviewer, why: over ? 'taken_over' : 'taken_up' } as const
  const nothing = { complete: false, changed: {}, notes: {}, seconds: null, language: null }
  await takeIn(
    tx,
    occasion,
    measured,
    { ...entry, ...nothing, part: { draftId, draftSeq } },
    { ...measured, brokenOffOn: null },
  )
  if (over) await tx.measurement.update({ where: { id }, data: { interviewer } })
  return done({ measurementId: id })
}
