import type { StudyDb, StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { type Day, toColumn } from '../../protocol/day'
import { stepOfReply } from '../../protocol/reasons'
import { done, type Result, refuse } from '../../protocol/refusal'
import { countsAsAnswer } from '../../protocol/reminders'
import { type Case, lockCase } from '../case'
import { change } from '../change'
import { comeBack } from '../departures'
import { cancelMail } from '../ledger/plan'
import { refusedNow } from '../standing'
import { answeredBy, askedElsewhere } from './answered-by'
import type { Screened } from './screened'
import { screenCase } from './screening'

/** What the supervisor answered to the inquiry (protocol §2, steps 2 to 4). `reason` null: nothing stands in the way. */
export type Reply = {
  readonly registrationId: string
  readonly repliedOn: Day
  readonly isSupervisor: boolean
  readonly contacts: number | null
  readonly nextContactOn: Day | null
  readonly reason: string | null
}

/** More contacts than any supervision of weeks can have: a slip of the keyboard. */
const MOST_CONTACTS = 99

/**
 * Records the supervisor's reply and screens the case on it at once, so that nothing answered waits for a decision that
 * the system can make. Refused: no inquiry, answered before, by who is not asked (any more), after the ladder's last day,
 * a reason or number that does not exist. Gives where the case stands now.
 */
export function recordReply(db: StudyDb, occasion: Occasion, reply: Reply): Promise<Result<Screened>> {
  const what = {
    verb: 'record_reply',
    subject: 'registration',
    subjectId: reply.registrationId,
    details: { repliedOn: reply.repliedOn },
  }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, reply.registrationId)
    const refusal = known ? refusalOf(occasion, known, reply) : refuse('unknown_case', { field: 'supervision' })
    if (refusal) return refusal
    const answered = await writeReply(tx, occasion, known as Case, reply)
    return done(await screenCase(tx, occasion, answered, reply.repliedOn))
  })
}

function refusalOf(occasion: Occasion, known: Case, reply: Reply): Result<never> | null {
  const { inquiry } = known
  if (known.withdrawn) return refuse('withdrawn', { field: 'supervision' })
  if (known.declined) return refuse('supervisor_declined', { field: 'supervision' })
  const elsewhere = refusedNow('record_reply', known, { field: 'supervision' }) ?? askedElsewhere(occasion, known)
  if (elsewhere) return elsewhere
  // a case that left at the inquiry may have been answered for before, or never asked about
  if (!inquiry) return refuse('not_inquired', { field: 'supervision' })
  if (inquiry.repliedOn) return refuse('already_replied', { field: 'supervision' })
  return wrongReply(occasion, inquiry, reply)
}

/** What is wrong with a reply itself, whenever it is given; null when nothing is. */
export function wrongReply(
  { study, today }: Occasion,
  inquiry: Pick<NonNullable<Case['inquiry']>, 'sentOn'>,
  reply: Reply,
): Result<never> | null {
  if (reply.repliedOn < inquiry.sentOn) return refuse('before_inquiry', { field: 'replied_on', sentOn: inquiry.sentOn })
  if (reply.repliedOn > today) return refuse('in_future', { field: 'replied_on' })
  if (!countsAsAnswer(study.protocol.inquiry, inquiry.sentOn, reply.repliedOn))
    return refuse('too_late', { field: 'replied_on', sentOn: inquiry.sentOn })
  if (reply.contacts !== null && !(reply.contacts >= 0 && reply.contacts <= MOST_CONTACTS))
    return refuse('out_of_range', { field: 'contacts', min: 0, max: MOST_CONTACTS })
  if (reply.isSupervisor && reply.contacts === null) return refuse('required', { field: 'contacts' })
  if (reply.nextContactOn && reply.nextContactOn < reply.repliedOn)
    return refuse('before_reply', { field: 'next_contact_on', repliedOn: reply.repliedOn })
  if (reply.reason && !stepOfReply(study.protocol, reply.reason)) return refuse('unknown_reason', { field: 'reason' })
  return null
}

/** The reply and the count of contacts; reminders still planned are not sent, and a non-response is undone. */
export async function writeReply(tx: StudyTx, occasion: Occasion, known: Case, reply: Reply): Promise<Case> {
  const { today } = occasion
  const { registrationId, isSupervisor, contacts, reason } = reply
  const nextContactOn = reply.nextContactOn && toColumn(reply.nextContactOn)
  await tx.inquiry.updateMany({
    where: { registrationId },
    data: {
      repliedOn: toColumn(reply.repliedOn),
      answeredBy: answeredBy(occasion, known),
      isSupervisor,
      contacts,
      nextContactOn,
      reason,
    },
  })
  await cancelMail(tx, registrationId, 'replied', { wave: 'intake' })
  if (known.left.inquiry) await comeBack(tx, registrationId, 'inquiry', today)
  if (contacts !== null)
    await tx.contactReport.createMany({
      data: {
        id: newId(),
        registrationId,
        reportedOn: toColumn(reply.repliedOn),
        contacts,
        nextContactOn,
        source: 'inquiry',
      },
    })
  const { inquiry: _, left, ...rest } = known
  const { inquiry: __, ...still } = left
  return {
    ...rest,
    left: still,
    inquiry: {
      ...(known.inquiry as NonNullable<Case['inquiry']>),
      repliedOn: reply.repliedOn,
      answeredBy: answeredBy(occasion, known),
      isSupervisor,
      contacts,
      reason,
    },
  }
}
