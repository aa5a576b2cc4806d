import { expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { planInterview } from '../../app/records/appointments/plan-interview'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { recordEvent } from '../../app/records/follow-up/event'
import { register } from '../../app/records/intake/register'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { MET, OPENS } from '../people'
import { connected } from '../platform/connect'
import { FACTS, must, namedWorld } from '../world'
import { allOf, device, handIn, measurementOf } from './entries/course'

const database = await freshDatabase()
const AFTER = addDays(OPENS, 1)

/** What is left of a client who had everything erased: pseudonyms, days, counts and the flow, as the page says. */
const MAY_STAY: Readonly<Record<string, string>> = {
  appointment:
    'at_minute, ended_on, id, interviewer, location, minutes, on_day, planned_on, registration_id, seq, state, study_id, wave',
  client: 'id, pseudonym, study_id',
  contact_report: 'contacts, id, next_contact_on, registration_id, reported_on, source',
  criterion_finding: 'criterion, found_on, registration_id, seq, source, verdict',
  dyad: 'bound_on, client_id, id, pseudonym, registration_id, study_id, supervisor_id',
  entry: 'complete, draft_id, draft_seq, entered_at, entered_by, entered_on, id, measurement_id, state, version, way',
  inquiry:
    'answered_by, asked_id, contacts, id, is_supervisor, next_contact_on, registration_id, replied_on, sent_on, supervisor_id',
  judgement: 'approachable, judged_by, judged_on, registration_id, seq',
  mail_line: 'ended_at, envelope_id, id, kind, planned_on, reason, registration_id, round, state, supervisor_id, wave',
  measurement:
    'battery, changed_at, closed_on, completed_at, completed_on, contacts, draft_id, draft_seq, dyad_id, erased_on, id, interviewer, item_order, minutes, opened_on, perspective, registration_id, started_at, study_id, submitted_at, version, wave',
  permission: 'client_id, ended_on, scope',
  registration:
    'client_id, id, location, modality, organisation, region, registered_on, stage, stage_on, started_on, status, study_id, supervisor_id',
  wave_window: 'anchor_on, appointment_on, closes_on, opens_on, registration_id, wave',
  withdrawal: 'client_id, collected, study_id, withdrawn_on',
}

test('of an erased client only what counts need is filled, in every table, also when the register tells it again', async () => {
  const world = await namedWorld(database)
  const { registrationId, clientId, supervisorId } = await world.interviewed('Evers')
  const { id } = await measurementOf(world, registrationId, 'client')
  const more = { notes: { i01: 'hesitated' }, seconds: { statements: 100 }, language: 'en' } as const
  must(await handIn(world, id, 'client', device().next(allOf(world, 'client'), { ...more, complete: true })))
  must(await handIn(world, id, 'client', device().next({ i01: 2 }, more)))
  const check = { wave: 'T1', criterion: 'clear_headed', seq: 1, verdict: 'not_met', checkedOn: new Date(MET) }
  await world.db.waveCheck.createMany({ data: [{ registrationId, ...check }] })
  await world.qualified('I7')
  const where = { location: FACTS.location, roomId: null, interviewer: 'I7', knowingly: false }
  must(await planInterview(world.db, world.on(OPENS), { registrationId, wave: 'T2', on: OPENS, at: 600, ...where }))
  const second = { wave: 'T2', on: OPENS, contacts: null, minutes: null, interviewer: null }
  must(await holdInterview(world.db, world.on(OPENS), { registrationId, ...second }))
  const ended = { event: 'ended', on: OPENS, kind: 'completed', reason: null }
  must(await recordEvent(world.db, world.on(OPENS), { registrationId, ...ended }))
  const told = { ...FACTS, electronicMonitoring: true, penitentiaryProgramme: true }
  const again = () => register(world.db, world.on(AFTER), { ...told, registrationId, clientId, supervisorId })
  expect(must(await again())).toBe('changed')
  const before = await filled(clientId)
  expect(before).toMatchObject({
    client: expect.stringMatching(/birth_year, gender/),
    entered_answer: expect.stringMatching(/item.*value/),
    entry: expect.stringMatching(/language.*seconds.*why/),
    wave_check: expect.stringMatching(/verdict/),
    entry_note: expect.stringMatching(/text/),
    query: expect.stringMatching(/item.*rule/),
    registration: expect.stringMatching(
      /electronic_monitoring.*penitentiary_programme.*risk_category.*supervision_level/,
    ),
  })

  must(await withdraw(world.db, world.on(AFTER), { clientId, collected: 'erase' }))
  expect(await filled(clientId)).toEqual(MAY_STAY)
  expect(must(await again())).toBe('unchanged')
  expect(await filled(clientId)).toEqual(MAY_STAY)
})

/** The columns with a value in them, by table, of every row of the study that is about a client. */
async function filled(clientId: string): Promise<Record<string, string>> {
  return connected(database.urls.owner, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string; by: string }>(
      `SELECT table_name AS name, min(column_name) AS by FROM information_schema.columns
        WHERE table_schema = 'study' AND (column_name IN ('client_id', 'registration_id', 'measurement_id', 'entry_id')
              OR (table_name, column_name) = ('client', 'id')) GROUP BY table_name`,
    )
    const whose: Record<string, string> = {
      id: '$1',
      client_id: '$1',
      registration_id: 'ANY (SELECT id FROM study.registration WHERE client_id = $1)',
      measurement_id: `ANY (SELECT m.id FROM study.measurement m JOIN study.registration r ON r.id = m.registration_id
                             WHERE r.client_id = $1)`,
      entry_id: `ANY (SELECT e.id FROM study.entry e JOIN study.measurement m ON m.id = e.measurement_id
                        JOIN study.registration r ON r.id = m.registration_id WHERE r.client_id = $1)`,
    }
    const found: Record<string, string> = {}
    for (const { name, by } of tables) {
      const { rows } = await owner.query<{ columns: string | null }>(
        `SELECT string_agg(DISTINCT f.key, ', ' ORDER BY f.key) AS columns
           FROM study.${name} t, jsonb_each_text(to_jsonb(t)) f WHERE t.${by} = ${whose[by]} AND f.value <> 'false'`,
        [clientId],
      )
      if (rows[0]?.columns) found[name] = rows[0].columns
    }
    return found
  })
}
