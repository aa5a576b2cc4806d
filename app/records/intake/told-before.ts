import type { StudyDb } from '../../platform/database'
import { type Day, fromColumn, toColumn } from '../../protocol/day'
import type { Interview } from '../fieldwork/hold'
import type { Reply } from './reply'

type Told = Omit<Reply, 'registrationId'>

/** The reply that stands of a case, null while there is none; and those that were corrected, or asked anew after. */
export async function repliedBefore(
  db: StudyDb,
  registrationId: string,
): Promise<{ readonly stands: Told | null; readonly earlier: readonly Told[] }> {
  const earlier = await db.inquiryBefore.findMany({ where: { registrationId } })
  return {
    stands: told(await db.inquiry.findUnique({ where: { registrationId } })),
    earlier: earlier.flatMap((row) => told(row) ?? []),
  }
}

type Row = {
  readonly repliedOn: Date | null
  readonly isSupervisor: boolean | null
  readonly contacts: number | null
  readonly nextContactOn: Date | null
  readonly reason: string | null
}

const told = (row: Row | null): Told | null =>
  row?.repliedOn
    ? {
        repliedOn: fromColumn(row.repliedOn),
        isSupervisor: row.isSupervisor === true,
        contacts: row.contacts,
        nextContactOn: row.nextContactOn && fromColumn(row.nextContactOn),
        reason: row.reason,
      }
    : null

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
