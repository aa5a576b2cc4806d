import { beforeEach, expect, test } from 'vitest'
import { addDays, addMonths } from '../../app/protocol/day'
import { declineAltogether, declineFor } from '../../app/records/declining'
import { recordRefusal } from '../../app/records/fieldwork/refusal'
import { neverTookPart } from '../../app/records/never-took-part'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { ASKED, MET, REGISTERED, REPLIED } from '../people'
import { must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})
const KEEP = 90
const gone = (closedBefore = addDays(MET, KEEP)) =>
  neverTookPart(world.db, world.on(addDays(MET, KEEP)), { closedBefore })

test('the study says for how long: ninety days', () => {
  expect(world.study.protocol.retention.names_never_took_part).toMatchObject({
    keep: { days: KEEP },
    from: 'case_closed',
    cite: '§6',
  })
})

test('who left intake and was not interviewed, with the day; nobody who is under way, waits, took part or signed', async () => {
  await world.registered('Aalders', { status: 'waiting_list' })
  await world.inquired('Berends')
  await world.inquired('Cornelis')
  const { clientId: abroad } = await world.inquired('Evers')
  must(await world.reply('Evers', { reason: 'abroad' }))
  const { clientId: refused, registrationId } = await world.approached('Fokkens')
  must(await recordRefusal(world.db, world.on(MET), { registrationId, wave: 'T1', on: MET, reason: 'no_time' }))
  await world.interviewed('Gerrits')
  expect(await gone()).toEqual([
    { clientId: abroad, closedOn: REPLIED },
    { clientId: refused, closedOn: MET },
  ])
  // the day itself is not before it
  expect((await gone(MET)).map(({ clientId }) => clientId)).toEqual([abroad])
  expect(await gone(REPLIED)).toEqual([])
})

test('a case that came back is not closed, and one of two is not all', async () => {
  const { registrationId, clientId } = await world.inquired('Evers')
  must(await world.reply('Evers', { reason: 'abroad' }))
  expect(await gone()).toEqual([{ clientId, closedOn: REPLIED }])
  const { id: _, ...facts } = await world.db.registration.findUniqueOrThrow({ where: { id: registrationId } })
  await world.db.registration.createMany({ data: { id: clientId, ...facts } })
  expect(await gone()).toEqual([])
})

const FAR = addMonths(MET, 60)
test.each(['waiting_list', 'not_started', 'supervisor_full'] as const)(
  'a case that waits (%s) is not closed, however long',
  async (reason) => {
    const status = reason === 'supervisor_full' ? 'running' : reason
    if (reason === 'supervisor_full')
      for (const name of ['Aalders', 'Berends', 'Cornelis'] as const) await world.approached(name)
    const { registrationId, clientId } = await world.registered('Dekker', { status })
    const open = { registrationId, returnedOn: null }
    expect(await world.db.departure.findMany({ where: open })).toMatchObject([{ step: 'register', reason }])
    const ofDekker = async () => (await gone(FAR)).filter((one) => one.clientId === clientId)
    // somebody else came in meanwhile: the study takes in clients still
    await world.register('Hendriks', { registeredOn: FAR }, FAR)
    expect(await ofDekker()).toEqual([])
  },
)

test('a case that waits closes when nothing can bring it back: two years after the last came in', async () => {
  const { clientId } = await world.registered('Aalders', { status: 'waiting_list' })
  const last = addMonths(REGISTERED, world.study.protocol.followUpMonths)
  expect(await gone(last)).toEqual([])
  expect(await gone(addDays(last, 1))).toEqual([{ clientId, closedOn: last }])
})

test('a case that waits closes as well when the client withdraws or the supervisor declines', async () => {
  const { clientId: stopped } = await world.registered('Aalders', { status: 'waiting_list' })
  const { clientId: alone, ...evers } = await world.registered('Evers', { status: 'waiting_list' })
  const { clientId: all, supervisorId } = await world.registered('Hendriks', { status: 'not_started' })
  expect(await gone()).toEqual([])
  must(await withdraw(world.db, world.on(ASKED), { clientId: stopped, collected: 'keep' }))
  must(await declineFor(world.db, world.on(REPLIED), { ...evers, supervisorId: evers.supervisorId ?? '' }))
  must(await declineAltogether(world.db, world.on(MET), supervisorId ?? ''))
  expect(await gone()).toEqual([
    { clientId: stopped, closedOn: ASKED },
    { clientId: alone, closedOn: REPLIED },
    { clientId: all, closedOn: MET },
  ])
})

test('consent in force keeps a name; a withdrawal ends it, and what was interviewed once took part', async () => {
  const { clientId, registrationId } = await world.approached('Evers')
  must(await world.consented('Evers'))
  must(await recordRefusal(world.db, world.on(MET), { registrationId, wave: 'T1', on: MET, reason: 'no_time' }))
  expect(await gone()).toEqual([])
  must(await withdraw(world.db, world.on(addDays(MET, 1)), { clientId, collected: 'keep' }))
  expect(await gone()).toEqual([{ clientId, closedOn: MET }])
  const { clientId: interviewed } = await world.interviewed('Fokkens')
  must(await withdraw(world.db, world.on(addDays(MET, 1)), { clientId: interviewed, collected: 'erase' }))
  expect(await gone()).toHaveLength(1)
})
