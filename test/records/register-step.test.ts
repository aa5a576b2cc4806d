import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../app/platform/id'
import { addDays, type Day } from '../../app/protocol/day'
import { leaveDoNotAsk } from '../../app/records/do-not-ask'
import { recordNotHeld, recordRefusal } from '../../app/records/fieldwork/refusal'
import { inquire } from '../../app/records/intake/inquire'
import { type RegisteredCase, register } from '../../app/records/intake/register'
import { lookAgain } from '../../app/records/sweeps/looking-again'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { MET, REGISTERED, REPLIED } from '../people'
import { codeOf, FACTS, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

/** Another supervision of the same client, and why it left at step 1; null when it goes on. */
async function again(clientId: string, facts: Partial<RegisteredCase> = {}, on: Day = MET) {
  const registrationId = newId()
  const supervisorId = (await world.db.registration.findFirst({ where: { clientId } }))?.supervisorId ?? null
  must(await register(world.db, world.on(on), { ...FACTS, registrationId, clientId, supervisorId, ...facts }))
  return { registrationId, reason: await leftFor(registrationId) }
}
const leftFor = async (id: string) => {
  const { leftStep, leftReason } = await world.db.registration.findUniqueOrThrow({ where: { id } })
  return leftStep && `${leftStep} ${leftReason}`
}
const approve = (kind: string, region: string | null, grantedOn: Day) =>
  world.db.approval.createMany({
    data: { id: newId(), studyId: world.study.id, kind, region, reference: 'x', grantedOn: new Date(grantedOn) },
  })

test('a client who took part, refused or withdrew is not asked again at a second supervision', async () => {
  const part = await world.interviewed('Aalders')
  const refused = await world.approached('Evers')
  must(
    await recordRefusal(world.db, world.on(MET), {
      registrationId: refused.registrationId,
      wave: 'T1',
      on: MET,
      reason: 'no_time',
    }),
  )
  const gone = await world.registered('Hendriks')
  must(await withdraw(world.db, world.on(MET), { clientId: gone.clientId, collected: 'keep' }))
  expect((await again(part.clientId)).reason).toBe('register took_part_before')
  expect((await again(refused.clientId)).reason).toBe('register refused_before')
  expect((await again(gone.clientId)).reason).toBe('register withdrew')
})

test('a client who could not be met is asked as anybody', async () => {
  const { registrationId, clientId } = await world.approached('Evers')
  must(await recordNotHeld(world.db, world.on(MET), { registrationId, wave: 'T1', on: MET, reason: 'practical' }))
  expect((await again(clientId)).reason).toBeNull()
})

test('a second supervision that was not asked about yet leaves when the client takes part in the first', async () => {
  const { clientId } = await world.approached('Evers')
  const { registrationId, reason } = await again(clientId, {}, REPLIED)
  expect(reason).toBeNull()
  expect(await lookAgain(world.db, world.on(REPLIED))).toBe(0)
  await world.interviewed('Evers')
  expect(await leftFor(registrationId)).toBe('register took_part_before')
  expect(await lookAgain(world.db, world.on(MET))).toBe(0)
})

test('a location waits for its approvals, and opens with them while the window can still be met', async () => {
  await approve('ethics', null, REGISTERED)
  const [soon, late] = ['Evers', 'Fokkens'] as const
  const { registrationId } = await world.registered(soon)
  const other = await world.registered(late, { startedOn: addDays(REGISTERED, -40) })
  expect([await leftFor(registrationId), await leftFor(other.registrationId)]).toEqual([
    'register location_not_open',
    'register location_not_open',
  ])
  await approve('national', null, REGISTERED)
  await approve('regional', 'Brabant', REGISTERED)
  expect(await lookAgain(world.db, world.on(REPLIED))).toBe(0)
  await approve('regional', 'Utrecht', REPLIED)
  expect(await lookAgain(world.db, world.on(addDays(REPLIED, -1)))).toBe(0)
  expect(await lookAgain(world.db, world.on(REPLIED))).toBe(1)
  expect([await leftFor(registrationId), await leftFor(other.registrationId)]).toEqual([
    null,
    'register location_not_open',
  ])
})

test('what was registered outside the period of its region leaves, and comes back when the period is mended', async () => {
  const period = (seq: number, untilOn: Day) =>
    world.db.inclusionPeriod.createMany({
      data: {
        studyId: world.study.id,
        region: 'Utrecht',
        seq,
        fromOn: new Date('2011-11-15'),
        untilOn: new Date(untilOn),
      },
    })
  await period(1, addDays(REGISTERED, -1))
  const { registrationId } = await world.registered('Evers')
  expect(await leftFor(registrationId)).toBe('register outside_inclusion_period')
  expect(await lookAgain(world.db, world.on(REPLIED))).toBe(0)
  await period(2, REGISTERED)
  expect(await lookAgain(world.db, world.on(REPLIED))).toBe(1)
  expect(await leftFor(registrationId)).toBeNull()
})

test('who does not want to be asked leaves at step 1, also when the case only waited', async () => {
  const { clientId } = await world.registered('Evers', { status: 'waiting_list' })
  expect(must(await leaveDoNotAsk(world.db, world.on(MET), clientId))).toEqual({ left: 1 })
  const told = await again(clientId, { doNotAsk: true })
  expect(told.reason).toBe('register do_not_ask')
  const left = await world.db.departure.findMany({ where: { registration: { clientId }, returnedOn: null } })
  expect(left.map(({ step, reason }) => `${step} ${reason}`)).toEqual(['register do_not_ask', 'register do_not_ask'])
  expect(codeOf(await inquire(world.db, world.on(MET), told.registrationId))).not.toBe('done')
})

test('who does not want to be asked leaves where the case stands, and the place is free', async () => {
  const asked = await world.inquired('Evers')
  const bound = await world.approached('Fokkens')
  const part = await world.interviewed('Hendriks')
  const expected = [
    [asked, 'inquiry do_not_ask', 1],
    [bound, 'approach do_not_ask', 1],
    [part, null, 0],
  ] as const
  for (const [{ clientId, registrationId }, where, left] of expected) {
    expect(must(await leaveDoNotAsk(world.db, world.on(MET), clientId))).toEqual({ left })
    expect(await leftFor(registrationId)).toBe(where)
  }
  expect(await world.db.dyad.count({ where: { registrationId: bound.registrationId, unboundOn: null } })).toBe(0)
  expect(await world.db.mailLine.count({ where: { registrationId: asked.registrationId, state: 'planned' } })).toBe(0)
})
