import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import { type Day, fromColumn } from '../protocol/day'
import { nonResponseOn } from '../protocol/reminders'
import { type IntakeStep, type Place, placeOf, type Stage } from '../protocol/stages'
import { INTAKE, type MailKind } from './ledger/kinds'

/** A question as it was asked of somebody, and what they said. Supervisors by pseudonym. */
export type AskedOnce = {
  readonly id: string
  readonly supervisor: string
  /** The stand-in who was asked instead; null when it was the supervisor. */
  readonly standIn: string | null
  readonly sentOn: Day
  readonly until: Day
  readonly repliedOn: Day | null
  readonly answeredBy: string | null
  readonly isSupervisor: boolean | null
  readonly contacts: number | null
  readonly nextContactOn: Day | null
  readonly reason: string | null
  /** Of an earlier one: when it ended and why. */
  readonly ended: { readonly on: Day; readonly why: string } | null
}
/** One message about the question: to whom, when, and what became of it. */
export type Said = {
  readonly id: string
  readonly kind: MailKind
  readonly supervisor: string
  readonly day: Day
  readonly state: string
  readonly reason: string | null
}
export type CaseInquiry = {
  readonly registrationId: string
  readonly client: string
  readonly place: Place
  readonly supervisor: string | null
  readonly declined: boolean
  readonly withdrawn: boolean
  readonly doNotAsk: boolean
  /** The current question first, then earlier ones, the latest first. */
  readonly asked: readonly AskedOnce[]
  readonly said: readonly Said[]
  /** Whether a link to the current question still opens it. */
  readonly linked: boolean
}

/** All about the question to the supervisor of a case, for the coordinator; null for a case of another study. */
export async function caseInquiry(db: StudyDb, study: StudyRef, registrationId: string): Promise<CaseInquiry | null> {
  const row = await db.registration.findFirst({
    where: { id: registrationId, studyId: study.id },
    include: {
      inquiry: true,
      inquiriesBefore: { orderBy: { seq: 'desc' } },
      supervisor: { select: { pseudonym: true, declinedOn: true } },
      client: { select: { pseudonym: true, doNotAskOn: true, withdrawal: { select: { clientId: true } } } },
      declinings: { select: { supervisorId: true } },
      mailLines: { where: { wave: INTAKE }, include: { envelope: { select: { day: true } } }, orderBy: { id: 'asc' } },
    },
  })
  if (!row) return null
  const { inquiry, inquiriesBefore, mailLines, supervisorId } = row
  const rows = [...(inquiry ? [{ ...inquiry, ended: null }] : []), ...inquiriesBefore.map(withEnd)]
  const lines = mailLines.flatMap(({ supervisorId: to, ...line }) => (to ? [{ ...line, to }] : []))
  const ids = [...rows.flatMap((one) => [one.supervisorId, one.askedId]), ...lines.map(({ to }) => to)]
  const known = await db.supervisor.findMany({ where: { id: { in: [...new Set(ids)] } } })
  const pseudonyms = new Map(known.map(({ id, pseudonym }) => [id, pseudonym]))
  const of = (id: string) => pseudonyms.get(id) ?? ''
  const dayOf = (date: Date | null) => date && fromColumn(date)
  const asked = rows.map(({ id, supervisorId: whose, askedId, sentOn, repliedOn, nextContactOn, ended, ...said }) => ({
    ...{ id, supervisor: of(whose), standIn: askedId === whose ? null : of(askedId), ended },
    ...{ sentOn: fromColumn(sentOn), until: nonResponseOn(study.protocol.inquiry, fromColumn(sentOn)) },
    ...{ repliedOn: dayOf(repliedOn), nextContactOn: dayOf(nextContactOn), answeredBy: said.answeredBy },
    ...{ isSupervisor: said.isSupervisor, contacts: said.contacts, reason: said.reason },
  }))
  return {
    registrationId,
    client: row.client.pseudonym,
    place: placeOf({ stage: row.stage as Stage, leftStep: row.leftStep as IntakeStep | null }),
    supervisor: row.supervisor?.pseudonym ?? null,
    declined: Boolean(row.supervisor?.declinedOn) || row.declinings.some((one) => one.supervisorId === supervisorId),
    withdrawn: row.client.withdrawal !== null,
    doNotAsk: row.client.doNotAskOn !== null,
    asked,
    said: lines.map(({ id, kind, to, state, reason, envelope }) => ({
      ...{ id, kind: kind as MailKind, supervisor: of(to), state, reason },
      day: fromColumn(envelope.day),
    })),
    linked: inquiry !== null && (await db.issuedLink.count({ where: { targetId: inquiry.id, revokedOn: null } })) > 0,
  }
}

const withEnd = <Row extends { endedOn: Date; why: string }>({ endedOn, why, ...row }: Row) => ({
  ...row,
  ended: { on: fromColumn(endedOn), why },
})
