import { beforeEach, expect, test } from 'vitest'
import { addressOf } from '../../app/identity/addresses'
import { theirsNow } from '../../app/identity/colleagues'
import { pendingErrands } from '../../app/identity/errands'
import type { Named } from '../../app/identity/people'
import { recognise } from '../../app/identity/recognise'
import { enterBatch } from '../../app/identity/register-batch'
import { forgetNames } from '../../app/identity/retention'
import { trailOf } from '../../app/identity/trail'
import { whomAsked } from '../../app/identity/whom'
import { withdrawNamed } from '../../app/identity/withdrawal'
import { done } from '../../app/protocol/refusal'
import { freshDatabase } from '../database'
import { type ClientName, named, REGISTERED, staff } from '../people'
import { FACTS, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const MAY = { mayChange: async (ids: readonly string[]) => new Set(ids) }
const enter = async (...rows: readonly Named[]) => {
  const batch = await enterBatch(
    world.vault,
    world.on(REGISTERED),
    rows.map((one) => ({ named: one, facts: FACTS })),
    MAY,
  )
  return { ...batch, rows: batch.rows.map(must) }
}
type One = Awaited<ReturnType<typeof enter>>['rows'][number]
const foreseen = async (...rows: readonly Named[]) =>
  (await recognise(world.vault, world.on(REGISTERED), rows, MAY.mayChange)).map((one) => one && must(one))
const client = (name: ClientName, otherwise: Partial<Named['client']>): Named => ({
  ...named(name),
  client: { ...named(name).client, ...otherwise },
})
const supervised = (name: ClientName, otherwise: Partial<NonNullable<Named['supervisor']>>): Named => {
  const { supervisor, ...rest } = named(name)
  return { ...rest, supervisor: { ...(supervisor as NonNullable<Named['supervisor']>), ...otherwise } }
}
const mailOf = async (one: One) => (await addressOf(world.vault, one.supervisorId ?? ''))?.email
const nameOf = (one: One) => whomAsked(world.vault, world.on(REGISTERED), one.registrationId)
const said = async (id: string | null) => (await trailOf(world.vault, id ?? '')).map(({ verb }) => verb)
const rowsOf = async () =>
  JSON.stringify(
    await world.vault.db.supervision.findMany({
      where: { studyAlias: world.vault.keys.alias(world.study.id) },
      include: { person: true, supervisor: true },
      orderBy: { id: 'asc' },
    }),
  )

test('the same rows again write nothing, whatever they say', async () => {
  const rows = [named('Aalders'), named('Evers'), { ...named('Hendriks'), supervisor: null }]
  const first = await enter(...rows)
  const before = await rowsOf()
  const again = await enter(...rows)
  expect(again).toMatchObject({ errandId: null, rows: rows.map(() => ({ otherwise: [] })) })
  expect(again.rows.map(({ registrationId }) => registrationId)).toEqual(
    first.rows.map(({ registrationId }) => registrationId),
  )
  expect(await rowsOf()).toBe(before)
})

test('an address and a name that are corrected hold from now on, for everybody of that supervisor, and are said once', async () => {
  const [aalders, berends] = (await enter(named('Aalders'), named('Berends'))).rows as [One, One]
  const mended = { email: 'nieuw@reclassering.example', name: 'van Prins-Nieuw' }
  const rows = [supervised('Aalders', mended), supervised('Berends', mended)]
  const fields = ['supervisor_name', 'supervisor_email']
  const foretold = await foreseen(...rows)
  expect(foretold.map((one) => one?.otherwise)).toEqual(rows.map(() => ({ client: [], supervisor: fields })))
  expect(await mailOf(aalders)).toBe(staff('Prins').email)
  const { rows: came, errandId } = await enter(...rows)
  expect(came.map(({ otherwise }) => otherwise)).toEqual([fields, fields])
  expect(errandId).toBeNull()
  expect([await mailOf(aalders), await mailOf(berends)]).toEqual([mended.email, mended.email])
  expect(await said(aalders.supervisorId)).toEqual(['change_particulars'])
  const { keys, db } = world.vault
  const row = await db.supervisorIdentity.findUniqueOrThrow({
    where: { id: await world.inVault(aalders.supervisorId ?? '') },
  })
  expect(Buffer.from(row.emailHash ?? [])).toEqual(Buffer.from(keys.hash('email', mended.email)))
  expect((await enter(...rows)).rows.map(({ otherwise }) => otherwise)).toEqual([[], []])
})

test('a new case tells of a supervisor’s new address too', async () => {
  const [aalders] = (await enter(named('Aalders'))).rows as [One]
  await enter(supervised('Berends', { email: 'nieuw@reclassering.example' }))
  expect(await mailOf(aalders)).toBe('nieuw@reclassering.example')
})

test('a register that spells somebody in two ways settles on the last, and the same once more changes nothing', async () => {
  const rows = [supervised('Aalders', { name: 'H. Prins' }), supervised('Berends', { name: 'Prins, H.' })]
  const [aalders] = (await enter(...rows)).rows as [One]
  expect((await addressOf(world.vault, aalders.supervisorId ?? ''))?.name).toBe('Prins, H.')
  const before = await rowsOf()
  for (let time = 0; time < 2; time++) {
    expect((await enter(...rows)).rows.map(({ otherwise }) => otherwise)).toEqual([[], []])
    expect(await rowsOf()).toBe(before)
  }
})

test('what a client is called is corrected, with one entry, and not for who wished to be forgotten or whose name went', async () => {
  const [evers, fokkens, gerrits] = (await enter(named('Evers'), named('Fokkens'), named('Gerrits'))).rows as One[]
  if (!evers || !fokkens || !gerrits) throw new Error('three rows were entered')
  must(
    await withdrawNamed(world.vault, world.on(REGISTERED), {
      clientId: fokkens.clientId,
      collected: 'erase',
      withdraw: async () => done(null),
    }),
  )
  const term = { whom: 'clients', kind: 'names_never_took_part', ids: [gerrits.clientId] } as const
  must(await forgetNames(world.vault, world.on(REGISTERED), term))
  const otherwise = { surname: 'Eversen', bornOn: named('Aalders').client.bornOn }
  const { rows } = await enter(
    client('Evers', otherwise),
    client('Fokkens', { surname: 'Fokkensen' }),
    client('Gerrits', { surname: 'Gerritsen' }),
  )
  expect(rows.map((one) => one.otherwise)).toEqual([['surname', 'born_on'], [], []])
  expect(await nameOf(evers)).toBe('Q.Z. Eversen')
  expect(await said(evers.clientId)).toEqual(['change_particulars'])
  for (const { clientId } of [fokkens, gerrits]) {
    const person = await world.vault.db.person.findUniqueOrThrow({ where: { id: await world.inVault(clientId) } })
    expect(person.surname).toBeNull()
    expect(await said(clientId)).not.toContain('change_particulars')
  }
})

test('a register that lags behind a hand-over takes nothing back; one that says otherwise since does', async () => {
  const [aalders] = (await enter(named('Aalders'))).rows as [One]
  const [evers] = (await enter(named('Evers'))).rows as [One]
  const quist = evers.supervisorId as string
  must(await theirsNow(world.vault, world.on(REGISTERED), { registrationId: aalders.registrationId, to: quist }))
  const saysNow = async (name: 'Prins' | 'Quist' | 'Romein') => {
    const [foretold] = await foreseen(named('Aalders', name))
    const [one] = (await enter(named('Aalders', name))).rows as [One]
    return [foretold?.said, one.supervisorId]
  }
  expect(await saysNow('Prins')).toEqual(['same', quist])
  // the address of who handed it over is mended all the same
  await enter(supervised('Aalders', { email: 'nieuw@reclassering.example' }))
  expect(await mailOf(aalders)).toBe('nieuw@reclassering.example')
  expect(await saysNow('Quist')).toEqual(['caught_up', quist])
  expect(await saysNow('Quist')).toEqual(['same', quist])
  // back again is another word than the last
  expect(await saysNow('Prins')).toEqual(['other', aalders.supervisorId])
  expect(await saysNow('Prins')).toEqual(['same', aalders.supervisorId])
  expect((await saysNow('Romein'))[0]).toBe('other')
  expect(await said(aalders.registrationId)).toEqual(
    expect.arrayContaining(['enter_registration', 'hand_over', 'name_supervisor', 'change_supervisor']),
  )
  expect((await pendingErrands(world.vault, world.study.id)).errands).toHaveLength(4)
})
