import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { dailySweep } from '../../jobs/daily-sweep'
import { minute } from '../../jobs/minute'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { freshDatabase } from '../database'
import { MET, planted } from '../people'
import { connected } from '../platform/connect'
import { namedWorld } from '../world'
import { tried } from './attempts'

// What is left of somebody's password: a login of one role, from anywhere that reaches the database, and time.

const database = await freshDatabase()
const world = await namedWorld(database)
const { urls } = database
const DENIED = '42501'
let identityTables: string[]
let person: { id: string; clientId: string }

beforeAll(async () => {
  for (const name of ['Evers', 'Fokkens', 'Gerrits'] as const) await world.interviewed(name)
  for (const on of [MET, addDays(MET, 7)]) {
    await dailySweep(world.desk, world.on(on))
    await minute(world.desk, world.on(on))
    await sendWaitingMail(world.desk, world.on(on))
  }
  await connected(urls.owner, async (owner) => {
    // what the planner keeps of the values in each column must be there to be found
    await owner.query('ANALYZE')
    const { rows } = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'identity' ORDER BY 1`,
    )
    identityTables = rows.map(({ name }) => name)
  })
  const { clientId } = await world.interviewed('Evers')
  person = { id: await world.inVault(clientId), clientId }
})

/** Planted values in what was said, as text or as the bytes of one. `reverse` has an `evers` in it: names have capitals. */
const namesIn = (said: string) =>
  planted.filter((value) => [value, inHex(value), inHex(value).toUpperCase()].some((one) => said.includes(one)))
const inHex = (value: string) => Buffer.from(value).toString('hex')

/** Tries that end in "permission denied" for everybody but the vault. */
const REFUSED: readonly (readonly string[])[] = [
  ['SELECT * FROM audit.vault_entry'],
  ['SELECT count(*) FROM identity.person'],
  ['EXPLAIN ANALYZE SELECT * FROM identity.person'],
  [`SELECT * FROM identity.account WHERE email > ''`],
  ['TABLE identity.key'],
  ['COPY identity.person TO STDOUT'],
  [`COPY identity.person TO '/tmp/person'`],
  [`COPY (SELECT 1) TO PROGRAM 'cat'`],
  ['CREATE TEMP TABLE mine (line text)', `COPY mine FROM '/etc/passwd'`],
  ['LOCK TABLE identity.person IN ACCESS SHARE MODE'],
  [`INSERT INTO identity.account (id) VALUES (gen_random_uuid())`],
  ['CREATE TEMP VIEW mine AS SELECT * FROM identity.person'],
  ['CREATE VIEW study.mine AS SELECT 1'],
  ['CREATE FUNCTION study.mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
  ['CREATE TEMP TABLE mine (LIKE identity.person)'],
  [`SELECT 'identity.person'::regclass`],
  [`SELECT nextval('audit.vault_entry_id_seq')`],
  ['CREATE TRIGGER mine BEFORE INSERT ON study.permission EXECUTE FUNCTION suppress_redundant_updates_trigger()'],
  ['CREATE RULE mine AS ON INSERT TO study.permission DO ALSO SELECT 1'],
  ['ALTER TABLE study.permission DISABLE TRIGGER ALL'],
  ['ALTER FUNCTION study.revoke_permissions(uuid, text[]) OWNER TO CURRENT_USER'],
  [`SELECT pg_read_file('PG_VERSION')`],
  [`SELECT pg_read_binary_file('base')`],
  [`SELECT pg_ls_dir('.')`],
  [`SELECT pg_ls_waldir()`],
  ['SELECT pg_ls_logdir()'],
  [`SELECT pg_current_logfile()`],
  [`SELECT lo_import('/etc/passwd')`],
  ['SELECT * FROM pg_largeobject'],
  ['SELECT * FROM pg_statistic'],
  ['SELECT * FROM pg_authid'],
  ['SELECT * FROM pg_hba_file_rules'],
  ['SELECT pg_create_logical_replication_slot($$mine$$, $$test_decoding$$)'],
  ['SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $$koppel_vault$$'],
  ['CREATE PUBLICATION mine FOR ALL TABLES'],
  ['CREATE EXTENSION pg_stat_statements SCHEMA study'],
  ['CREATE EXTENSION dblink SCHEMA study'],
  ['CREATE EXTENSION postgres_fdw SCHEMA study'],
  ['CREATE FOREIGN DATA WRAPPER mine'],
  ['CREATE EVENT TRIGGER mine ON ddl_command_end EXECUTE FUNCTION audit.append_only()'],
  ['CREATE SCHEMA mine'],
  [`ALTER ROLE koppel_vault PASSWORD 'mine'`],
  ['GRANT koppel_vault TO CURRENT_USER'],
  ['GRANT SELECT ON identity.person TO CURRENT_USER'],
  [`SET log_statement = 'all'`],
  ['SET session_preload_libraries = auto_explain'],
  [`DO LANGUAGE plpgsql $$ BEGIN EXECUTE 'SELECT * FROM identity.person'; END $$`],
]

/** Tries that the server answers, and that answer nothing about anybody. */
const ANSWERED: readonly (readonly string[])[] = [
  ['SELECT * FROM pg_stat_activity'],
  ['SELECT * FROM pg_locks'],
  ['SELECT * FROM pg_prepared_statements'],
  ['SELECT * FROM pg_cursors'],
  ['SELECT * FROM pg_stats'],
  ['SELECT * FROM pg_stat_all_tables'],
  ['SELECT * FROM pg_stats_ext'],
  ['SELECT * FROM pg_seclabels'],
  ['SELECT * FROM pg_description'],
  ['SELECT * FROM pg_largeobject_metadata'],
  ['SELECT * FROM pg_settings'],
  ['SELECT prosrc FROM pg_proc WHERE pronamespace::regnamespace::text IN ($$study$$, $$identity$$, $$audit$$)'],
  ['SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint'],
  ['SELECT query_to_xml($$SELECT * FROM pg_stat_activity$$, true, true, $$$$)'],
]

describe.each(['study', 'analyst', 'jobs'] as const)('a stolen password of koppel_%s', (role) => {
  test('opens no table of names', async () => {
    expect(identityTables.length).toBeGreaterThan(10)
    for (const table of identityTables) {
      const { code, said } = await tried(urls[role], `SELECT * FROM ${table}`)
      expect([table, code, namesIn(said)]).toEqual([table, DENIED, []])
    }
  })

  test.each(REFUSED.map((statements) => [statements.at(-1), statements] as const))(
    'is refused %s',
    async (_, statements) => {
      const { code, said } = await tried(urls[role], ...statements)
      // not there at all is refused enough: an extension that is not installed, a sequence that does not exist
      expect([DENIED, '42P01', '42704', '58P01', '0A000']).toContain(code)
      expect(namesIn(said)).toEqual([])
    },
  )

  test.each(ANSWERED.map(([statement = '']) => [statement]))('learns no name from %s', async (statement) => {
    const { said } = await tried(urls[role], statement)
    expect(said.length).toBeGreaterThan(2)
    expect(namesIn(said)).toEqual([])
  })

  test('does not see what others are asking', async () => {
    await connected(urls.vault, async (other) => {
      await other.query(`SELECT 'van Evers'`)
      const { said } = await tried(urls[role], `SELECT query FROM pg_stat_activity WHERE usename = 'koppel_vault'`)
      expect(said).toContain('insufficient privilege')
      expect(namesIn(said)).toEqual([])
    })
  })
})

test('temporary things of one’s own do not come before those that a door uses', async () => {
  const trap = `CREATE FUNCTION pg_temp.cardinality(anyarray) RETURNS int LANGUAGE plpgsql AS
    $$ BEGIN RAISE NOTICE 'trapped %', current_user; RETURN 0; END $$`
  const shadows = ['client', 'permission', 'withdrawal', 'measurement', 'registration', 'register_event', 'answer']
  const mine = shadows.map((name) => `CREATE TEMP TABLE ${name} AS SELECT * FROM study.${name} LIMIT 0`)
  const spied = mine.map((_, at) => [
    `CREATE OR REPLACE FUNCTION pg_temp.spy() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE NOTICE 'trapped %', current_user; RETURN NEW; END $$`,
    `CREATE TRIGGER spy BEFORE INSERT OR UPDATE OR DELETE ON pg_temp.${shadows[at]} FOR EACH STATEMENT EXECUTE FUNCTION pg_temp.spy()`,
  ])
  const { clientId } = person
  const doors = [
    `SELECT study.revoke_permissions('${clientId}')`,
    `SELECT study.end_permissions('${clientId}', ARRAY['register'], '2012-06-01')`,
    `SELECT study.erase_answers('${clientId}')`,
    `SELECT study.erase_supervisor_answers('${clientId}')`,
  ]
  for (const path of ['pg_temp, study, pg_catalog', 'pg_temp, identity, study']) {
    const { code, said } = await tried(
      urls.study,
      ...mine,
      ...spied.flat(),
      trap,
      `SET search_path = ${path}`,
      ...doors,
    )
    expect(code, said).toBe('allowed')
    expect(said).not.toContain('trapped')
    expect(namesIn(said)).toEqual([])
  }
})

// a back-up of the vault holds these rows and no others
test('whoever has the vault’s password sees sealed names only, and no answer, permission or pseudonym', async () => {
  const all = await tried(urls.vault, ...identityTables.map((table) => `SELECT to_jsonb(t) FROM ${table} t`))
  expect(all.code).toBe('allowed')
  expect(all.said).toContain(person.id)
  expect(namesIn(all.said)).toEqual([])
  const rooms = await connected(urls.owner, (owner) =>
    owner.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('study', 'bullmq', 'public')`,
    ),
  )
  expect(rooms.rows.length).toBeGreaterThan(30)
  for (const { name } of rooms.rows)
    expect([name, (await tried(urls.vault, `SELECT * FROM ${name}`)).code]).toEqual([name, DENIED])
  const pseudonyms = (await database.study.client.findMany()).map(({ pseudonym }) => pseudonym)
  const looks = await Promise.all(ANSWERED.map((statements) => tried(urls.vault, ...statements)))
  for (const { said } of [all, ...looks, await tried(urls.vault, 'SELECT * FROM audit.entry')])
    expect(pseudonyms.filter((pseudonym) => said.includes(pseudonym))).toEqual([])
  // the one door into study gives nothing back, not even whether somebody is there
  const door = (id: string) => tried(urls.vault, `SELECT study.set_permissions('${id}', ARRAY['x'], ARRAY[true])::text`)
  expect((await door(person.clientId)).said).not.toMatch(/take_part|register/)
})
