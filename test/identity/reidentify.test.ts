import { beforeEach, expect, test } from 'vitest'
import { LOOKED_UP } from '../../app/identity/looks-an-hour'
import { type Meant, reidentify } from '../../app/identity/reidentify'
import { trailOf } from '../../app/identity/trail'
import type { Occasion } from '../../app/platform/occasion'
import { whoseIs } from '../../app/records/whose'
import { freshDatabase } from '../database'
import { named, staff } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
const KEEPER: Occasion['actor'] = 'account:5517a000-0000-7000-8000-000000000007'
const PURPOSE = 'De cliënt belde en vroeg om inzage.'

let world: World
let occasion: Occasion
let meant: Meant

beforeEach(async () => {
  world = await namedWorld(database)
  occasion = { ...world.on('2012-03-01'), actor: KEEPER }
  const { clientId } = await world.approached('Aalders')
  meant = { person: 'client', id: clientId, pseudonym: '', purpose: PURPOSE }
})

const look = (changes: Partial<Meant> = {}, by = occasion) => reidentify(world.vault, by, { ...meant, ...changes })

test('a pseudonym of a client, a supervisor or a pair stands for one person; another one for nobody', async () => {
  const { clientId, supervisorId } = await world.approached('Aalders')
  const client = await world.db.client.findUniqueOrThrow({ where: { id: clientId } })
  const supervisor = await world.db.supervisor.findUniqueOrThrow({ where: { id: supervisorId ?? '' } })
  const dyad = await world.db.dyad.findFirstOrThrow({ where: { clientId } })
  const whose = (pseudonym: string) => whoseIs(world.db, world.study, pseudonym)
  expect(await whose(client.pseudonym)).toEqual({ kind: 'client', person: 'client', id: clientId })
  expect(await whose(supervisor.pseudonym)).toEqual({ kind: 'supervisor', person: 'supervisor', id: supervisorId })
  expect(await whose(dyad.pseudonym)).toEqual({ kind: 'dyad', person: 'client', id: clientId })
  expect(await whose('AAA-AAA-AAA')).toBeNull()
  const other = await namedWorld(database)
  expect(await whoseIs(other.db, other.study, client.pseudonym)).toBeNull()
})

test('a client and a supervisor by name, and nothing of anybody else', async () => {
  const { client } = named('Aalders')
  expect(must(await look())).toEqual({
    person: 'client',
    name: `${client.initials} ${client.surname}`,
    number: client.number,
    bornOn: client.bornOn,
    phone: null,
  })
  const { supervisorId } = await world.approached('Aalders')
  const { name, email } = staff('Prins')
  expect(must(await look({ person: 'supervisor', id: supervisorId ?? '' }))).toEqual({
    person: 'supervisor',
    name,
    email,
  })
})

test('each look is in the vault’s chain with its purpose, which nobody reads without the key', async () => {
  must(await look({ pseudonym: 'ABC-DEF-GHJ' }))
  const looks = (await trailOf(world.vault, meant.id)).filter(({ verb }) => verb === 'reidentify')
  expect(looks).toMatchObject([{ actor: KEEPER, details: { purpose: PURPOSE, pseudonym: 'ABC-DEF-GHJ' } }])
  const rows = await world.vault.db.vaultEntry.findMany({ where: { verb: 'reidentify' } })
  expect(rows.map(({ sealed }) => Buffer.from(sealed).toString('latin1')).join()).not.toContain('inzage')
})

test.each([
  ['too short', 'om reden', 'purpose_too_short'],
  ['too long', 'x'.repeat(501), 'purpose_too_long'],
])('a purpose that is %s opens nothing and is no look', async (_, purpose, code) => {
  expect(codeOf(await look({ purpose }))).toBe(code)
  expect((await trailOf(world.vault, meant.id)).filter(({ verb }) => verb === 'reidentify')).toEqual([])
})

test('an account opens twenty names an hour, also when it asks for thirty at once and at a turn of the month', async () => {
  const lastMonth = { ...occasion, today: world.on('2012-02-29').today }
  must(await look({}, lastMonth))
  const answers = []
  for (let turn = 0; turn < 10; turn++) answers.push(...(await Promise.all([look(), look(), look()])))
  expect(answers.filter((one) => one.ok)).toHaveLength(LOOKED_UP.most - 1)
  expect([...new Set(answers.filter((one) => !one.ok).map(codeOf))]).toEqual(['too_many_looks'])
  must(await look({}, { ...occasion, actor: `${KEEPER.slice(0, -1)}8` }))
})

test('a name that has gone is said to have gone', async () => {
  await world.vault.db.person.updateMany({
    where: { id: await world.inVault(meant.id) },
    data: { number: null, surname: null, initials: null, bornOn: null },
  })
  expect(codeOf(await look())).toBe('name_gone')
  expect(codeOf(await look({ id: '01980000-0000-7000-8000-000000000001' }))).toBe('name_gone')
})

const { client: AALDERS, supervisionNumber: SUPERVISION } = named('Aalders')

test.each([
  `Mevrouw ${AALDERS.surname} belde gisteren`,
  'Terugbellen: AALDÉRS wacht',
  `Zaak ${AALDERS.number} klopt niet`,
  `Over ${SUPERVISION.replaceAll('-', ' ').toLowerCase()} is een klacht`,
  'Geboren op 11 april 1985, belde',
  'Jarig 11-4-85 en vroeg om inzage',
])('a purpose that says who it is opens nothing and is counted, and is kept nowhere: %s', async (purpose) => {
  expect(codeOf(await look({ purpose }))).toBe('purpose_names')
  const tries = (await trailOf(world.vault, meant.id)).filter(({ actor }) => actor === KEEPER)
  expect(tries.map(({ verb }) => verb)).toEqual(['refuse_purpose'])
  expect(JSON.stringify(tries)).not.toContain(purpose)
})

test('nor one that has the telephone number, however it is written, or a supervisor’s name or address', async () => {
  const { supervisorId } = await world.approached('Aalders')
  const id = await world.inVault(meant.id)
  const phone = Buffer.from(world.vault.keys.seal('06-98765432', `person.phone:${id}`))
  await world.vault.db.person.updateMany({ where: { id }, data: { phone } })
  for (const purpose of ['Bellen op 06 9876 5432', 'Bellen op +31698765432'])
    expect(codeOf(await look({ purpose })), purpose).toBe('purpose_names')
  const { email } = staff('Prins')
  for (const purpose of ['Prins is al weken ziek', `Post aan ${email} kwam terug`])
    expect(codeOf(await look({ person: 'supervisor', id: supervisorId ?? '', purpose })), purpose).toBe('purpose_names')
})

test('guesses in a purpose are looks of the hour: who tries twenty sees no name either', async () => {
  for (let turn = 0; turn < LOOKED_UP.most; turn++)
    expect(codeOf(await look({ purpose: 'Is het wel Aalders?' }))).toBe('purpose_names')
  expect(codeOf(await look({ purpose: 'Is het wel Aalders?' }))).toBe('too_many_looks')
  expect(codeOf(await look())).toBe('too_many_looks')
})
