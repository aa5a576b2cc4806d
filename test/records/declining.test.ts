import { beforeEach, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { askedBy } from '../../app/records/asked'
import { declineFor } from '../../app/records/declining'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { flow } from '../../app/records/flow'
import { withdraw } from '../../app/records/withdrawal'
import { dailySweep } from '../../jobs/daily-sweep'
import { minute } from '../../jobs/minute'
import { closeNonResponses } from '../../jobs/non-response'
import { freshDatabase } from '../database'
import { ASKED, FINALLY, MET, OPENS } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})
const AFTER = addDays(MET, 1)
const decline = (registrationId: string, on = AFTER) => declineFor(world.db, world.on(on), { registrationId })

test('declining for one client stops what is asked about that one, and leaves the others', async () => {
  const { registrationId } = await world.inquired('Evers')
  const { registrationId: other } = await world.inquired('Fokkens')
  const { id } = await world.db.inquiry.findUniqueOrThrow({ where: { registrationId } })
  const asked = () => askedBy(world.db, world.study, ASKED, { kind: 'inquiry', id })
  expect(await asked()).toMatchObject({ state: 'open' })
  must(await decline(registrationId, ASKED))
  expect(await asked()).toMatchObject({ state: 'stopped' })
  expect(codeOf(await decline(registrationId, ASKED))).toBe('supervisor_declined')
  expect(await world.db.mailLine.findMany({ where: { registrationId } })).toMatchObject([
    { kind: 'inquiry', state: 'cancelled', reason: 'supervisor_declined' },
  ])
  expect(codeOf(await world.reply('Evers'))).toBe('supervisor_declined')
  for (const on of [0, 7, 14, 21].map((days) => addDays(ASKED, days))) {
    await dailySweep(world.desk, world.on(on))
    await closeNonResponses(world.desk, world.on(on))
    await minute(world.desk, world.on(on))
  }
  expect(await world.db.mailLine.count({ where: { registrationId } })).toBe(1)
  expect(await world.db.mailLine.count({ where: { registrationId: other, state: 'suppressed' } })).toBe(3)
  expect((await flow(world.db, world.study, FINALLY)).not_included).toMatchObject({
    no_reply: 1,
    inquiry: { supervisor_declines: 1 },
  })
})

test('a client being approached leaves, and the place is free; one who was interviewed goes on alone', async () => {
  const { registrationId: bound } = await world.approached('Evers')
  must(await decline(bound))
  expect((await flow(world.db, world.study, FINALLY)).not_included.practical).toBe(1)
  expect(await world.db.dyad.findUnique({ where: { registrationId: bound } })).toMatchObject({
    unboundOn: new Date(AFTER),
  })
  const { registrationId } = await world.interviewed('Fokkens')
  must(await decline(registrationId))
  const theirs = { registrationId, perspective: 'supervisor' }
  expect(await world.db.measurement.findMany({ where: theirs })).toMatchObject([{ closedOn: new Date(AFTER) }])
  await dailySweep(world.desk, world.on(OPENS))
  expect(await minute(world.desk, world.on(OPENS))).toMatchObject({ suppressed: 0 })
  const second = { registrationId, wave: 'T2', on: OPENS, contacts: null, minutes: null, interviewer: null }
  must(await holdInterview(world.db, world.on(OPENS), second))
  expect(await world.db.measurement.count({ where: theirs })).toBe(1)
  expect(await world.db.mailLine.count({ where: { registrationId, state: 'planned' } })).toBe(0)
  expect(await world.db.departure.count({ where: { registrationId } })).toBe(0)
})

test('what the register says later does not make a question of it again', async () => {
  const { registrationId } = await world.registered('Evers', { status: 'waiting_list' })
  must(await decline(registrationId, ASKED))
  must(await world.register('Evers', { status: 'running' }, ASKED))
  expect(await world.db.departure.findMany({ where: { registrationId, returnedOn: null } })).toMatchObject([
    { step: 'inquiry', reason: 'supervisor_declines' },
  ])
  await dailySweep(world.desk, world.on(ASKED))
  expect(await world.db.inquiry.count({ where: { registrationId } })).toBe(0)
})

test('a case that is unknown, withdrawn or nobody’s is refused', async () => {
  const { registrationId, clientId } = await world.inquired('Evers')
  const { registrationId: nobodys } = await world.registered('Gerrits', { supervisor: null })
  const other = await namedWorld(database)
  expect(codeOf(await declineFor(other.db, other.on(ASKED), { registrationId }))).toBe('unknown_case')
  expect(codeOf(await decline(nobodys))).toBe('supervisor_unknown')
  must(await withdraw(world.db, world.on(AFTER), { clientId, collected: 'erase' }))
  expect(codeOf(await decline(registrationId))).toBe('withdrawn')
  expect(await world.db.declining.count({ where: { registrationId } })).toBe(0)
})
