import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../app/platform/id'
import { addDays } from '../../app/protocol/day'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { recordNotHeld, recordRefusal } from '../../app/records/fieldwork/refusal'
import { approach } from '../../app/records/intake/approach'
import { inquire } from '../../app/records/intake/inquire'
import { register } from '../../app/records/intake/register'
import { recordReply } from '../../app/records/intake/reply'
import { lookAgain } from '../../app/records/sweeps/looking-again'
import { remindInquiries } from '../../app/records/sweeps/remind-inquiries'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { ASKED, MET, REPLIED } from '../people'
import { codeOf, FACTS, must, namedWorld, type World } from '../world'
import { atOnce } from './at-once'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

/** A second supervision of a client, asked about on the day that the first is. */
async function askedTwice() {
  const first = await world.inquired('Evers')
  const { supervisorId } = await world.registered('Hendriks')
  const second = { ...FACTS, registrationId: newId(), clientId: first.clientId, supervisorId }
  must(await register(world.db, world.on(ASKED), second))
  must(await inquire(world.db, world.on(ASKED), second.registrationId))
  return { first, second }
}
const yes = (registrationId: string, on = REPLIED) =>
  recordReply(world.db, world.on(on), {
    ...{ registrationId, repliedOn: on, isSupervisor: true, contacts: 2, nextContactOn: null, reason: null },
  })
const left = async (id: string) => {
  const { leftStep, leftReason } = await world.db.registration.findUniqueOrThrow({ where: { id } })
  return leftStep && `${leftStep} ${leftReason}`
}
const bound = (clientId: string) => world.db.dyad.count({ where: { clientId, unboundOn: null } })
const talk = (registrationId: string) => ({ registrationId, wave: 'T1', on: MET })
const held = { contacts: 3, interviewer: 'I1', minutes: 25 }

test('a client who refused in one supervision is approached in no other, whoever answers there', async () => {
  const { first, second } = await askedTwice()
  must(await yes(first.registrationId))
  must(await recordRefusal(world.db, world.on(MET), { ...talk(first.registrationId), reason: 'does_not_feel_like_it' }))
  expect(await left(second.registrationId)).toBe('inquiry refused_before')
  expect(codeOf(await yes(second.registrationId, MET))).toBe('done')
  expect(await left(second.registrationId)).toBe('approach refused_before')
  expect(await bound(first.clientId)).toBe(0)
})

test('a client who took part in one is not asked about in the other, and nobody is reminded', async () => {
  const { first, second } = await askedTwice()
  await world.approached('Evers')
  must(await world.consented('Evers'))
  must(await holdInterview(world.db, world.on(MET), { ...talk(first.registrationId), ...held }))
  expect(await left(second.registrationId)).toBe('inquiry took_part_before')
  expect(await remindInquiries(world.db, world.on(addDays(MET, 1)))).toBe(0)
  const lines = { registrationId: second.registrationId, state: 'planned' }
  expect(await world.db.mailLine.count({ where: lines })).toBe(0)
})

test('a client is approached once at a time; the other waits, and stands to be approached when nothing came of it', async () => {
  const { first, second } = await askedTwice()
  must(await yes(first.registrationId))
  expect(must(await yes(second.registrationId))).toMatchObject({ stands: 'left', reason: 'approached_elsewhere' })
  expect(await lookAgain(world.db, world.on(MET))).toBe(0)
  must(await recordNotHeld(world.db, world.on(MET), { ...talk(first.registrationId), reason: 'practical' }))
  expect(await lookAgain(world.db, world.on(MET))).toBe(1)
  expect(must(await approach(world.db, world.on(MET), second.registrationId))).toMatchObject({ stands: 'approached' })
  expect(await bound(first.clientId)).toBe(1)
})

test('two answers at once bind one pair', async () => {
  const { first, second } = await askedTwice()
  const answers = [() => yes(first.registrationId), () => yes(second.registrationId)]
  const stood = await atOnce(database, first.clientId, answers, 'study.client')
  expect(stood.map((one) => must(one).stands).sort()).toEqual(['approached', 'left'])
  expect(await bound(first.clientId)).toBe(1)
})

test('refusing and withdrawing at once wait for each other only one way round', async () => {
  const { first, second } = await askedTwice()
  must(await yes(first.registrationId))
  // whichever has the lower number is locked first by both
  const [lowest] = [first.registrationId, second.registrationId].sort()
  const [refused, withdrew] = await atOnce(database, lowest as string, [
    () => recordRefusal(world.db, world.on(MET), { ...talk(first.registrationId), reason: 'no_time' }),
    () => withdraw(world.db, world.on(MET), { clientId: first.clientId, collected: 'keep' }),
  ])
  expect([refused, withdrew].map((one) => one && codeOf(one))).toEqual(['done', 'done'])
  expect(await left(second.registrationId)).toBe('inquiry refused_before')
})
