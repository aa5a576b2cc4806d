import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../app/platform/id'
import { addDays } from '../../app/protocol/day'
import { approach } from '../../app/records/intake/approach'
import { askAgain } from '../../app/records/intake/ask-again'
import { handOver } from '../../app/records/intake/hand-over'
import { inquire } from '../../app/records/intake/inquire'
import { endApproval, recordApproval } from '../../app/records/sites/keeping'
import { askColleagues } from '../../app/records/sweeps/inquiries'
import { lookAgain } from '../../app/records/sweeps/looking-again'
import { remindInquiries } from '../../app/records/sweeps/remind-inquiries'
import { freshDatabase } from '../database'
import { ASKED, MET, REGISTERED, REPLIED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
let ethics: string
beforeEach(async () => {
  world = await namedWorld(database)
  await approve('national')
  await approve('regional')
  ethics = await approve('ethics')
})

const approve = async (kind: string, grantedOn = REGISTERED) => {
  const region = kind === 'regional' ? 'Utrecht' : null
  const given = { kind, region, location: null, reference: 'x', grantedOn, untilOn: null }
  return must(await recordApproval(world.db, world.on(grantedOn), given)).id
}
const takeBack = async (on = ASKED) => must(await endApproval(world.db, world.on(on), ethics))
const colleague = async () => must(await world.register('Hendriks')).supervisorId as string

test('once an approval is taken back nobody is asked, nor again, nor reminded', async () => {
  const waits = await world.registered('Fokkens')
  const { registrationId } = await world.inquired('Evers')
  await takeBack(REPLIED)
  expect(codeOf(await inquire(world.db, world.on(REPLIED), waits.registrationId))).toBe('location_not_open')
  expect(codeOf(await askAgain(world.db, world.on(REPLIED), registrationId))).toBe('location_not_open')
  expect(await remindInquiries(world.db, world.on(addDays(ASKED, 7)))).toBe(0)
  await approve('ethics', addDays(ASKED, 8))
  expect(await remindInquiries(world.db, world.on(addDays(ASKED, 8)))).toBe(1)
})

test('an answer that comes then is kept, nobody is approached, and the case waits for the approval', async () => {
  const { registrationId } = await world.inquired('Evers')
  await takeBack()
  const stood = must(await world.reply('Evers'))
  expect(stood).toEqual({ stands: 'left', step: 'approach', reason: 'location_not_open' })
  expect(await lookAgain(world.db, world.on(REPLIED))).toBe(0)
  await approve('ethics', MET)
  expect(await lookAgain(world.db, world.on(MET))).toBe(1)
  const { stage } = await world.db.registration.findUniqueOrThrow({ where: { id: registrationId } })
  expect(stage).toBe('to_approach')
  expect(must(await approach(world.db, world.on(MET), registrationId)).stands).toBe('approached')
})

test('a colleague who is named then is asked once the place is open', async () => {
  const { registrationId } = await world.inquired('Evers')
  const to = await colleague()
  await takeBack()
  const handed = must(await handOver(world.db, world.on(REPLIED), { registrationId, to }))
  expect(handed).toEqual({ stands: 'waits', until: null })
  expect(await askColleagues(world.db, world.on(REPLIED))).toBe(0)
  await approve('ethics', MET)
  expect(await askColleagues(world.db, world.on(MET))).toBe(1)
  expect(await world.db.mailLine.count({ where: { registrationId, supervisorId: to } })).toBe(1)
})

test('a question of which a file of the past told is reminded of to nobody', async () => {
  const { registrationId, supervisorId } = await world.registered('Evers')
  const asked = supervisorId as string
  await world.db.inquiry.createMany({
    data: { id: newId(), registrationId, supervisorId: asked, askedId: asked, sentOn: new Date(ASKED) },
  })
  expect(await remindInquiries(world.db, world.on(addDays(ASKED, 8)))).toBe(0)
  await world.inquired('Fokkens')
  expect(await remindInquiries(world.db, world.on(addDays(ASKED, 8)))).toBe(1)
})
