import { beforeEach, expect, test } from 'vitest'
import { day, fromColumn } from '../../app/protocol/day'
import { declineAltogether } from '../../app/records/declining'
import { inquire } from '../../app/records/intake/inquire'
import { register } from '../../app/records/intake/register'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { ASKED, REGISTERED } from '../people'
import { codeOf, FACTS, must, namedWorld, type World } from '../world'
import { atOnce } from './at-once'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const departures = (registrationId: string) =>
  world.db.departure.findMany({ where: { registrationId }, orderBy: { id: 'asc' } })

test('the same row again changes nothing; a changed one updates the case and makes no second', async () => {
  const first = must(await world.register('Evers'))
  expect(first.outcome).toBe('new')
  expect(must(await world.register('Evers'))).toEqual({ ...first, outcome: 'unchanged' })
  expect(must(await world.register('Evers', { supervisionLevel: 3 }))).toEqual({ ...first, outcome: 'changed' })
  expect(await world.db.registration.findMany({ where: { studyId: world.study.id } })).toMatchObject([
    { id: first.registrationId, clientId: first.clientId, supervisorId: first.supervisorId, supervisionLevel: 3 },
  ])
  expect(await world.db.client.count({ where: { studyId: world.study.id } })).toBe(1)
})

test('each has a random pseudonym of their own, and clients of one supervisor share the supervisor', async () => {
  const [evers, fokkens] = [await world.registered('Evers'), await world.registered('Fokkens')]
  expect(evers.supervisorId).toBe(fokkens.supervisorId)
  const pseudonyms = (await world.db.client.findMany({ where: { studyId: world.study.id } })).map(
    ({ pseudonym }) => pseudonym,
  )
  expect(new Set(pseudonyms).size).toBe(2)
  for (const pseudonym of pseudonyms) expect(pseudonym).toMatch(/^[2-9A-HJKMNP-Z]{3}(-[2-9A-HJKMNP-Z]{3}){2}$/)
})

test.each(['not_started', 'waiting_list'] as const)(
  '%s leaves at step 1, and comes back when it changes',
  async (status) => {
    const { registrationId } = await world.registered('Evers', { status, startedOn: null })
    expect(await departures(registrationId)).toMatchObject([{ step: 'register', reason: status, returnedOn: null }])
    expect(codeOf(await inquire(world.db, world.on(ASKED), registrationId))).toBe('case_left')

    const later = day('2012-03-20')
    expect(must(await world.register('Evers', { status: 'running', startedOn: later }, later)).outcome).toBe('changed')
    const [left, ...more] = await departures(registrationId)
    expect(more).toEqual([])
    expect(left?.leftOn && fromColumn(left.leftOn)).toBe(REGISTERED)
    expect(left?.returnedOn && fromColumn(left.returnedOn)).toBe(later)
    expect(codeOf(await inquire(world.db, world.on(later), registrationId))).toBe('done')
  },
)

test('a case that waits for another reason leaves anew, and the first departure stays as history', async () => {
  const { registrationId } = await world.registered('Evers', { status: 'not_started', startedOn: null })
  await world.register('Evers', { status: 'waiting_list', startedOn: null }, ASKED)
  expect(await departures(registrationId)).toMatchObject([
    { reason: 'not_started', returnedOn: new Date(ASKED) },
    { reason: 'waiting_list', returnedOn: null },
  ])
})

test('a supervisor with three places taken: the fourth case leaves at step 1', async () => {
  for (const name of ['Aalders', 'Berends', 'Cornelis'] as const) await world.approached(name)
  const { registrationId } = await world.registered('Dekker')
  expect(await departures(registrationId)).toMatchObject([{ step: 'register', reason: 'supervisor_full' }])
})

test('once asked about, a change in the register ends nothing that is under way', async () => {
  const { registrationId } = await world.inquired('Evers')
  expect(must(await world.register('Evers', { status: 'waiting_list' }, ASKED)).outcome).toBe('changed')
  expect(await departures(registrationId)).toEqual([])
})

test('two imports of one row at once make one case', async () => {
  const both = await Promise.all([world.register('Evers'), world.register('Evers')])
  expect(new Set(both.map((one) => must(one).registrationId)).size).toBe(1)
  expect(both.map((one) => must(one).outcome).sort()).toEqual(['new', 'unchanged'])
  expect(
    await world.vault.db.supervision.count({ where: { studyAlias: world.vault.keys.alias(world.study.id) } }),
  ).toBe(1)
})

test('a supervisor who becomes known later is taken in', async () => {
  const { registrationId } = await world.registered('Evers', { supervisor: null })
  expect(codeOf(await inquire(world.db, world.on(ASKED), registrationId))).toBe('supervisor_unknown')
  const later = must(await world.register('Evers'))
  expect(later).toMatchObject({ registrationId, outcome: 'changed' })
  expect(later.supervisorId).not.toBeNull()
  expect(codeOf(await inquire(world.db, world.on(ASKED), registrationId))).toBe('done')
})

test('the supervisor is asked once, by one mail', async () => {
  const { registrationId, supervisorId } = await world.registered('Evers')
  const ask = () => inquire(world.db, world.on(ASKED), registrationId)
  const both = await atOnce(database, registrationId, [ask, ask])
  expect(both.map(codeOf).sort()).toEqual(['already_inquired', 'done'])
  expect(await world.db.inquiry.findMany({ where: { registrationId } })).toMatchObject([
    { supervisorId, sentOn: new Date(ASKED), repliedOn: null },
  ])
  expect(await world.db.mailLine.findMany({ where: { registrationId } })).toMatchObject([
    { wave: 'intake', kind: 'inquiry', round: 0, state: 'planned' },
  ])
})

test('nobody is asked about an unknown case, a withdrawn client, or by a study that the case is not of', async () => {
  const { registrationId, clientId } = await world.registered('Evers')
  const other = await namedWorld(database)
  expect(codeOf(await inquire(other.db, other.on(ASKED), registrationId))).toBe('unknown_case')
  must(await withdraw(world.db, world.on(ASKED), { clientId, collected: 'keep' }))
  expect(codeOf(await inquire(world.db, world.on(ASKED), registrationId))).toBe('case_left')
})

test('a supervisor who declined altogether is not asked', async () => {
  const { registrationId, supervisorId } = await world.registered('Evers')
  must(await declineAltogether(world.db, world.on(ASKED), supervisorId as string))
  expect(codeOf(await inquire(world.db, world.on(ASKED), registrationId))).toBe('supervisor_declined')
  expect(await world.db.inquiry.count({ where: { registrationId } })).toBe(0)
})

test('what the study gets of a registration has no name in it, by its type and by what it keeps', async () => {
  const ids = await world.registered('Hendriks')
  expect(must(await register(world.db, world.on(REGISTERED), { ...FACTS, ...ids }))).toBe('unchanged')
  const kept = JSON.stringify(await world.db.registration.findUnique({ where: { id: ids.registrationId } }))
  expect(kept).not.toMatch(/Hendriks|TZ-552|KL-441/)
})
