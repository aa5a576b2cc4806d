import type { StudyTx } from '../platform/database'
import { type Day, fromColumn } from '../protocol/day'
import { type IntakeStep, type Place, placeOf, type Stage } from '../protocol/stages'

/** What a verb must know of a case before it writes; the row stays locked until the transaction ends. */
export type Case = {
  readonly id: string
  readonly clientId: string
  readonly supervisorId: string | null
  readonly startedOn: Day | null
  readonly status: 'running' | 'not_started' | 'waiting_list'
  readonly modality: 'conditional' | 'other'
  readonly electronicMonitoring: boolean
  readonly penitentiaryProgramme: boolean
  readonly inquiry: {
    readonly id: string
    readonly supervisorId: string
    /** Who was asked: the supervisor, or a stand-in. */
    readonly askedId: string
    readonly sentOn: Day
    readonly repliedOn: Day | null
    readonly answeredBy: string | null
    readonly isSupervisor: boolean | null
    readonly contacts: number | null
    readonly reason: string | null
  } | null
  /** Where it stands: what may be done with it follows from the table of transitions. */
  readonly place: Place
  /** Client and supervisor as they are bound now; null before the approach, and once it was undone or came to nothing. */
  readonly dyadId: string | null
  /** The day on which the client was first bound to a supervisor: nobody is met for the study before it. */
  readonly boundOn: Day | null
  /** Steps at which the case has left and not returned, with the reason. */
  readonly left: Readonly<Record<string, string>>
  /** The supervisor declined, for this client or altogether, and is never asked again (protocol §6). */
  readonly declined: boolean
  readonly withdrawn: boolean
  /** The client does not want to be asked, in this case or another (protocol §6). */
  readonly doNotAsk: boolean
}

/** The cases of a supervisor: theirs by the register, those about which they were asked, or are asked for somebody else. */
type AboutSupervisor =
  | { readonly supervisorId: string }
  | { readonly inquiry: { readonly supervisorId: string } }
  | { readonly inquiry: { readonly askedId: string; readonly repliedOn: null } }
  | { readonly dyad: { readonly supervisorId: string } }
  | { readonly dyadsBefore: { readonly some: { readonly supervisorId: string } } }

/** Every case of a client or of a supervisor, locked, always in the same order; none for whom the study does not know. */
export async function lockCasesOf(
  tx: StudyTx,
  studyId: string,
  whose: { readonly clientId: string } | AboutSupervisor | { readonly OR: AboutSupervisor[] },
): Promise<Case[]> {
  const where = { ...whose, studyId }
  const rows = await tx.registration.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })
  const cases: Case[] = []
  for (const { id } of rows) cases.push((await lockCase(tx, studyId, id)) as Case)
  return cases
}

/**
 * Locks every case of a case's client, in the same order as above, for a verb that may end the others: it has to come before
 * the lock on the one case, else two that meet would wait for each other.
 */
export async function lockClientsCases(tx: StudyTx, registrationId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT FROM study.registration
     WHERE client_id = (SELECT o.client_id FROM study.registration o WHERE o.id = ${registrationId}::uuid)
     ORDER BY id FOR UPDATE`
}

/** One case of the study, locked; null when there is none. Every verb on a case begins here, so verbs on one case queue up. */
export async function lockCase(tx: StudyTx, studyId: string, registrationId: string): Promise<Case | null> {
  // The lock is a statement of its own: one that also reads would, after waiting, tell what was there before the wait.
  await tx.$executeRaw`SELECT FROM study.registration WHERE id = ${registrationId}::uuid FOR UPDATE`
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT r.id, r.client_id, r.supervisor_id, r.started_on, r.status, r.modality,
           r.electronic_monitoring, r.penitentiary_programme, r.stage, r.left_step,
           i.id AS inquiry_id, i.supervisor_id AS about_id, i.asked_id, i.sent_on, i.replied_on, i.answered_by, i.is_supervisor, i.contacts, i.reason,
           d.id AS dyad_id, least(d.bound_on, (SELECT min(b.bound_on) FROM study.dyad_before b
                                                WHERE b.registration_id = r.id)) AS bound_on,
           (SELECT jsonb_object_agg(l.step, l.reason) FROM study.departure l
             WHERE l.registration_id = r.id AND l.returned_on IS NULL) AS "left",
           EXISTS (SELECT FROM study.supervisor s WHERE s.id = r.supervisor_id AND s.declined_on IS NOT NULL)
             OR EXISTS (SELECT FROM study.declining n WHERE n.registration_id = r.id AND n.supervisor_id = r.supervisor_id) AS declined,
           EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id) AS withdrawn,
           EXISTS (SELECT FROM study.client c WHERE c.id = r.client_id AND c.do_not_ask_on IS NOT NULL) AS do_not_ask
      FROM study.registration r
      LEFT JOIN study.inquiry i ON i.registration_id = r.id
      LEFT JOIN study.dyad d ON d.registration_id = r.id AND d.unbound_on IS NULL
     WHERE r.id = ${registrationId}::uuid AND r.study_id = ${studyId}::uuid`
  return row ? caseOf(row) : null
}

type Row = {
  id: string
  client_id: string
  supervisor_id: string | null
  started_on: Date | null
  status: Case['status']
  modality: Case['modality']
  electronic_monitoring: boolean
  penitentiary_programme: boolean
  stage: Stage
  left_step: IntakeStep | null
  inquiry_id: string | null
  about_id: string
  asked_id: string
  sent_on: Date
  replied_on: Date | null
  answered_by: string | null
  is_supervisor: boolean | null
  contacts: number | null
  reason: string | null
  dyad_id: string | null
  bound_on: Date | null
  left: Record<string, string> | null
  declined: boolean
  withdrawn: boolean
  do_not_ask: boolean
}

const caseOf = (row: Row): Case => ({
  id: row.id,
  clientId: row.client_id,
  supervisorId: row.supervisor_id,
  startedOn: row.started_on && fromColumn(row.started_on),
  status: row.status,
  modality: row.modality,
  electronicMonitoring: row.electronic_monitoring,
  penitentiaryProgramme: row.penitentiary_programme,
  inquiry: row.inquiry_id
    ? {
        id: row.inquiry_id,
        supervisorId: row.about_id,
        askedId: row.asked_id,
        sentOn: fromColumn(row.sent_on),
        repliedOn: row.replied_on && fromColumn(row.replied_on),
        answeredBy: row.answered_by,
        isSupervisor: row.is_supervisor,
        contacts: row.contacts,
        reason: row.reason,
      }
    : null,
  place: placeOf({ stage: row.stage, leftStep: row.left_step }),
  dyadId: row.dyad_id,
  boundOn: row.bound_on && fromColumn(row.bound_on),
  left: row.left ?? {},
  declined: row.declined,
  withdrawn: row.withdrawn,
  doNotAsk: row.do_not_ask,
})
