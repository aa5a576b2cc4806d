import type { StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { fromColumn, toColumn } from '../../protocol/day'
import { mayGoOn } from '../../protocol/interview'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Wave } from '../../protocol/study'
import { lockCase } from '../case'
import { lacksConsent } from '../permissions'

/** Whether an interview that was broken off can still be gone on with today, by its window or by the contacts (see `mayGoOn`). */
export async function canGoOn(
  tx: Pick<StudyTx, 'waveWindow'>,
  { study, today }: Occasion,
  { registrationId, contacts }: { readonly registrationId: string; readonly contacts: number | null },
  wave: Wave,
): Promise<boolean> {
  const where = { registrationId_wave: { registrationId, wave: wave.name } }
  const window = wave.window ? await tx.waveWindow.findUnique({ where }) : null
  return mayGoOn(study.protocol, wave, { closes: window && fromColumn(window.closesOn), contacts }, today)
}

/**
 * Takes an interview up again that was broken off (protocol §3): its answers stand, and the contacts are counted again. Refused
 * once the client stopped or took consent back, and when it is over.
 */
export async function takeUp(
  tx: StudyTx,
  occasion: Occasion,
  begun: { readonly id: string; readonly registrationId: string; readonly contacts: number | null },
  wave: Wave,
): Promise<Result<{ measurementId: string }>> {
  const { study, today } = occasion
  const { id, registrationId, contacts } = begun
  const known = await lockCase(tx, study.id, registrationId)
  if (!known) return refuse('unknown_case', { field: 'supervision' })
  if (known.withdrawn) return refuse('withdrawn', { field: 'supervision' })
  const lacking = await lacksConsent(tx, study.protocol, known.clientId, 'interview', wave)
  if (lacking) return lacking
  if (!wave.window && contacts === null) return refuse('required', { field: 'contacts' })
  if (!(await canGoOn(tx, occasion, begun, wave))) return refuse('interview_over', { field: 'contacts' })
  if (!wave.window && contacts !== null)
    await tx.contactReport.createMany({
      data: { id: newId(), registrationId, reportedOn: toColumn(today), contacts, source: 'interview' },
    })
  await tx.measurement.update({ where: { id }, data: { brokenOffOn: null } })
  return done({ measurementId: id })
}
