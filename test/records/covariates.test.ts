import { beforeEach, expect, test } from 'vitest'
import { day } from '../../app/protocol/day'
import { done } from '../../app/protocol/refusal'
import { change } from '../../app/records/change'
import { covariatesOf, keepCovariates, type ToldCovariate } from '../../app/records/intake/covariates'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { MET, REGISTERED } from '../people'
import { must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const keep = async (told: readonly ToldCovariate[]) =>
  must(
    await change(world.db, world.on(MET), { verb: 'register', subject: 'study' }, async (tx) =>
      done(await keepCovariates(tx, told)),
    ),
  )
const told = (registrationId: string, name: string, value: string, asOf: string = REGISTERED): ToldCovariate => ({
  registrationId,
  name,
  value,
  asOf: day(asOf),
  source: 'register',
})

test('what the register told is kept with its day, once, and what changed beside what it was', async () => {
  const { registrationId } = await world.registered('Evers')
  const other = (await world.registered('Fokkens')).registrationId
  const rows = [
    told(registrationId, 'risc_housing', '3'),
    told(registrationId, 'offence', 'theft'),
    told(other, 'offence', 'fraud'),
  ]
  expect(await keep(rows)).toBe(3)
  expect(await keep(rows)).toBe(0)
  expect(await keep([told(registrationId, 'risc_housing', '4', MET), told(other, 'offence', 'fraud', MET)])).toBe(1)
  expect(await covariatesOf(world.db, registrationId)).toEqual([
    { name: 'offence', value: 'theft', asOf: REGISTERED, source: 'register', before: [] },
    {
      name: 'risc_housing',
      value: '4',
      asOf: MET,
      source: 'register',
      before: [{ value: '3', asOf: REGISTERED, source: 'register' }],
    },
  ])
})

test('an older file changes nothing, and of one thing told twice the last counts', async () => {
  const { registrationId } = await world.registered('Evers')
  expect(
    await keep([told(registrationId, 'offence', 'theft', MET), told(registrationId, 'offence', 'fraud', MET)]),
  ).toBe(1)
  expect(await keep([told(registrationId, 'offence', 'arson', REGISTERED)])).toBe(0)
  expect(await covariatesOf(world.db, registrationId)).toMatchObject([{ value: 'fraud', before: [] }])
  expect(await keep([])).toBe(0)
})

test('of a client who had everything erased nothing is kept again', async () => {
  const { registrationId, clientId } = await world.registered('Evers')
  await keep([told(registrationId, 'offence', 'theft')])
  must(await withdraw(world.db, world.on(MET), { clientId, collected: 'erase' }))
  expect(await keep([told(registrationId, 'offence', 'theft', MET)])).toBe(0)
  expect(await covariatesOf(world.db, registrationId)).toEqual([])
})
