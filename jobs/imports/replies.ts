import type { Day } from '../../app/protocol/day'
import { done } from '../../app/protocol/refusal'
import { correctReply } from '../../app/records/intake/correction'
import { askedAfterAll } from '../../app/records/intake/past'
import { recordReply } from '../../app/records/intake/reply'
import { repliedBefore } from '../../app/records/intake/told-before'
import type { TakeRow } from './cases'

/** A supervisor's reply (protocol §2, step 2): new, the same once more, or another one that corrects it. */
export const takeReply: TakeRow = async (db, occasion, { registrationId, values }) => {
  const reply = {
    registrationId,
    repliedOn: values.replied_on as Day,
    isSupervisor: values.is_supervisor === 'yes',
    contacts: values.contacts as number | null,
    nextContactOn: values.next_contact_on as Day | null,
    reason: values.reason as string | null,
  }
  const before = await repliedBefore(db, registrationId)
  if (!before) {
    if (occasion.past) await askedAfterAll(db, occasion, registrationId)
    const recorded = await recordReply(db, occasion, reply)
    return recorded.ok ? done({ outcome: 'new', fields: [] }) : recorded
  }
  const fields = FIELDS.filter(([, name]) => before[name] !== reply[name]).map(([field]) => field)
  if (fields.length === 0) return done({ outcome: 'unchanged', fields })
  const corrected = await correctReply(db, occasion, reply)
  return corrected.ok ? done({ outcome: 'changed', fields }) : corrected
}

const FIELDS = [
  ['replied_on', 'repliedOn'],
  ['is_supervisor', 'isSupervisor'],
  ['contacts', 'contacts'],
  ['next_contact_on', 'nextContactOn'],
  ['reason', 'reason'],
] as const
