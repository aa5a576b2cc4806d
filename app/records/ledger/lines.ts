import type { StudyDb } from '../../platform/database'
import type { LinkKind } from '../../platform/personal-link'
import { mayBeAskedFor } from '../../protocol/consent'
import { type Day, fromColumn } from '../../protocol/day'
import { nonResponseOn } from '../../protocol/reminders'
import type { StudyProtocol } from '../../protocol/study'
import { waveNamed } from '../../protocol/waves'
import { INTAKE, type MailKind } from './kinds'
import type { LineFacts } from './still-meant'

/** A planned line with all that decides whether and how it is said. */
export type PlannedLine = {
  readonly id: string
  readonly envelopeId: string
  readonly kind: MailKind
  /** The client's pseudonym. */
  readonly pseudonym: string
  /** What the personal link opens and the last day that counts; null when there is nothing to answer, or to ask. */
  readonly asked: { readonly link: { readonly kind: LinkKind; readonly id: string }; readonly until: Day } | null
  readonly facts: LineFacts
  /** Of which try of its envelope this is, while it is being sent; null when it is not. */
  readonly claim: number | null
}

/** The lines still planned in these envelopes, oldest first, as things stand now. */
export async function plannedLines(
  db: StudyDb,
  protocol: StudyProtocol,
  envelopes: readonly string[],
): Promise<PlannedLine[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT l.id, l.envelope_id, CASE WHEN e.state = 'sending' THEN e.attempts END AS claim, l.kind, l.wave, l.registration_id, e.supervisor_id, c.pseudonym,
           s.declined_on IS NOT NULL OR EXISTS (SELECT FROM study.declining x
             WHERE x.registration_id = r.id AND x.supervisor_id = e.supervisor_id) AS declined, d.supervisor_id AS bound_supervisor_id,
           EXISTS (SELECT FROM study.withdrawal x WHERE x.client_id = r.client_id) AS withdrawn,
           coalesce((SELECT jsonb_object_agg(x.scope, x.granted) FROM study.permission x WHERE x.client_id = r.client_id),
                    '{}') AS granted,
           EXISTS (SELECT FROM study.departure x WHERE x.registration_id = r.id AND x.returned_on IS NULL
                      AND (x.step = l.wave OR l.wave = ${INTAKE})) AS "left",
           EXISTS (SELECT FROM study.measurement x
                    WHERE x.registration_id = r.id AND x.wave = l.wave AND x.perspective = 'client') AS interviewed,
           i.id AS inquiry_id, i.asked_id, i.sent_on, i.replied_on,
           q.id AS questionnaire_id, study.rater(q.dyad_id, q.registration_id) AS rater_id, q.opened_on, q.completed_on, q.closed_on,
           w.closes_on, w.appointment_on
      FROM study.mail_line l
      JOIN study.mail_envelope e ON e.id = l.envelope_id
      JOIN study.supervisor s ON s.id = e.supervisor_id
      JOIN study.registration r ON r.id = l.registration_id
      JOIN study.client c ON c.id = r.client_id
      LEFT JOIN study.dyad d ON d.registration_id = r.id
      LEFT JOIN study.inquiry i ON i.registration_id = r.id
      LEFT JOIN study.measurement q ON q.registration_id = r.id AND q.wave = l.wave AND q.perspective = 'supervisor'
      LEFT JOIN study.wave_window w ON w.registration_id = r.id AND w.wave = l.wave
     WHERE l.envelope_id = ANY(${envelopes}::uuid[]) AND l.state = 'planned'
     ORDER BY l.id`
  return rows.map((row) => lineOf(protocol, row))
}

type Row = {
  id: string
  envelope_id: string
  claim: number | null
  kind: MailKind
  wave: string
  registration_id: string
  supervisor_id: string
  pseudonym: string
  declined: boolean
  bound_supervisor_id: string | null
  withdrawn: boolean
  granted: Record<string, boolean>
  left: boolean
  interviewed: boolean
  inquiry_id: string | null
  asked_id: string
  sent_on: Date
  replied_on: Date | null
  questionnaire_id: string | null
  rater_id: string | null
  opened_on: Date
  completed_on: Date | null
  closed_on: Date | null
  closes_on: Date | null
  appointment_on: Date | null
}

const dayOf = (date: Date | null) => date && fromColumn(date)

function lineOf(protocol: StudyProtocol, row: Row): PlannedLine {
  const facts: LineFacts = {
    kind: row.kind,
    supervisorId: row.supervisor_id,
    declined: row.declined,
    withdrawn: row.withdrawn,
    noConsent: !mayBeAskedFor(protocol, row.granted, row.wave),
    left: row.left,
    boundSupervisorId: row.bound_supervisor_id,
    inquiry: row.inquiry_id ? { askedId: row.asked_id, repliedOn: dayOf(row.replied_on) } : null,
    questionnaire: row.questionnaire_id
      ? { raterId: row.rater_id, completedOn: dayOf(row.completed_on), closedOn: dayOf(row.closed_on) }
      : null,
    interviewed: row.interviewed,
    window: row.closes_on && { closesOn: fromColumn(row.closes_on), appointmentOn: dayOf(row.appointment_on) },
  }
  const { id, envelope_id: envelopeId, claim, kind, pseudonym } = row
  return { id, envelopeId, claim, kind, pseudonym, facts, asked: askedOf(protocol, row) }
}

/** What a kind of line asks for: where its link goes and up to when an answer counts (protocol §2.2, §3, §4.2). */
function askedOf(protocol: StudyProtocol, row: Row): PlannedLine['asked'] {
  switch (row.kind) {
    case 'inquiry':
    case 'inquiry_handed_over':
    case 'inquiry_stand_in':
    case 'inquiry_reminder': {
      if (!row.inquiry_id) return null
      const until = nonResponseOn(protocol.inquiry, fromColumn(row.sent_on))
      return { link: { kind: 'inquiry', id: row.inquiry_id }, until }
    }
    case 'questionnaire':
    case 'questionnaire_reminder': {
      if (!row.questionnaire_id) return null
      const until = nonResponseOn(waveNamed(protocol, row.wave).questionnaire, fromColumn(row.opened_on))
      return { link: { kind: 'measurement', id: row.questionnaire_id }, until }
    }
    case 'thanks':
      return null
    case 'window_opens':
    case 'appointment_reminder':
      return (
        row.closes_on && { link: { kind: 'appointment', id: row.registration_id }, until: fromColumn(row.closes_on) }
      )
  }
}
