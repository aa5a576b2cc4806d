import type { StudyDb, StudyTx } from '../platform/database'
import { newId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import { sql } from '../platform/sql'
import { type Day, fromColumn, toColumn } from '../protocol/day'
import type { Answered } from '../protocol/instruments/asked'
import { done, type Result, refuse } from '../protocol/refusal'
import { lockCasesOf } from './case'
import { change } from './change'
import { answersOf, SAID } from './entries/kept'

/** A questionnaire that a supervisor filled in, or began: about which client (a pseudonym), when, and what by item. */
export type GivenAnswers = {
  readonly pseudonym: string
  readonly wave: string
  readonly on: Day
  /** The day on which the answers were erased; then there are none. */
  readonly erasedOn: Day | null
  /** What was asked, pinned to its version. */
  readonly battery: readonly string[]
  readonly answers: Answered
}
/** A reply to the inquiry (protocol §2, steps 2 to 4): what was said about which client, when. */
export type GivenReply = {
  readonly pseudonym: string
  readonly on: Day
  /** Themselves, or staff or a file that wrote down what they answered. */
  readonly by: 'self' | 'account' | 'import'
  /** The day on which something else took its place; null for what stands. */
  readonly endedOn: Day | null
  readonly isSupervisor: boolean | null
  readonly contacts: number | null
  readonly nextContactOn: Day | null
  readonly reason: string | null
}

/**
 * All that a supervisor answered, for their own request to see it (protocol §6): replies, also those that were corrected
 * or handed the client to a colleague, and questionnaires, the oldest first. What a stand-in answered is the stand-in's. Looking is an entry in the audit. Refused for an unknown supervisor.
 */
export function answersOfSupervisor(
  db: StudyDb,
  occasion: Occasion,
  supervisorId: string,
): Promise<Result<{ replies: readonly GivenReply[]; questionnaires: readonly GivenAnswers[] }>> {
  const what = { verb: 'read_own_answers', subject: 'supervisor', subjectId: supervisorId }
  return change(db, occasion, what, async (tx) => {
    const { id: studyId } = occasion.study
    if (!(await tx.supervisor.count({ where: { id: supervisorId, studyId } }))) return refuse('unknown_supervisor')
    const about = { registration: { select: { client: { select: { pseudonym: true } } } } } as const
    const replies = await repliesOf(tx, studyId, supervisorId)
    const theirs = await tx.$queryRaw<{ id: string }[]>`
      SELECT m.id FROM study.measurement m
       WHERE m.study_id = ${studyId}::uuid AND m.perspective = 'supervisor'
         AND (m.completed_on IS NOT NULL OR EXISTS (SELECT FROM study.answer a WHERE a.measurement_id = m.id
                AND (a.value IS NOT NULL OR a.missing IS NOT NULL)))
         AND m.registration_id IN (SELECT registration_id FROM study.dyad WHERE supervisor_id = ${supervisorId}::uuid
             UNION ALL SELECT registration_id FROM study.dyad_before WHERE supervisor_id = ${supervisorId}::uuid
             UNION ALL SELECT registration_id FROM study.inquiry WHERE supervisor_id = ${supervisorId}::uuid)
         AND study.rater(m.dyad_id, m.registration_id) = ${supervisorId}::uuid`
    const filled = await tx.measurement.findMany({
      where: { id: { in: theirs.map(({ id }) => id) } },
      include: { ...about, answers: { where: SAID, orderBy: { item: 'asc' } } },
      orderBy: [{ completedOn: 'asc' }, { id: 'asc' }],
    })
    return done({
      replies,
      questionnaires: filled.map(({ registration, wave, openedOn, completedOn, erasedOn, battery, answers }) => ({
        pseudonym: registration.client.pseudonym,
        wave,
        on: fromColumn(completedOn ?? openedOn),
        erasedOn: erasedOn && fromColumn(erasedOn),
        battery,
        answers: answersOf(answers),
      })),
    })
  })
}

type ReplyRow = Omit<GivenReply, 'on' | 'endedOn' | 'nextContactOn'> & {
  on: Date
  endedOn: Date | null
  nextContactOn: Date | null
}

/** Who stood in answered for themselves, and everything else is the supervisor's. What was asked again says nothing new. */
async function repliesOf(tx: StudyTx, studyId: string, supervisorId: string): Promise<GivenReply[]> {
  const said = sql`registration_id, supervisor_id, asked_id, answered_by, replied_on, is_supervisor, contacts, next_contact_on, reason`
  const theirs = sql`replied_on IS NOT NULL AND (supervisor_id = ${supervisorId}::uuid OR asked_id = ${supervisorId}::uuid)`
  const rows = await tx.$queryRaw<ReplyRow[]>`
    SELECT c.pseudonym, i.replied_on AS on, i.is_supervisor AS "isSupervisor", i.contacts,
           i.next_contact_on AS "nextContactOn", i.reason, i.ended_on AS "endedOn",
           CASE WHEN i.answered_by IN ('account', 'import') THEN i.answered_by ELSE 'self' END AS by
      FROM (SELECT ${said}, NULL::date AS ended_on FROM study.inquiry WHERE ${theirs}
            UNION ALL SELECT ${said}, ended_on FROM study.inquiry_before WHERE ${theirs}) i
      JOIN study.registration r ON r.id = i.registration_id AND r.study_id = ${studyId}::uuid
      JOIN study.client c ON c.id = r.client_id
     WHERE CASE WHEN i.answered_by = 'stand_in' THEN i.asked_id ELSE i.supervisor_id END = ${supervisorId}::uuid
     ORDER BY i.replied_on, r.id, i.ended_on NULLS LAST`
  return rows.map(({ on, endedOn, nextContactOn, ...row }) => ({
    ...row,
    on: fromColumn(on),
    endedOn: endedOn && fromColumn(endedOn),
    nextContactOn: nextContactOn && fromColumn(nextContactOn),
  }))
}

/**
 * A supervisor takes back the questionnaires they filled in, about one case or about all (protocol §6): the wish is
 * written down and the answers go. The days stay, so counts do; a release made from now on has none of it. Replies to the
 * inquiry stay: on them it was decided who is in the study. What they fill in later is a new answer. Refused for an
 * unknown supervisor, for a case that is not theirs, and when there is nothing to erase. Gives how many questionnaires.
 */
export function withdrawSupervisorAnswers(
  db: StudyDb,
  occasion: Occasion,
  { supervisorId, registrationId }: { readonly supervisorId: string; readonly registrationId?: string },
): Promise<Result<{ questionnaires: number }>> {
  const what = {
    verb: 'withdraw_supervisor_answers',
    subject: 'supervisor',
    subjectId: supervisorId,
    details: { registrationId: registrationId ?? null },
  }
  return change(db, occasion, what, async (tx) => {
    const { id: studyId } = occasion.study
    if (!(await tx.supervisor.count({ where: { id: supervisorId, studyId } }))) return refuse('unknown_supervisor')
    // An answer that is being taken in comes before this or after it, never in between.
    const theirs = [
      { inquiry: { supervisorId } },
      { dyad: { supervisorId } },
      { dyadsBefore: { some: { supervisorId } } },
    ]
    const cases = await lockCasesOf(tx, studyId, { OR: theirs })
    if (registrationId && !cases.some(({ id }) => id === registrationId)) return refuse('unknown_case')
    const id = newId()
    const wish = { id, studyId, supervisorId, registrationId: registrationId ?? null }
    await tx.answerWithdrawal.createMany({ data: { ...wish, withdrawnOn: toColumn(occasion.today) } })
    const [row] = await tx.$queryRaw<{ erased: number }[]>`
      SELECT study.erase_supervisor_answers(${id}::uuid) AS erased`
    return row?.erased ? done({ questionnaires: row.erased }) : refuse('nothing_to_erase')
  })
}
