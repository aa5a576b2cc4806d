import { beforeEach, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
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

test('who left intake and was not interviewed, with the day; nobody who is under way, took part or signed', async () => {
  const { clientId: waiting } = await world.registered('Aalders', { status: 'waiting_list' })
  await world.inquired('Berends')
  await world.inquired('Cornelis')
  const { clientId: abroad } = await world.inquired('Evers')
  must(await world.reply('Evers', { reason: 'abroad' }))
  const { clientId: refused, registrationId } = await world.approached('Fokkens')
  must(await recordRefusal(world.db, world.on(MET), { registrationId, wave: 'T1', on: MET, reason: 'no_time' }))
  await world.interviewed('Gerrits')
  expect(await gone()).toEqual([
    { clientId: waiting, closedOn: REGISTERED },
    { clientId: abroad, closedOn: REPLIED },
    { clientId: refused, closedOn: MET },
  ])
  // the day itself is not before it
  expect((await gone(MET)).map(({ clientId }) => clientId)).toEqual([waiting, abroad])
  expect(await gone(REGISTERED)).toEqual([])
})

test('a case that came back is not closed, and one of two is not all', async () => {
  const { registrationId } = await world.registered('Aalders', { status: 'waiting_list' })
  must(await world.register('Aalders', { status: 'running' }, ASKED))
  expect(await world.db.departure.count({ where: { registrationId } })).toBe(1)
  expect(await gone()).toEqual([])
  const { clientId, registrationId: first } = await world.registered('Evers', { status: 'waiting_list' })
  expect(await gone()).toHaveLength(1)
  const { id: _, ...facts } = await world.db.registration.findUniqueOrThrow({ where: { id: first } })
  await world.db.registration.createMany({ data: { id: clientId, ...facts } })
  expect(await gone()).toEqual([])
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
