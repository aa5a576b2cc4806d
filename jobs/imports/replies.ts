import type { Day } from '../../app/protocol/day'
import { done } from '../../app/protocol/refusal'
import { correctReply } from '../../app/records/intake/correction'
import { askedAfterAll } from '../../app/records/intake/past'
import { type Reply, recordReply } from '../../app/records/intake/reply'
import { repliedBefore } from '../../app/records/intake/told-before'
import { recordUnasked, unasked } from '../../app/records/intake/unasked'
import type { TakeRow } from './cases'

/**
 * A supervisor's reply (protocol §2, step 2): new, the same once more, or another one that corrects it. What was corrected
 * since is not told anew: an older file undoes no correction. Of a case that nobody was asked about it came another way.
 */
export const takeReply: TakeRow = async (db, occasion, { registrationId, values }) => {
  const reply = {
    registrationId,
    repliedOn: values.replied_on as Day,
    isSupervisor: values.is_supervisor === 'yes',
    contacts: values.contacts as number | null,
    nextContactOn: values.next_contact_on as Day | null,
    reason: values.reason as string | null,
  }
  const { stands, earlier } = await repliedBefore(db, registrationId)
  if (earlier.some((one) => otherwise(one, reply).length === 0)) return done({ outcome: 'unchanged', fields: [] })
  if (!stands) {
    if (occasion.past) await askedAfterAll(db, occasion, registrationId)
    const record = (await unasked(db, registrationId)) ? recordUnasked : recordReply
    const recorded = await record(db, occasion, reply)
    return recorded.ok ? done({ outcome: 'new', fields: [] }) : recorded
  }
  const fields = otherwise(stands, reply)
  if (fields.length === 0) return done({ outcome: 'unchanged', fields })
  const corrected = await correctReply(db, occasion, reply)
  return corrected.ok ? done({ outcome: 'changed', fields }) : corrected
}

type Told = Omit<Reply, 'registrationId'>

/** The fields in which two replies differ. */
const otherwise = (one: Told, other: Told): string[] =>
  FIELDS.filter(([, name]) => one[name] !== other[name]).map(([field]) => field)

const FIELDS = [
  ['replied_on', 'repliedOn'],
  ['is_supervisor', 'isSupervisor'],
  ['contacts', 'contacts'],
  ['next_contact_on', 'nextContactOn'],
  ['reason', 'reason'],
] as const
