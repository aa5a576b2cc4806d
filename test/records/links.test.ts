import { beforeEach, expect, test } from 'vitest'
import { linkHash, linkKeyOf, personalLink } from '../../app/platform/personal-link'
import { addDays } from '../../app/protocol/day'
import { askedBy } from '../../app/records/asked'
import { askAgain } from '../../app/records/intake/ask-again'
import { INTAKE } from '../../app/records/ledger/kinds'
import { issuedAs, issueLinks } from '../../app/records/links/issued'
import { revokeLink } from '../../app/records/links/revoke'
import { remindInquiries } from '../../app/records/sweeps/remind-inquiries'
import { withdraw } from '../../app/records/withdrawal'
import { closeNonResponses } from '../../jobs/non-response'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { freshDatabase } from '../database'
import { ASKED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
const key = linkKeyOf(database.secret)
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})
const inquiryOf = (registrationId: string) => world.db.inquiry.findUniqueOrThrow({ where: { registrationId } })
const revoke = (registrationId: string, resend: boolean, on = ASKED) =>
  revokeLink(world.db, world.on(on), { registrationId, kind: 'inquiry', wave: INTAKE, resend })

test('a link that mail brought is known by its hash, and the token stands nowhere', async () => {
  const { registrationId, supervisorId } = await world.inquired('Evers')
  const { id } = await inquiryOf(registrationId)
  const token = personalLink(key, 'inquiry', id)
  expect(await issuedAs(world.db, token)).toBeNull()
  await sendWaitingMail(world.desk, world.on(ASKED))
  expect(await issuedAs(world.db, token)).toMatchObject({ supervisorId, issuedOn: ASKED, revokedOn: null })
  const [row] = await world.db.$queryRaw<{ all: string }[]>`
    SELECT string_agg(l::text, ' ') AS all FROM study.issued_link l WHERE l.target_id = ${id}::uuid`
  for (const part of token.split('.')) expect(row?.all).not.toContain(part)
  // a reminder brings the same link
  const wanted = [{ kind: 'inquiry', id, supervisorId: supervisorId ?? '' }] as const
  expect(await issueLinks(world.db, world.on(ASKED), key, wanted)).toEqual([token])
})

test('twenty at once get the same link, and another person one of their own', async () => {
  const { registrationId, supervisorId } = await world.inquired('Evers')
  const { supervisorId: other } = await world.registered('Hendriks')
  const { id } = await inquiryOf(registrationId)
  const wanted = { kind: 'inquiry', id, supervisorId: supervisorId ?? '' } as const
  const both = [wanted, { ...wanted, supervisorId: other ?? '' }]
  const made = await Promise.all(Array.from({ length: 20 }, () => issueLinks(world.db, world.on(ASKED), key, both)))
  expect(new Set(made.map(([first]) => first)).size).toBe(1)
  expect(new Set(made.flat()).size).toBe(2)
  expect(await world.db.issuedLink.count({ where: { targetId: id } })).toBe(2)
})

test('a link that was taken back opens nothing; the new one differs and does', async () => {
  const { registrationId } = await world.inquired('Evers')
  const { id } = await inquiryOf(registrationId)
  expect(codeOf(await revoke(registrationId, true))).toBe('no_link')
  await sendWaitingMail(world.desk, world.on(ASKED))
  const [first, second] = [1, 2].map((issue) => personalLink(key, 'inquiry', id, issue)) as [string, string]
  const next = addDays(ASKED, 1)
  expect(must(await revoke(registrationId, true, next))).toEqual({ revoked: 1 })
  expect((await issuedAs(world.db, first))?.revokedOn).toBe(next)
  expect(await issuedAs(world.db, second)).toBeNull()
  await sendWaitingMail(world.desk, world.on(next))
  expect(await issuedAs(world.db, second)).toMatchObject({ revokedOn: null, issuedOn: next })
  expect((await inquiryOf(registrationId)).sentOn).toEqual(new Date(ASKED))
  expect(must(await revoke(registrationId, false, next))).toEqual({ revoked: 1 })
  expect(codeOf(await revoke(registrationId, false, next))).toBe('no_link')
  expect(await world.db.mailLine.count({ where: { registrationId, state: 'planned' } })).toBe(0)
  expect(linkHash(first)).not.toEqual(linkHash(second))
})

test('a question of which the links were taken back is not reminded; those to it before it was asked again go too', async () => {
  const { registrationId } = await world.inquired('Evers')
  const { id: before } = await inquiryOf(registrationId)
  await sendWaitingMail(world.desk, world.on(ASKED))
  const again = addDays(ASKED, 2)
  must(await askAgain(world.db, world.on(again), registrationId))
  await sendWaitingMail(world.desk, world.on(again))
  expect(must(await revoke(registrationId, false, again))).toEqual({ revoked: 2 })
  expect((await issuedAs(world.db, personalLink(key, 'inquiry', before)))?.revokedOn).toBe(again)
  const lines = () => world.db.mailLine.count({ where: { registrationId } })
  const told = await lines()
  const reminded = world.on(addDays(again, 7))
  expect(await remindInquiries(world.db, reminded)).toBe(0)
  expect(await lines()).toBe(told)
  const { id } = await inquiryOf(registrationId)
  await world.db.issuedLink.updateMany({ where: { targetId: id }, data: { revokedOn: null } })
  expect(await remindInquiries(world.db, reminded)).toBe(1)
})

test('a link is open up to the last day of its ladder, and not when the case has closed', async () => {
  const { registrationId } = await world.inquired('Evers')
  const { registrationId: gone, clientId } = await world.inquired('Fokkens')
  const { registrationId: left } = await world.inquired('Gerrits')
  const stateOf = async (id: string, days: number) =>
    (await askedBy(world.db, world.study, addDays(ASKED, days), { kind: 'inquiry', id: (await inquiryOf(id)).id }))
      ?.state
  expect([await stateOf(registrationId, 21), await stateOf(registrationId, 22)]).toEqual(['open', 'expired'])
  must(await withdraw(world.db, world.on(ASKED), { clientId, collected: 'keep' }))
  expect(await stateOf(gone, 1)).toBe('stopped')
  await sendWaitingMail(world.desk, world.on(ASKED))
  await closeNonResponses(world.desk, world.on(addDays(ASKED, 21)))
  expect(await stateOf(registrationId, 21)).toBe('open')
  must(await world.register('Gerrits', { status: 'waiting_list' }, ASKED))
  must(await world.reply('Gerrits', { contacts: 9 }))
  expect(await stateOf(left, 5)).toBe('answered')
})
