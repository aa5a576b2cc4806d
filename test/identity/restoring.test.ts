import { beforeEach, expect, test } from 'vitest'
import { addressOf } from '../../app/identity/addresses'
import { forgetNames } from '../../app/identity/retention'
import { trailOf } from '../../app/identity/trail'
import { whomAsked } from '../../app/identity/whom'
import { withdrawNamed } from '../../app/identity/withdrawal'
import { addDays, addMonths, type Day } from '../../app/protocol/day'
import { withdraw } from '../../app/records/withdrawal'
import { minute } from '../../jobs/minute'
import { retain } from '../../jobs/retention'
import { freshDatabase } from '../database'
import { type ClientName, MET, named, REGISTERED, REPLIED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

// one database: nobody asks about another study than their own world's
const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const erase = (on: Day) => retain(world.desk, world.on(on), { announced: false })
const surnameOf = async (clientId: string) => {
  const { db, keys } = world.vault
  const { id, surname } = await db.person.findUniqueOrThrow({ where: { id: await world.inVault(clientId) } })
  return surname && keys.open(surname, `person.surname:${id}`)
}
const restored = async (id: string) =>
  (await trailOf(world.vault, id)).filter(({ verb }) => verb === 'restore_name').length
const forget = (on: Day, clientId: string, supervisorId: string | null) =>
  Promise.all([
    forgetNames(world.vault, world.on(on), { whom: 'clients', kind: 'names_never_took_part', ids: [clientId] }),
    forgetNames(world.vault, world.on(on), {
      whom: 'supervisors',
      kind: 'names_of_supervisors',
      ids: supervisorId ? [supervisorId] : [],
    }),
  ]).then((both) => both.forEach((one) => void must(one)))

test('who waits a hundred days for a place keeps the name, and signs when it comes; so does who supervises only those who wait', async () => {
  const { clientId, supervisorId } = await world.registered('Hendriks', { status: 'waiting_list' })
  for (const days of [100, 365]) {
    const gone = await erase(addDays(REGISTERED, days))
    expect(gone).toMatchObject({ names_never_took_part: 0, names_of_supervisors: 0 })
  }
  must(await world.register('Hendriks', { status: 'running' }, addDays(REGISTERED, 366)))
  expect(await surnameOf(clientId)).toBe('Hendriks')
  expect(await addressOf(world.vault, supervisorId ?? '')).not.toBeNull()
  expect(await restored(clientId)).toBe(0)
  must(await world.consented('Hendriks'))
})

test('a name that went although the case goes on comes back with the next row of the register, and once', async () => {
  const { clientId, supervisorId } = await world.registered('Evers', { status: 'waiting_list' })
  await forget(addDays(REGISTERED, 100), clientId, supervisorId)
  expect(await surnameOf(clientId)).toBeNull()
  expect(await addressOf(world.vault, supervisorId ?? '')).toBeNull()
  for (const days of [101, 102]) must(await world.register('Evers', { status: 'running' }, addDays(REGISTERED, days)))
  expect(await surnameOf(clientId)).toBe('Evers')
  expect(await addressOf(world.vault, supervisorId ?? '')).toMatchObject({ email: named('Evers').supervisor?.email })
  const person = await world.vault.db.person.findUniqueOrThrow({
    where: { id: await world.inVault(clientId) },
    include: { supervisions: true },
  })
  expect(person.gone).toBeNull()
  expect(person.supervisions.map(({ number }) => number === null)).toEqual([false])
  expect([await restored(clientId), await restored(supervisorId ?? '')]).toEqual([1, 1])
  must(await world.consented('Evers'))
})

test('a name whose term is over stays away, however often the register repeats the row', async () => {
  const { clientId, supervisorId } = await world.inquired('Evers')
  must(await world.reply('Evers', { reason: 'abroad' }))
  const late = addMonths(REPLIED, 7)
  expect(await erase(late)).toMatchObject({ names_never_took_part: 1, names_of_supervisors: 1 })
  must(await world.register('Evers', { riskCategory: 'high' }, late))
  must(await world.register('Evers', { riskCategory: 'high' }, addDays(late, 1)))
  expect(await surnameOf(clientId)).toBeNull()
  expect(await addressOf(world.vault, supervisorId ?? '')).toBeNull()
  expect(await restored(clientId)).toBe(0)
})

const stop = async (clientId: string, on: Day) =>
  must(
    await withdrawNamed(world.vault, world.on(on), {
      clientId,
      collected: 'erase',
      withdraw: (what) => withdraw(world.db, world.on(on), what),
    }),
  )

test.each([
  ['is waiting', 'Evers', false],
  ['was interviewed', 'Fokkens', true],
] as const)('the name of a client who %s and wished to be erased never comes back', async (_, name, met) => {
  const { clientId } = met ? await world.interviewed(name) : await world.registered(name, { status: 'waiting_list' })
  const on = addDays(MET, 1)
  await stop(clientId, on)
  await staysAway(name, clientId, on)
})

test('nor of one whose name had gone already when they wished it, with nothing signed', async () => {
  const { clientId, supervisorId } = await world.registered('Evers', { status: 'waiting_list' })
  await forget(MET, clientId, supervisorId)
  await stop(clientId, MET)
  expect(await minute(world.desk, world.on(MET))).toMatchObject({ withdrawals: 0 })
  await staysAway('Evers', clientId, MET)
})

async function staysAway(name: ClientName, clientId: string, on: Day) {
  must(await world.register(name, { status: 'running' }, addDays(on, 1)))
  const { person } = world.vault.db
  const row = await person.findUniqueOrThrow({ where: { id: await world.inVault(clientId) } })
  expect(row).toMatchObject({ surname: null, number: null, gone: 'wish' })
  expect(await restored(clientId)).toBe(0)
}

test('who signed while a night waited for its turn takes part after all, and keeps the name', async () => {
  const { registrationId, clientId } = await world.approached('Evers')
  must(await world.consented('Evers'))
  const term = { whom: 'clients', kind: 'names_never_took_part', ids: [clientId] } as const
  expect(codeOf(await forgetNames(world.vault, world.on(MET), term))).toBe('changed_meanwhile')
  expect(await whomAsked(world.vault, world.on(MET), registrationId)).toBe('Q.Z. Evers')
})
