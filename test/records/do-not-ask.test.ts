import { beforeEach, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { leaveDoNotAsk, mayBeAskedAgain } from '../../app/records/do-not-ask'
import { approach } from '../../app/records/intake/approach'
import { askAgain } from '../../app/records/intake/ask-again'
import { correctReply } from '../../app/records/intake/correction'
import { setFinding } from '../../app/records/intake/finding'
import { judge } from '../../app/records/intake/judgement'
import { closeInquiries } from '../../app/records/sweeps/non-response'
import { freshDatabase } from '../database'
import { ASKED, MET, REPLIED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const SILENT = addDays(ASKED, 21)
const list = async (clientId: string, on = MET) => must(await leaveDoNotAsk(world.db, world.on(on), clientId))
const left = async (id: string) => {
  const { leftStep, leftReason } = await world.db.registration.findUniqueOrThrow({ where: { id } })
  return `${leftStep} ${leftReason}`
}
const planned = (registrationId: string) => world.db.mailLine.count({ where: { registrationId, state: 'planned' } })
const answer = { isSupervisor: true, contacts: 2, nextContactOn: null, reason: null }

test('a case that left at the criteria stays so once the client is not to be asked, whatever is found out or mended', async () => {
  const { registrationId, clientId } = await world.inquired('Evers')
  must(await world.reply('Evers', { contacts: 6, nextContactOn: null }))
  expect(await left(registrationId)).toBe('criteria too_many_contacts')
  expect(await list(clientId)).toEqual({ left: 0 })
  const mended = { ...answer, registrationId, repliedOn: REPLIED }
  expect(codeOf(await correctReply(world.db, world.on(MET), mended))).toBe('do_not_ask')
  const found = { registrationId, criterion: 'contacts', verdict: 'met' } as const
  expect(codeOf(await setFinding(world.db, world.on(MET), found))).toBe('do_not_ask')
  expect(await world.db.dyad.count({ where: { registrationId } })).toBe(0)
})

test('a case that nobody answered for is not asked about again, and a late answer leads nowhere', async () => {
  const { registrationId, clientId } = await world.inquired('Evers')
  await closeInquiries(world.db, world.on(SILENT))
  expect(await left(registrationId)).toBe('inquiry no_reply')
  await list(clientId, SILENT)
  expect(await planned(registrationId)).toBe(0)
  expect(codeOf(await askAgain(world.db, world.on(SILENT), registrationId))).toBe('do_not_ask')
  expect(codeOf(await world.reply('Evers', {}, SILENT))).toBe('do_not_ask')
  expect(await left(registrationId)).toBe('inquiry no_reply')
})

test('where more hinders than the list, that is said; where it is the list, nothing goes on', async () => {
  const { registrationId, clientId } = await world.inquired('Evers')
  await list(clientId)
  expect(codeOf(await judge(world.db, world.on(MET), { registrationId, reason: null }))).toBe('case_left')
  expect(codeOf(await approach(world.db, world.on(MET), registrationId))).toBe('case_left')
  expect(codeOf(await world.reply('Evers', {}, MET))).toBe('do_not_ask')
})

test('who is taken off the list is asked about again', async () => {
  const { registrationId, clientId } = await world.inquired('Evers')
  await closeInquiries(world.db, world.on(SILENT))
  await list(clientId, SILENT)
  must(await mayBeAskedAgain(world.db, world.on(SILENT), clientId))
  expect(codeOf(await askAgain(world.db, world.on(SILENT), registrationId))).toBe('done')
})
