import type { StudyTx } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Sql, sql } from '../../platform/sql'
import { scopesLacking } from '../../protocol/consent'
import type { Day } from '../../protocol/day'
import type { Course, CourseWave } from '../../protocol/planner/course'
import type { StudyProtocol } from '../../protocol/study'
import { fellThrough } from '../fieldwork/fell-through'
import { tellsOfRegister } from '../follow-up/known-to'

/** How many cases are in memory at a time when all of a study are read. */
const AT_A_TIME = 500

/** The courses of these cases, as far as they are of this study. */
export async function coursesOf(
  db: Pick<StudyTx, '$queryRaw'>,
  study: StudyRef,
  ids: readonly string[],
): Promise<Course[]> {
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<Row[]>(
    facts(sql`r.study_id = ${study.id}::uuid AND r.id = ANY (${[...ids]}::uuid[])`),
  )
  return rows.map((row) => courseOf(study.protocol, row))
}

/** The courses of all cases of a study, some at a time, in the order of their ids. */
export async function* allCourses(db: Pick<StudyTx, '$queryRaw'>, study: StudyRef): AsyncGenerator<Course[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await db.$queryRaw<Row[]>(sql`
      ${facts(sql`r.study_id = ${study.id}::uuid AND r.id > ${after}::uuid`)} ORDER BY r.id LIMIT ${AT_A_TIME}::int`)
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => courseOf(study.protocol, row))
    after = last.facts.registrationId
  }
}

/** What the database knows of a case, in days; what the client allows, by scope. */
type Row = {
  readonly facts: Omit<Course, 'waves' | 'undelivered'> & {
    readonly undelivered: Day | null
    readonly measured: readonly Measured[]
    readonly planned: Readonly<Record<string, Day | null>>
    readonly fell: readonly { readonly wave: string; readonly on: Day }[]
    readonly granted: Readonly<Record<string, boolean>>
    readonly takenBack: Readonly<Record<string, Day>>
  }
}
type Measured = {
  readonly wave: string
  readonly perspective: string
  readonly openedOn: Day
  readonly completedOn: Day | null
  readonly closedOn: Day | null
  readonly brokenOffOn: Day | null
}

function courseOf(
  protocol: StudyProtocol,
  { facts: { measured, planned, fell, granted, takenBack, ...row } }: Row,
): Course {
  const waves = protocol.waves.map((wave): [string, CourseWave] => {
    const of = (perspective: string) =>
      measured.find((one) => one.wave === wave.name && one.perspective === perspective) ?? null
    const lacking = wave.window ? scopesLacking(protocol, granted, 'next_wave', wave) : []
    const since = lacking.map((scope) => takenBack[scope]).sort()
    return [
      wave.name,
      {
        client: of('client'),
        supervisor: of('supervisor'),
        appointmentOn: planned[wave.name] ?? null,
        fellThrough: fell.flatMap((one) => (one.wave === wave.name ? [one.on] : [])),
        consent: lacking.length === 0,
        takenBackOn: since.some((on) => !on) ? null : (since.at(-1) ?? null),
      },
    ]
  })
  return { ...row, waves: Object.fromEntries(waves), undelivered: row.undelivered && { on: row.undelivered } }
}

