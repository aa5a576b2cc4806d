import type { StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { whomToAsk } from '../absences'
import { INTAKE, type MailKind } from '../ledger/kinds'
import { planMail } from '../ledger/plan'
import { nextRound } from '../links/revoke'

/** Whose client it is now, in which case, and what the first message says if it goes to themselves. */
export type ToAsk = {
  readonly registrationId: string
  readonly supervisorId: string
  readonly kind: Extract<MailKind, 'inquiry' | 'inquiry_handed_over'>
}
/** What came of it: a new ladder from today, or nobody is there to be asked before a day has passed. */
export type AskedNow = { readonly inquiryId: string } | { readonly until: string }

/** Why a row is history and a new ladder began. */
export const NEW_LADDER = ['handed_over', 'asked_again'] as const
/** How many rounds a ladder takes in the ledger: the question and its reminders. */
export const roundsOf = ({ inquiry }: StudyRef['protocol']): number => 1 + inquiry.reminders.length

/** Whether the row that is there is kept as history, and as what. */
export type Before = 'none' | 'handed_over' | 'asked_again'

/**
 * Asks about a case from today on: the supervisor, or the stand-in of one who is away. What was asked before, and what
 * was answered, goes into the history; the question gets a new id, so that links to the old one no longer open it.
 */
export async function ask(tx: StudyTx, occasion: Occasion, toAsk: ToAsk, before: Before): Promise<AskedNow> {
  const { registrationId, supervisorId, kind } = toAsk
  const { askedId, until } = await whomToAsk(tx, occasion, toAsk)
  if (askedId === null) return { until }
  const inquiryId = newId()
  const sentOn = toColumn(occasion.today)
  if (before === 'none')
    await tx.inquiry.createMany({ data: { id: inquiryId, registrationId, supervisorId, askedId, sentOn } })
  else {
    await keepAsHistory(tx, occasion, registrationId, before)
    const unanswered = { repliedOn: null, answeredBy: null, isSupervisor: null, contacts: null, nextContactOn: null }
    await tx.inquiry.updateMany({
      where: { registrationId },
      data: { id: inquiryId, supervisorId, askedId, sentOn, ...unanswered, reason: null },
    })
  }
  const line = {
    registrationId,
    supervisorId: askedId,
    wave: INTAKE,
    kind: askedId === supervisorId ? kind : ('inquiry_stand_in' as const),
  }
  const rounds = before === 'none' ? 0 : await roundsBefore(tx, occasion, registrationId)
  await planMail(tx, occasion, { ...line, round: Math.max(rounds, await nextRound(tx, line)) })
  return { inquiryId }
}

/** The first round of this ladder: those before it had one message and their reminders. */
const roundsBefore = async (tx: StudyTx, { study }: Occasion, registrationId: string) =>
  (await tx.inquiryBefore.count({ where: { registrationId, why: { in: [...NEW_LADDER] } } })) * roundsOf(study.protocol)

/** The inquiry as it stands, under its own id: whoever has its link is told what became of it. */
const keepAsHistory = (tx: StudyTx, { today }: Occasion, registrationId: string, why: Before) => tx.$executeRaw`
  INSERT INTO study.inquiry_before (id, registration_id, seq, supervisor_id, asked_id, sent_on, replied_on, answered_by,
                                    is_supervisor, contacts, next_contact_on, reason, ended_on, why)
  SELECT i.id, i.registration_id,
         1 + (SELECT count(*) FROM study.inquiry_before b WHERE b.registration_id = i.registration_id),
         i.supervisor_id, i.asked_id, i.sent_on, i.replied_on, i.answered_by, i.is_supervisor, i.contacts,
         i.next_contact_on, i.reason, ${today}::date, ${why}
    FROM study.inquiry i WHERE i.registration_id = ${registrationId}::uuid`
