import { beforeEach, expect, test } from 'vitest'
import { addDoNotAsk, countDoNotAsk, doNotAskAmong, takeOffDoNotAsk } from '../../app/identity/do-not-ask'
import { done } from '../../app/protocol/refusal'
import { leaveDoNotAsk, mayBeAskedAgain } from '../../app/records/do-not-ask'
import { freshDatabase } from '../database'
import { MET, named } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const numberOf = (name: Parameters<typeof named>[0]) => named(name).client.number
const add = (number: string) =>
  addDoNotAsk(world.vault, world.on(MET), {
    number,
    leave: (clientId) => leaveDoNotAsk(world.db, world.on(MET), clientId),
  })
const takeOff = (number: string) =>
  takeOffDoNotAsk(world.vault, world.on(MET), {
    number,
    free: (clientId) => mayBeAskedAgain(world.db, world.on(MET), clientId),
  })
const stage = async (id: string) => {
  const { leftStep, leftReason } = await world.db.registration.findUniqueOrThrow({ where: { id } })
  return `${leftStep} ${leftReason}`
}

test('somebody whom nobody knows yet is put on the list, and not asked when the register brings them', async () => {
  expect(codeOf(await add(numberOf('Evers')))).toBe('done')
  expect(await countDoNotAsk(world.vault, world.study.id)).toBe(1)
  const { registrationId } = await world.registered('Evers')
  expect(await stage(registrationId)).toBe('register do_not_ask')
  const other = await world.registered('Fokkens')
  expect(await stage(other.registrationId)).toBe('null null')
})

test('the open case of somebody whom the study knows leaves', async () => {
  const { registrationId } = await world.inquired('Evers')
  must(await add(` ${numberOf('Evers')} `))
  expect(await stage(registrationId)).toBe('inquiry do_not_ask')
})

test('the same number once more is said so, and completes what was broken off', async () => {
  must(await addDoNotAsk(world.vault, world.on(MET), { number: numberOf('Evers'), leave: async () => done(null) }))
  const { registrationId } = await world.registered('Evers')
  expect(codeOf(await add(numberOf('Evers')))).toBe('already_on_list')
  expect(await stage(registrationId)).toBe('register do_not_ask')
  expect(await countDoNotAsk(world.vault, world.study.id)).toBe(1)
})

test('who is taken off the list is asked at a next supervision', async () => {
  must(await add(numberOf('Evers')))
  must(await takeOff(numberOf('Evers')))
  expect(codeOf(await takeOff(numberOf('Evers')))).toBe('not_on_list')
  expect(await stage((await world.registered('Evers')).registrationId)).toBe('null null')
})

test('nothing on the list can be read, and many numbers are looked up at once', async () => {
  must(await add(numberOf('Evers')))
  expect(codeOf(await add('  '))).toBe('required')
  const [row] = await world.vault.db.doNotAsk.findMany({
    where: { studyAlias: world.vault.keys.alias(world.study.id) },
  })
  expect(Object.keys(row ?? {}).sort()).toEqual(['id', 'month', 'numberHash', 'studyAlias'])
  const asked = [numberOf('Evers'), numberOf('Fokkens'), 'nobody']
  expect(await doNotAskAmong(world.vault.db, world.vault.keys, world.study.id, asked)).toEqual(new Set([asked[0]]))
  expect(await doNotAskAmong(world.vault.db, world.vault.keys, world.study.id, [])).toEqual(new Set())
})