/** Each case that is asked for, by its keys: what is read grows with the cases, not with the study. */
const facts = (which: Sql) => sql`
  SELECT json_build_object(
    'registrationId', r.id, 'startedOn', r.started_on,
    'withdrawnOn', (SELECT w.withdrawn_on FROM study.withdrawal w WHERE w.client_id = r.client_id),
    'inquiry', CASE WHEN i.id IS NOT NULL THEN json_build_object('sentOn', i.sent_on, 'repliedOn', i.replied_on) END,
    'departures', coalesce((SELECT json_agg(json_build_object('step', x.step, 'leftOn', x.left_on, 'returnedOn', x.returned_on)
                                            ORDER BY x.left_on, x.id)
                              FROM study.departure x WHERE x.registration_id = r.id), '[]'),
    'judgements', coalesce((SELECT json_agg(json_build_object('on', j.judged_on, 'replacedOn', j.replaced_on) ORDER BY j.seq)
                              FROM study.judgement j WHERE j.registration_id = r.id), '[]'),
    'pair', CASE WHEN d.id IS NOT NULL THEN json_build_object(
              'boundOn', least(d.bound_on, (SELECT min(b.bound_on) FROM study.dyad_before b WHERE b.registration_id = r.id)),
              'sinceOn', d.bound_on, 'unboundOn', d.unbound_on, 'plannedOn', d.planned_on) END,
    'contacts', coalesce((SELECT json_agg(json_build_object('reportedOn', q.reported_on, 'contacts', q.contacts,
                                                            'nextContactOn', q.next_contact_on) ORDER BY q.reported_on, q.id)
                            FROM study.contact_report q WHERE q.registration_id = r.id), '[]'),
    'measured', coalesce((SELECT json_agg(json_build_object('wave', m.wave, 'perspective', m.perspective, 'openedOn', m.opened_on,
                                                            'completedOn', m.completed_on, 'closedOn', m.closed_on,
                                                            'brokenOffOn', m.broken_off_on))
                            FROM study.measurement m WHERE m.registration_id = r.id), '[]'),
    'planned', coalesce((SELECT json_object_agg(v.wave, v.appointment_on)
                           FROM study.wave_window v WHERE v.registration_id = r.id), '{}'),
    'fell', coalesce((SELECT json_agg(json_build_object('wave', f.wave, 'on', f.on_day) ORDER BY f.on_day)
                        FROM (${fellThrough(sql`r.id`)}) f), '[]'),
    'granted', coalesce((SELECT json_object_agg(p.scope, p.granted) FROM study.permission p WHERE p.client_id = r.client_id), '{}'),
    'takenBack', coalesce((SELECT json_object_agg(p.scope, p.ended_on)
                             FROM study.permission p WHERE p.client_id = r.client_id AND p.ended_on IS NOT NULL), '{}'),
    'endedOn', coalesce((SELECT json_agg(e.recorded_on) FROM study.register_event e
                          WHERE e.registration_id = r.id AND e.event = 'ended' AND e.superseded_by IS NULL), '[]'),
    'registerKnown', coalesce((SELECT json_agg(json_build_object('source', t.source, 'knownTo', t.known_to, 'on', t.begun_on) ORDER BY t.id)
                                 FROM study.intake_import t WHERE t.study_id = r.study_id AND ${tellsOfRegister}), '[]'),
    'declinedOn', ${declined}, 'undelivered', ${comesBack}) AS facts
    FROM study.registration r
    LEFT JOIN study.inquiry i ON i.registration_id = r.id
    LEFT JOIN study.dyad d ON d.registration_id = r.id
   WHERE ${which}`

/** Whoever is asked about a case, of its pair `d` and inquiry `i`: the supervisor of the pair while it stands, else who was asked last. */
export const whoIsAsked = sql`coalesce(CASE WHEN d.unbound_on IS NULL THEN d.supervisor_id END, i.asked_id)`

/** On which day whoever is asked about case `r` declined, when the case is theirs: about another's somebody else is asked. */
const declined = sql`(
  SELECT least(s.declined_on, (SELECT x.declined_on FROM study.declining x
                                WHERE x.registration_id = r.id AND x.supervisor_id = s.id))
    FROM study.supervisor s
   WHERE s.id = r.supervisor_id AND s.id = ${whoIsAsked})`

/** Since when messages to whoever is asked about case `r` fail or come back: those after the last one that went out. */
const comesBack = sql`(
  SELECT min(f.day)
    FROM (SELECT e.day, bool_or(l.state = 'sent') OVER (ORDER BY e.day DESC, l.id DESC) AS went
            FROM study.mail_line l
            JOIN study.mail_envelope e ON e.id = l.envelope_id
           WHERE l.registration_id = r.id AND l.state IN ('sent', 'failed')
             AND l.supervisor_id = ${whoIsAsked}) f
   WHERE NOT f.went)`
