import { beforeAll, expect, test } from 'vitest'
import { ROLES } from '../../app/platform/secrets'
import { freshDatabase } from '../database'
import { connected, refusalOf } from './connect'

const { urls, study, vault } = await freshDatabase()
const REFUSED = '42501'
const ENTRY = `INSERT INTO audit.entry (day, actor, verb, subject, details)
  VALUES ('2012-06-01', 'system', 'try', 'wall', '{}')`
const VAULT_ENTRY = `INSERT INTO audit.vault_entry (id, month, verb, sealed)
  VALUES (gen_random_uuid(), '2012-06', 'try', '')`
const CLIENT = '00000000-0000-7000-8000-000000000001'
const STUDY = '00000000-0000-7000-8000-000000000002'

/** What a role may do with each table of our three rooms, as the letters S, I, U, D, T of the five statements. */
async function rightsOf(role: string): Promise<Record<string, string>> {
  const rows = await connected(urls.owner, async (owner) => {
    const { rows } = await owner.query<{ name: string; rights: string }>(
      `SELECT schemaname || '.' || tablename AS name, (
         SELECT coalesce(string_agg(left(kind, 1), '' ORDER BY place), '')
         FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) WITH ORDINALITY AS kinds (kind, place)
         WHERE has_table_privilege($1, format('%I.%I', schemaname, tablename), kind)) AS rights
       FROM pg_tables WHERE schemaname IN ('identity', 'study', 'audit', 'public')`,
      [role],
    )
    return rows
  })
  return Object.fromEntries(rows.map(({ name, rights }) => [name, rights]))
}

/** What is changed after it was written; the rest is added once, or changes in one column only. */
const CHANGED =
  'clock dyad import_mapping inquiry intake_import last_run mail_envelope mail_line mail_setting measurement registration replay wave_window'.split(
    ' ',
  )

/** What is derived, and goes when it is over. */
const DERIVED = { stale: 'SID', work: 'SIUD' }

