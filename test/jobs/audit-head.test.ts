import { expect, onTestFinished, test } from 'vitest'
import type { Role } from '../../app/access/roles'
import { createAccount } from '../../app/identity/accounts'
import { officersOf } from '../../app/identity/staff-mail'
import { smtpTransport } from '../../app/mail/smtp'
import type { Message, Transport } from '../../app/mail/transport'
import { auditIsWhole } from '../../app/platform/audit/whole'
import { now } from '../../app/platform/clock'
import { addDays, day } from '../../app/protocol/day'
import { lastRuns } from '../../app/records/running/runs'
import { tellOfficers } from '../../app/records/sweeps/officers'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { sealAudit } from '../../jobs/seal-audit'
import { freshDatabase } from '../database'
import { smtpPeer } from '../mail/smtp-peer'
import { must, namedWorld } from '../world'

const TUESDAY = day('2012-04-10')
const HEAD = /\b[\da-f]{64}\b/g

async function officed() {
  const database = await freshDatabase()
  const world = await namedWorld(database)
  await world.interviewed('Evers')
  const account = async (email: string, role: Role, language: 'nl' | 'en' = 'nl') =>
    must(await createAccount(database.vault, { email, name: email, role, language, password: 'a long one 12' }, 'x'))
  const said: Message[] = []
  const kept: Transport = {
    name: 'demo',
    send: async (message) => {
      said.push(message)
      return { outcome: 'delivered', answer: 'kept' }
    },
  }
  const tell = async (on = TUESDAY) =>
    tellOfficers(world.db, world.on(on), await officersOf(world.vault, world.study.id))
  const send = (on = TUESDAY, transport = kept) => sendWaitingMail({ ...world.desk, transport }, world.on(on))
  const heads = () => said.filter(({ subject }) => /kenmerk|head/i.test(subject))
  return { database, world, account, tell, send, said, heads }
}

test('who guards privacy gets the heads of the day, in their language, and what verify takes; others do not', async () => {
  const { database, world, account, tell, send, heads } = await officed()
  await account('privacy@study.example', 'privacy_officer')
  await account('guard@study.example', 'privacy_officer', 'en')
  await account('coordinator@study.example', 'coordinator')
  await sealAudit(world.desk)
  // and the page of jobs knows that it was done
  expect((await lastRuns(world.db, world.study.id)).map(({ job }) => job)).toContain('seal-audit')
  expect(await tell()).toBe(2)
  expect(await tell()).toBe(0)
  await send()
  expect(heads().map(({ subject }) => subject.replace(/\d.*/, ''))).toEqual(
    expect.arrayContaining(['Het kenmerk van het logboek, ', 'The head of the audit trail, ']),
  )
  expect(heads()).toHaveLength(2)
  const [text = ''] = heads().map((message) => message.text)
  const mailed = text.match(HEAD) ?? []
  expect(mailed).toHaveLength(2)
  // more is done and sealed, and what was mailed stays in the trail
  await send(addDays(TUESDAY, 1))
  await sealAudit(world.desk)
  expect(await auditIsWhole(database.urls.owner, database.keys, mailed)).toMatchObject({ ok: true, head_known: true })
  expect(await tell(addDays(TUESDAY, 1))).toBe(2)
})

test('nobody is told of days that are over, and who left gets nothing any more', async () => {
  const { database, world, account, tell, send, heads } = await officed()
  const id = await account('privacy@study.example', 'privacy_officer')
  const officers = await officersOf(world.vault, world.study.id)
  expect(await tellOfficers(world.db, { ...world.on(TUESDAY), past: true }, officers)).toBe(0)
  expect(await tell()).toBe(1)
  // somebody who coordinates instead is no officer
  await database.vault.account.update({ where: { id }, data: { role: 'coordinator' } })
  await send()
  expect(heads()).toEqual([])
  expect(await world.db.mailLine.findMany({ where: { kind: 'audit_head' } })).toMatchObject([
    { state: 'cancelled', reason: 'account_ended' },
  ])
  await database.vault.account.update({ where: { id }, data: { role: 'privacy_officer', endedAt: now() } })
  expect(await tell(addDays(TUESDAY, 1))).toBe(0)
})

test('it goes through the mail server to their address; a chain that was cut is what it says', async () => {
  const { database, world, account, tell, send } = await officed()
  await account('privacy@study.example', 'privacy_officer')
  const peer = await smtpPeer()
  await sealAudit(world.desk)
  await database.study.$executeRaw`INSERT INTO audit.seal (place, sealed) VALUES (gen_random_uuid(), '')`
  await tell()
  const transport = smtpTransport(peer.url, 'koppel@study.example')
  onTestFinished(async () => {
    transport.close?.()
    await peer.close()
  })
  await send(TUESDAY, transport)
  const mails = peer.arrived.filter(({ to }) => to.includes('privacy@study.example'))
  expect(mails).toHaveLength(1)
  expect(mails[0]?.mail.text?.replace(/\s+/g, ' ')).toContain(
    'de laatste schakel van het logboek is niet zoals hij is gemaakt',
  )
})
