import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { done, refuse } from '../../protocol/refusal'
import { lockCase } from '../case'
import { change } from '../change'
import { giveTo } from './hand-over'

/**
 * Asks the supervisor whom the register names now, where another one was asked and did not answer: of these cases, or of
 * all of the study, so that a batch that was cut short is completed. Each in a transaction of its own: an office that is
 * reorganised holds nobody up. Gives how many went to somebody else.
 */
export async function handOverByRegister(db: StudyDb, occasion: Occasion, only?: readonly string[]): Promise<number> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM study.registration r JOIN study.inquiry i ON i.registration_id = r.id
     WHERE r.study_id = ${occasion.study.id}::uuid AND r.stage = 'awaiting_reply' AND i.supervisor_id <> r.supervisor_id
       AND (${only === undefined} OR r.id = ANY (${[...(only ?? [])]}::uuid[]))
     ORDER BY r.id`
  let count = 0
  for (const { id } of rows) if (await handOver(db, occasion, id)) count += 1
  return count
}

async function handOver(db: StudyDb, occasion: Occasion, registrationId: string): Promise<boolean> {
  const what = { verb: 'hand_over', subject: 'registration', subjectId: registrationId }
  const handed = await change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    const to = known?.supervisorId
    const unanswered = known?.inquiry && known.inquiry.repliedOn === null && known.inquiry.supervisorId !== to
    if (!to || !unanswered) return refuse('changed_meanwhile')
    return done(await giveTo(tx, occasion, known, to))
  })
  return handed.ok
}

/**
 * What is told anew of the past holds for what was asked then: the day and the supervisor of a question that nobody
 * answered, and about which no mail ever went, follow the register. Takes the day on which each was registered before.
 */
export async function askedThen(
  tx: StudyTx,
  cases: readonly { readonly id: string; readonly registeredBefore: Day }[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE study.inquiry i SET sent_on = r.registered_on, supervisor_id = r.supervisor_id, asked_id = r.supervisor_id
      FROM study.registration r
      JOIN unnest(${cases.map(({ id }) => id)}::uuid[], ${cases.map((one) => one.registeredBefore)}::date[])
             AS t (id, registered_before) ON t.id = r.id
     WHERE i.registration_id = r.id AND i.replied_on IS NULL AND i.sent_on = t.registered_before
       AND r.supervisor_id IS NOT NULL
       AND (i.sent_on, i.supervisor_id, i.asked_id) IS DISTINCT FROM (r.registered_on, r.supervisor_id, r.supervisor_id)
       AND NOT EXISTS (SELECT FROM study.mail_line m WHERE m.registration_id = r.id)`
}
