import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createAccount } from '../../app/identity/accounts'
import { registerBreach } from '../../app/identity/breaches'
import { reidentify } from '../../app/identity/reidentify'
import { whomAsked } from '../../app/identity/whom'
import { MET, planted } from '../people'
import { connected } from '../platform/connect'
import { must, namedWorld, type World } from '../world'
import { answerOf, koppel, koppelHere } from './cli'
import { freshHome } from './database'

const home = await freshHome()
let world: World
let secrets: readonly string[]

const STAFF = 'Wilhelmina Zonnebloem'
const PURPOSE = 'de cliënt belde en wil stoppen'
const HAPPENED = 'een lijst lag in de trein <script>alert(1)</script>'

beforeAll(async () => {
  world = await namedWorld(home.database)
  const { registrationId, clientId } = await world.interviewed('Evers')
  const { pseudonym } = await world.db.client.findUniqueOrThrow({ where: { id: clientId } })
  const account = {
    email: 'wz@koppel.example',
    name: STAFF,
    role: 'key_holder',
    language: 'nl',
    password: 'x',
  } as const
  const actor = `account:${must(await createAccount(home.database.vault, account, 'system'))}`
  const holder = { ...world.on(MET), actor }
  await whomAsked(world.vault, world.on(MET), registrationId)
  for (let times = 0; times < 2; times++)
    must(await reidentify(world.vault, holder, { person: 'client', id: clientId, pseudonym, purpose: PURPOSE }))
  const discoveredAt = '2012-03-13T08:00:00.000Z'
  const facts = {
    happened: HAPPENED,
    material: ['names'],
    people: 3,
    consequences: '',
    measures: '',
    reason: '',
  } as const
  const open = { reporting: 'open', reportedAt: null, telling: 'not_yet', closedAt: null } as const
  const writing = { occasion: world.on(MET), at: new Date('2012-03-13T09:00:00Z') }
  must(await registerBreach(world.vault, writing, { ...facts, ...open, discoveredAt }))
  secrets = [...planted, pseudonym, STAFF, 'wz@koppel.example', PURPOSE, 'lag in de trein', clientId, registrationId]
})

const report = (...words: string[]) =>
  koppel(['privacy-report', '--study', world.study.code, '--home', home.folder, ...words], {
    ...home.env,
    KOPPEL_MODE: 'test',
    KOPPEL_NOW: '2012-03-15T08:00:00Z',
  })

test('says what is held, who reads it, what concerns offences, what was looked up; and names nobody', async () => {
  const ran = await report('--month', '2012-03', '--json')
  expect(ran).toMatchObject({ code: 0 })
  const said = answerOf(ran)
  expect(Object.keys(said).sort()).toEqual(
    ['breaches', 'due', 'held', 'looks', 'month', 'on', 'roles', 'study', 'terms', 'trail'].sort(),
  )
  const table = (name: string) => said.held.find((one: { table: string }) => one.table === name)
  expect(table('identity.person')).toMatchObject({
    rows: 1,
    whose: 'client',
    keep: 'names_of_participants',
    presence: true,
    names: ['number', 'surname', 'initials', 'born_on', 'phone'],
    readers: ['koppel_vault'],
  })
  expect(table('study.registration')).toMatchObject({
    rows: 1,
    offences: expect.arrayContaining(['risk_category', 'modality']),
    readers: ['koppel_analyst', 'koppel_study'],
  })
  expect(table('bullmq')).toMatchObject({ whose: 'nobody', readers: ['koppel_jobs'] })
  expect(said.looks).toEqual([
    { verb: 'reidentify', role: 'key_holder', count: 2, rows: 0 },
    { verb: 'show_client', role: 'gone', count: 1, rows: 0 },
  ])
  expect(said.breaches).toEqual([
    {
      discoveredAt: '2012-03-13T08:00:00.000Z',
      material: ['names'],
      people: 3,
      clock: { deadline: '2012-03-16T08:00:00.000Z', state: 'running', leftMs: 24 * 3_600_000 },
    },
  ])
  expect(said.trail).toMatchObject({ ok: true, faults: [] })
  for (const secret of secrets) expect(ran.stdout.includes(secret), secret).toBe(false)
}, 60_000)

test('the document needs nothing else, runs nothing, names nobody, and is the same each time', async () => {
  const file = join(home.folder, 'privacy.html')
  const written = async (language: string) => {
    const ran = await report('--out', file, '--language', language, '--json')
    expect(answerOf(ran).file).toBe(file)
    return readFileSync(file, 'utf8')
  }
  const dutch = await written('nl')
  expect(await written('nl')).toBe(dutch)
  expect(dutch).toMatch(/^<!doctype html>\n<html lang="nl"/)
  expect(dutch).toContain('nog 24 uur en 0 minuten')
  expect(dutch).toContain('zocht de naam op')
  expect(dutch).not.toMatch(/<(script|link|img|iframe|a)\b|url\(|@import|\bhttps?:/)
  for (const secret of secrets) expect(dutch.includes(secret), secret).toBe(false)
  const english = await written('en')
  expect(english).toContain('looked the name up')
  expect(english).not.toMatch(/zocht de naam|Wat er wordt bewaard/)
}, 120_000)

test('an entry of the vault that an owner changed shows as a fault, and hides none of the others', async () => {
  await connected(home.owner, async (owner) => {
    await owner.query('ALTER TABLE audit.vault_entry DISABLE TRIGGER ALL')
    await owner.query(`UPDATE audit.vault_entry SET sealed = sealed || '\\x00' WHERE verb = 'show_client'`)
    await owner.query('ALTER TABLE audit.vault_entry ENABLE TRIGGER ALL')
  })
  const { trail, looks } = answerOf(await report('--json', '--month', '2012-03'))
  expect(looks).toEqual([
    { verb: 'reidentify', role: 'key_holder', count: 2, rows: 0 },
    { verb: 'show_client', role: 'unreadable', count: 1, rows: 0 },
  ])
  expect(trail.ok).toBe(false)
  expect(trail.faults.join()).toContain('of the vault was changed')
}, 60_000)

test.each([
  ['--month', '2012-13'],
  ['--month', 'maart'],
  ['--language', 'fr'],
])('%s %s is no way to call it', async (...words) => {
  expect((await koppelHere(['privacy-report', ...words])).code).toBe(2)
})