/** The columns of study and audit for which a role has a right that it has not for their whole table. */
async function columnsOf(role: string, right: 'UPDATE' | 'INSERT', whole: readonly string[] = []): Promise<string[]> {
  const { rows } = await connected(urls.owner, (owner) =>
    owner.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.column_privileges
        WHERE grantee = $1 AND privilege_type = $2 AND table_name <> ALL($3) ORDER BY 1`,
      [role, right, whole],
    ),
  )
  return rows.map(({ name }) => name)
}

const without = (rights: Record<string, string>, room: string) =>
  Object.entries(rights).filter(([name]) => !name.startsWith(`${room}.`))

beforeAll(async () => {
  await connected(urls.owner, async (owner) => {
    await owner.query(ENTRY)
    await owner.query(VAULT_ENTRY)
    for (const table of ['seal', 'vault_seal'])
      await owner.query(`INSERT INTO audit.${table} VALUES (gen_random_uuid(), '')`)
    await owner.query('INSERT INTO audit.sealed VALUES (1)')
    await owner.query('INSERT INTO audit.vault_sealed VALUES (gen_random_uuid())')
    await owner.query(`INSERT INTO study.study (id, code, protocol, name) VALUES ('${STUDY}', 'w', 'w', 'w')`)
    await owner.query(`INSERT INTO study.client (id, study_id, pseudonym) VALUES ('${CLIENT}', '${STUDY}', 'AAA')`)
  })
})

test('study writes everything under a pseudonym, deletes what is derived only, and sees no name', async () => {
  const rights = await rightsOf('koppel_study')
  const own = Object.entries(rights).filter(([name]) => name.startsWith('study.'))
  expect(own.length).toBeGreaterThan(20)
  const known = own.map(([name, may]) => [name.slice('study.'.length), may] as const)
  expect(known.filter(([, may]) => may === 'S').map(([name]) => name)).toEqual(['permission'])
  expect(
    known
      .filter(([, may]) => may === 'SIU')
      .map(([name]) => name)
      .sort(),
  ).toEqual(CHANGED)
  const rest = known.filter(([name, may]) => may !== 'SI' && name !== 'permission' && !CHANGED.includes(name))
  expect(Object.fromEntries(rest)).toEqual(DERIVED)
  expect(await columnsOf('koppel_study', 'UPDATE', [...CHANGED, ...Object.keys(DERIVED)])).toEqual([
    'absence.ended_on',
    'alarm.amount',
    'alarm.ended_at',
    'alarm.told_at',
    'answer.missing',
    'answer.value',
    'appointment.ended_on',
    'appointment.state',
    'approval.ended_on',
    'availability.ended_on',
    'calendar_feed.revoked_on',
    'client.do_not_ask_on',
    'criterion_finding.replaced_on',
    'departure.returned_on',
    'deviation.decided_on',
    'deviation.decision',
    'deviation.decision_remark',
    'deviation.resolved_on',
    'entry.state',
    'entry.version',
    'incident.seen_on',
    'interviewer.account_hash',
    'interviewer.ended_on',
    'interviewer.student',
    'interviewer_away.ended_on',
    'issued_link.revoked_on',
    'judgement.replaced_on',
    'qualification.ended_on',
    'query.answered_on',
    'query.closed_by',
    'query.closed_on',
    'query.reason',
    'query.state',
    'register_event.import_id',
    'register_event.superseded_by',
    'register_event.taken_back_on',
    'register_event.taken_back_why',
    'release.counts',
    'release.cut_off',
    'release.decided_by',
    'release.decided_on',
    'release.disclosure',
    'release.failure',
    'release.manifest',
    'release.override',
    'release.progress',
    'release.snapshot_at',
    'release.state',
    'room.ended_on',
    'room_hours.ended_on',
    'supervisor.declined_on',
  ])
  expect(rights['audit.entry']).toBe('S')
  expect(rights['public.koppel_migration']).toBe('S')
  const open = ['audit.entry', 'public.koppel_migration']
  expect(without(rights, 'study').filter(([name, may]) => may && !open.includes(name))).toEqual([
    ['audit.seal', 'SI'],
    ['audit.sealed', 'SI'],
  ])
  expect(await refusalOf(urls.study, 'SELECT * FROM identity.person')).toBe(REFUSED)
  expect(await refusalOf(urls.study, 'DELETE FROM study.answer')).toBe(REFUSED)
  expect(await refusalOf(urls.study, 'TRUNCATE study.answer')).toBe(REFUSED)
  const error = await (study as unknown as typeof vault).person.count().catch((caught: unknown) => caught)
  expect(JSON.stringify(error)).toContain(REFUSED)
})

test('vault writes names and sees no answer', async () => {
  const rights = await rightsOf('koppel_vault')
  const own = Object.entries(rights).filter(([name]) => name.startsWith('identity.'))
  expect(own.length).toBeGreaterThan(6)
  // the register of breaches keeps its history; its seal is made anew when the key changes
  expect(own.filter(([, may]) => may !== 'SIUD')).toEqual([['identity.breach', 'SI']])
  expect(
    await columnsOf(
      'koppel_vault',
      'UPDATE',
      own.map(([name]) => name.slice('identity.'.length)).filter((name) => name !== 'breach'),
    ),
  ).toEqual(['breach.sealed'])
  expect(rights['audit.entry']).toBe('S')
  expect(rights['audit.vault_entry']).toBe('SI')
  expect(without(rights, 'identity').filter(([name, may]) => may && !name.startsWith('audit.'))).toEqual([])
  expect(await refusalOf(urls.vault, 'SELECT * FROM study.answer')).toBe(REFUSED)
  expect(await refusalOf(urls.vault, 'SELECT * FROM study.client')).toBe(REFUSED)
  expect(await refusalOf(urls.vault, 'SELECT * FROM study.permission')).toBe(REFUSED)
})

test('analyst reads what a release is made of and nothing else', async () => {
  const rights = await rightsOf('koppel_analyst')
  const readable = Object.entries(rights).filter(([, may]) => may)
  expect(readable.map(([name]) => name).sort()).toEqual(
    'answer client dyad dyad_before measurement permission register_covariate registration withdrawal'
      .split(' ')
      .map((name) => `study.${name}`),
  )
  expect(new Set(readable.map(([, may]) => may))).toEqual(new Set(['S']))
  expect(await refusalOf(urls.analyst, 'SELECT * FROM study.answer')).toBe('allowed')
  expect(await refusalOf(urls.analyst, 'SELECT event, kind, reason FROM study.register_event')).toBe('allowed')
  for (const words of ['dossier_note', 'taken_back_why'])
    expect(await refusalOf(urls.analyst, `SELECT ${words} FROM study.register_event`)).toBe(REFUSED)
  expect(await refusalOf(urls.analyst, 'SELECT * FROM study.contact_report')).toBe(REFUSED)
  expect(await refusalOf(urls.analyst, 'SELECT * FROM identity.person')).toBe(REFUSED)
  expect(await refusalOf(urls.analyst, 'SELECT * FROM audit.entry')).toBe(REFUSED)
})

test('the queue has its own tables only', async () => {
  expect(Object.values(await rightsOf('koppel_jobs')).join('')).toBe('')
  expect(await refusalOf(urls.jobs, 'SELECT * FROM bullmq.bullmq_jobs LIMIT 1')).not.toBe(REFUSED)
  expect(await refusalOf(urls.jobs, 'SELECT * FROM study.client')).toBe(REFUSED)
  for (const url of [urls.study, urls.vault, urls.analyst]) {
    expect(await refusalOf(url, 'CREATE TABLE bullmq.mine ()')).toBe(REFUSED)
  }
})

test.each(['study', 'vault', 'analyst', 'jobs'] as const)('%s has no way round its wall', async (name) => {
  const url = urls[name]
  const role = `koppel_${name}`
  for (const other of [...ROLES.filter((each) => each !== role), 'owner']) {
    expect(await refusalOf(url, `SET ROLE ${other}`), other).toBe(REFUSED)
    expect(await refusalOf(url, `SET SESSION AUTHORIZATION ${other}`), other).toBe(REFUSED)
  }
  expect(await refusalOf(url, `RESET ROLE; SELECT * FROM pg_authid`)).toBe(REFUSED)
  expect(await refusalOf(url, 'CREATE TABLE public.mine ()')).toBe(REFUSED)
  expect(await refusalOf(url, 'CREATE ROLE mine')).toBe(REFUSED)
  expect(await refusalOf(url, `COPY (SELECT 1) TO PROGRAM 'true'`)).toBe(REFUSED)
  expect(await refusalOf(url, 'ALTER TABLE audit.entry DISABLE TRIGGER ALL')).toBe(REFUSED)
  const passwordOfAnother = new URL(url)
  passwordOfAnother.password = new URL(urls[name === 'study' ? 'vault' : 'study']).password
  expect(await refusalOf(passwordOfAnother.href, 'SELECT 1').catch((error) => error.code)).toBe('28P01')
})

test.each([
  ['UPDATE', `UPDATE audit.entry SET actor = 'nobody'`],
  ['DELETE', 'DELETE FROM audit.entry'],
  ['TRUNCATE', 'TRUNCATE audit.entry'],
  ['TRUNCATE … CASCADE', 'TRUNCATE audit.entry CASCADE'],
  ['UPDATE of the payload', `UPDATE audit.entry SET details = '{}', salt = NULL, erased = sha256('')`],
  ['UPDATE of a link', `UPDATE audit.seal SET sealed = ''`],
  ['DELETE of a link', 'DELETE FROM audit.seal'],
  ['DELETE of what a link covers', 'DELETE FROM audit.sealed'],
  ['TRUNCATE of links', 'TRUNCATE audit.seal, audit.sealed'],
  ['UPDATE of a link in the vault', `UPDATE audit.vault_seal SET sealed = ''`],
  ['DELETE of links in the vault', 'DELETE FROM audit.vault_seal'],
  ['DELETE of what they cover', 'DELETE FROM audit.vault_sealed'],
  ['UPDATE in the vault', `UPDATE audit.vault_entry SET verb = 'nothing'`],
  ['DELETE in the vault', 'DELETE FROM audit.vault_entry'],
  ['MERGE', 'MERGE INTO audit.entry e USING (SELECT) x ON true WHEN MATCHED THEN DELETE'],
  ['as a replica', `SET LOCAL session_replication_role = replica; DELETE FROM audit.entry`],
  [
    'INSERT … DO UPDATE',
    `INSERT INTO audit.entry SELECT * FROM audit.entry ON CONFLICT (id) DO UPDATE SET actor = 'x'`,
  ],
])('nobody, not even the owner, changes what was done: %s', async (_name, statement) => {
  for (const url of [urls.study, urls.vault, urls.analyst, urls.jobs, urls.owner]) {
    expect(await refusalOf(url, statement)).toBe(REFUSED)
  }
})

test('both rooms add to the audit', async () => {
  expect(await refusalOf(urls.study, ENTRY)).toBe('allowed')
  expect(await refusalOf(urls.vault, ENTRY)).toBe('allowed')
  const columns = ['actor', 'day', 'details', 'origin', 'request', 'role', 'study_id', 'subject', 'subject_id', 'verb']
  const own = Object.keys(await rightsOf('koppel_vault')).map((name) => name.replace(/^\w+\./, ''))
  const others = own.filter((name) => name !== 'entry')
  expect(await columnsOf('koppel_vault', 'INSERT', others)).toEqual(columns.map((name) => `entry.${name}`))
  for (const [column, value] of [
    ['at', `'1999-01-01'`],
    ['id', '7'],
  ]) {
    const chosen = ENTRY.replace('(day,', `(${column}, day,`).replace('VALUES (', `VALUES (${value}, `)
    expect(await refusalOf(urls.study, chosen)).toBe(REFUSED)
    expect(await refusalOf(urls.vault, chosen)).toBe(REFUSED)
  }
})

const permissions = () =>
  study.permission.findMany({ orderBy: { scope: 'asc' }, select: { scope: true, granted: true } })
const set = (scopes: string[], granted: boolean[]) =>
  vault.$executeRaw`SELECT study.set_permissions(${CLIENT}::uuid, ${scopes}::text[], ${granted}::boolean[])`

test('consent passes through one door, and withdrawing closes it', async () => {
  await set(['interview', 'register'], [true, false])
  await set(['register'], [true])
  expect(await permissions()).toEqual([
    { scope: 'interview', granted: true },
    { scope: 'register', granted: true },
  ])
  await expect(set(['interview'], [])).rejects.toThrow()
  await study.$executeRaw`SELECT study.revoke_permissions(${CLIENT}::uuid)`
  expect((await permissions()).map(({ granted }) => granted)).toEqual([false, false])
  await set(['interview'], [true])
  await connected(urls.owner, (owner) =>
    owner.query(`INSERT INTO study.withdrawal VALUES ('${CLIENT}', '${STUDY}', '2012-06-01', 'keep')`),
  )
  const before = await permissions()
  await set(['interview', 'register', 'recontact'], [false, true, true])
  expect(await permissions()).toEqual(before)
})

test('each door has one room that may use it', async () => {
  const give = `SELECT study.set_permissions('${CLIENT}', ARRAY['x'], ARRAY[true])`
  const takes = [
    `SELECT study.revoke_permissions('${CLIENT}')`,
    `SELECT study.end_permissions('${CLIENT}', ARRAY['x'], '2012-06-01')`,
    `SELECT study.erase_answers('${CLIENT}')`,
    `SELECT study.erase_after_all('${CLIENT}', '2012-06-01')`,
    `SELECT study.erase_supervisor_answers('${CLIENT}')`,
    `SELECT study.erase_told('${CLIENT}', '2012-06-01')`,
  ]
  expect(await refusalOf(urls.study, give)).toBe(REFUSED)
  for (const take of takes) {
    expect(await refusalOf(urls.study, take)).toBe('allowed')
    expect(await refusalOf(urls.vault, take)).toBe(REFUSED)
  }
  for (const url of [urls.analyst, urls.jobs])
    for (const door of [give, ...takes]) expect(await refusalOf(url, door)).toBe(REFUSED)
})
