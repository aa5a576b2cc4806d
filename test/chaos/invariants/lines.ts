import { addressOf } from '../../../app/identity/addresses'
import { GONE } from '../accepted'
import { type Broken, broken, type Evidence } from '../evidence'
import { envelopeOf, saidIn } from './said'

type Line = {
  readonly id: string
  readonly kind: string
  readonly wave: string
  readonly round: number
  readonly state: string
  readonly reason: string | null
  readonly message: string
  readonly envelope: string
  readonly registrationId: string
  readonly supervisorId: string
  /** Where its link leads: an inquiry of the case, which another has taken the place of, the questionnaire, or the case. */
  readonly targets: readonly string[]
  readonly truths: Readonly<Record<string, boolean>>
}

/** What asks nobody by a personal link. */
const LINKLESS = ['thanks', 'digest', 'closing_warning', 'audit_head']

/** Which facts each reason of the ledger claims; one of them has to be there. */
const CLAIMS: Readonly<Record<string, readonly string[]>> = {
  withdrawn: ['withdrawn'],
  declined: ['declined'],
  supervisor_declined: ['declined'],
  no_consent: ['noConsent'],
  case_left: ['left'],
  replied: ['replied'],
  answered: ['answered'],
  asked_already: ['askedAlready'],
  closed: ['closed'],
  non_response: ['closed', 'noReply'],
  interview_held: ['interviewed'],
  appointment_made: ['appointment'],
  appointment_planned: ['appointment'],
  client_not_met: ['left'],
  window_closed: ['windowClosed'],
  handed_over: ['otherAsked', 'otherSupervisor'],
  other_supervisor: ['otherAsked', 'otherBound', 'otherSupervisor'],
}

/**
 * None is missing. Each line was sent, and the server has it with the link; or it was cancelled, for a reason that is true;
 * or nobody has that mailbox. And whatever was to be said has a line, unless something happened to its case before.
 */
export async function eachToItsEnd({ stage, accepted, players, acts }: Evidence): Promise<Broken[]> {
  const lines = await linesOf(stage)
  const links = new Map<string, Set<string>>()
  for (const one of accepted) {
    const ids = links.get(envelopeOf(one)) ?? new Set()
    for (const { id } of saidIn(one, stage.desk.linkKey)) ids.add(id)
    links.set(envelopeOf(one), ids)
  }
  const unsent = lines.filter(
    ({ state, kind, message, targets }) =>
      state === 'sent' &&
      !(LINKLESS.includes(kind) ? links.has(message) : targets.some((target) => links.get(message)?.has(target))),
  )
  const untrue = lines.filter(
    ({ state, reason, truths }) =>
      state === 'cancelled' && !(CLAIMS[reason ?? ''] ?? []).some((claim) => truths[claim]),
  )
  const gone = await goneSupervisors(stage, players, acts)
  const failed = lines.filter(
    ({ state, reason, supervisorId }) =>
      state === 'failed' && !(reason === 'unknown_mailbox' && gone.has(supervisorId)),
  )
  const unended = lines.filter(({ state }) => !['sent', 'suppressed', 'cancelled', 'failed'].includes(state))
  const apart = lines.filter(({ state, envelope }) => state === 'sent' && envelope !== 'sent')
  const have = new Set(lines.map((line) => `${line.registrationId} ${line.wave} ${line.kind} ${line.round}`))
  const happened = new Set(
    acts
      .filter(({ came }) => came === 'done')
      .flatMap(({ registrationId, act, supervisorId }) =>
        act === 'decline_altogether' ? [registrationId, supervisorId] : [registrationId],
      ),
  )
  const missing = players.filter(
    ({ expected, registrationId, supervisorId }) =>
      expected &&
      !have.has(`${registrationId} ${expected.wave} ${expected.kind} ${expected.round}`) &&
      !happened.has(registrationId) &&
      !happened.has(supervisorId),
  )
  const asked = acts.filter(({ act, came }) => (act === 'meet' || act === 'arrive') && came === 'done')
  const unasked = asked.filter(({ registrationId, wave, kind }) => !have.has(`${registrationId} ${wave} ${kind} 0`))
  return [
    ...broken('what is sent was accepted, with its link', unsent),
    ...broken('what is cancelled is so for a true reason', untrue),
    ...broken('nothing fails but for want of a mailbox', failed),
    ...broken('every line comes to an end', unended),
    ...broken('a line is sent with its envelope', apart),
    ...broken('what was to be said was planned', [...missing, ...unasked]),
  ]
}

