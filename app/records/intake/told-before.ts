import type { StudyDb } from '../../platform/database'
import { type Day, fromColumn, toColumn } from '../../protocol/day'
import type { Interview } from '../fieldwork/interview'
import type { Reply } from './reply'

/** The reply that stands of a case; null while there is none. */
export async function repliedBefore(
  db: StudyDb,
  registrationId: string,
): Promise<Omit<Reply, 'registrationId'> | null> {
  const row = await db.inquiry.findUnique({ where: { registrationId } })
  if (!row?.repliedOn) return null
  return {
    repliedOn: fromColumn(row.repliedOn),
    isSupervisor: row.isSupervisor === true,
    contacts: row.contacts,
    nextContactOn: row.nextContactOn && fromColumn(row.nextContactOn),
    reason: row.reason,
  }
}

/** What an interviewer met with on a day. */
type Met = Interview & { readonly event: 'no_show' | 'refused' | 'not_held' | 'interviewed'; readonly reason: string }

/** Whether the study knows the very same: what was told once is not told again. */
export async function metBefore(db: StudyDb, met: Met): Promise<boolean> {
  const { registrationId, wave, on, contacts, interviewer, minutes, reason } = met
  const at = toColumn(on as Day)
  switch (met.event) {
    case 'no_show':
      return (await db.noShow.count({ where: { registrationId, wave, missedOn: at } })) > 0
    case 'interviewed': {
      const same = { openedOn: at, contacts, interviewer, minutes }
      return (await db.measurement.count({ where: { registrationId, wave, perspective: 'client', ...same } })) > 0
    }
    default: {
      const left = { step: 'approach', reason, leftOn: at, returnedOn: null }
      return (await db.departure.count({ where: { registrationId, ...left } })) > 0
    }
  }
}