const linesOf = ({ desk, study }: Evidence['stage']) =>
  desk.study.$queryRaw<Line[]>`
    SELECT l.id, l.kind, l.wave, l.round, l.state, l.reason, e.message_id AS message, e.state AS envelope,
           l.registration_id AS "registrationId", l.supervisor_id AS "supervisorId",
           CASE WHEN l.kind LIKE 'inquiry%'
                THEN array_prepend(i.id, ARRAY(SELECT x.id FROM study.inquiry_before x WHERE x.registration_id = r.id))
                WHEN l.kind LIKE 'questionnaire%' OR l.kind = 'thanks' THEN ARRAY[q.id] ELSE ARRAY[r.id] END AS targets,
           jsonb_build_object(
             'withdrawn', EXISTS (SELECT FROM study.withdrawal x WHERE x.client_id = r.client_id),
             'declined', s.declined_on IS NOT NULL OR EXISTS (SELECT FROM study.declining x
                           WHERE x.registration_id = r.id AND x.supervisor_id = l.supervisor_id),
             'noConsent', EXISTS (SELECT FROM study.permission x WHERE x.client_id = r.client_id AND NOT x.granted),
             'left', EXISTS (SELECT FROM study.departure x WHERE x.registration_id = r.id),
             'noReply', EXISTS (SELECT FROM study.departure x WHERE x.registration_id = r.id AND x.reason = 'no_reply'),
             'replied', i.replied_on IS NOT NULL OR EXISTS (SELECT FROM study.inquiry_before x
                          WHERE x.registration_id = r.id AND x.replied_on IS NOT NULL),
             'answered', q.completed_on IS NOT NULL,
             'closed', q.closed_on IS NOT NULL,
             'interviewed', EXISTS (SELECT FROM study.measurement x
                              WHERE x.registration_id = r.id AND x.wave = l.wave AND x.perspective = 'client'),
             'appointment', w.appointment_on IS NOT NULL,
             'windowClosed', w.closes_on < current_date,
             -- in the same message, which may have gone into another day's since
             'askedAlready', EXISTS (SELECT FROM study.mail_line x WHERE x.supervisor_id = l.supervisor_id AND x.id < l.id
                               AND x.registration_id = l.registration_id AND x.wave = l.wave AND x.state <> 'planned'),
             'otherAsked', i.asked_id <> l.supervisor_id,
             'otherBound', d.supervisor_id <> l.supervisor_id,
             'otherSupervisor', r.supervisor_id <> l.supervisor_id) AS truths
      FROM study.mail_line l JOIN study.mail_envelope e ON e.id = l.envelope_id
      LEFT JOIN study.supervisor s ON s.id = l.supervisor_id
      LEFT JOIN study.registration r ON r.id = l.registration_id
      LEFT JOIN study.inquiry i ON i.registration_id = r.id
      LEFT JOIN study.dyad d ON d.registration_id = r.id
      LEFT JOIN study.measurement q ON q.registration_id = r.id AND q.wave = l.wave AND q.perspective = 'supervisor'
      LEFT JOIN study.wave_window w ON w.registration_id = r.id AND w.wave = l.wave
     WHERE e.study_id = ${study.id}::uuid`

/** Supervisors of the cast without a mailbox, by the study's id. */
async function goneSupervisors(
  { desk, study }: Evidence['stage'],
  players: Evidence['players'],
  acts: Evidence['acts'],
) {
  const ids = [...new Set([...players, ...acts].map(({ supervisorId }) => supervisorId))]
  const gone = new Set<string>()
  const failed = await desk.study.mailEnvelope.findMany({
    where: { studyId: study.id, state: 'failed' },
    select: { supervisorId: true },
  })
  const asked = new Set(failed.map(({ supervisorId }) => supervisorId))
  for (const id of ids.filter((one) => asked.has(one)))
    if ((await addressOf(desk.vault, id))?.email.startsWith(GONE)) gone.add(id)
  return gone
}
