import { afterEach, beforeEach, expect, test } from 'vitest'
import { askForCode, codeOf, enterCode } from '../../app/identity/access-codes'
import { smtpTransport } from '../../app/mail/smtp'
import { suppressed, type Transport } from '../../app/mail/transport'
import { now } from '../../app/platform/clock'
import type { Vault } from '../../app/platform/vault'
import { sendCodes } from '../../jobs/access-codes'
import { openQueue, ringForCodes } from '../../jobs/queues'
import { demoTransport } from '../../jobs/transports'
import { startWorker } from '../../jobs/worker'
import { no, type SmtpPeer, smtpPeer } from '../mail/smtp-peer'
import { addressFor, mailWorld, type World } from './world'

const DAY = '2012-03-05'

let world: World
let vault: Vault
let peer: SmtpPeer
let transport: Transport
let refusals: Error[]
let berends: string

beforeEach(async () => {
  refusals = []
  world = await mailWorld()
  vault = { db: world.database.vault, keys: world.database.keys }
  berends = (await world.client('Aalders', 'Berends', DAY)).supervisorId
  peer = await smtpPeer({ onRcptTo: (_, __, callback) => callback(refusals.shift() ?? null) })
  transport = smtpTransport(peer.url, 'onderzoek@koppel.example')
})
afterEach(async () => {
  transport.close?.()
  await peer.close()
})

const occasion = () => ({ ...world.on(DAY), actor: `supervisor:${berends}` })
const ask = (language = 'nl') => askForCode(vault, occasion(), berends, { language, at: now() })
const rows = () => vault.db.accessCode.findMany()
const states = async () => (await rows()).map(({ state }) => state).sort()

test('a code is written down before it is mailed, reaches its own supervisor once, and opens', async () => {
  await ask()
  expect(await states()).toEqual(['planned'])
  await Promise.all([sendCodes(world.desk(transport)), sendCodes(world.desk(transport))])
  await sendCodes(world.desk(transport))
  expect(await states()).toEqual(['sent'])
  expect(peer.arrived).toHaveLength(1)
  const [mail] = peer.arrived
  expect(mail?.to).toEqual([addressFor('Berends')])
  const typed = /\d{3} \d{3}/.exec(mail?.mail.text ?? '')?.[0] ?? ''
  expect((await enterCode(vault, occasion(), berends, { typed, at: now() })).ok).toBe(true)
  // nothing of the client, and no link that a reader of mail could follow for them
  expect(mail?.raw).not.toMatch(/Aalders|C-Aalders|T-Aalders|http/)
  expect(mail?.mail.subject).not.toMatch(/\d/)
})

test('the mail says how many wrong codes were typed since the last right one', async () => {
  const mailed = async () => {
    await ask()
    await sendCodes(world.desk(transport))
    return peer.arrived.at(-1)?.mail.text ?? ''
  }
  const typed = async (mail: string, right: boolean) => {
    const code = (/\d{3} \d{3}/.exec(mail)?.[0] ?? '').replace(' ', '')
    const entered = right ? code : `${code.startsWith('1') ? 2 : 1}${code.slice(1)}`
    await enterCode(vault, occasion(), berends, { typed: entered, at: now() })
  }
  const first = await mailed()
  expect(first).not.toContain('verkeerde code')
  await typed(first, false)
  await typed(first, false)
  const second = await mailed()
  expect(second).toContain('er is 2 keer een verkeerde code getypt')
  await typed(second, true)
  expect(await mailed()).not.toContain('verkeerde code')
})

test('the code stands in no study table, no audit and no job', async () => {
  await ask()
  const code = codeOf(vault.keys, (await rows())[0]?.id ?? '')
  await sendCodes(world.desk(transport))
  const everything = await world.database.study.$queryRaw<{ all: string }[]>`
    SELECT (SELECT coalesce(string_agg(e::text, ''), '') FROM audit.entry e)
        || (SELECT coalesce(string_agg(m::text, ''), '') FROM study.mail_envelope m)
        || (SELECT coalesce(string_agg(d::text, ''), '') FROM study.demo_message d) AS "all"`
  expect(everything[0]?.all).not.toContain(code)
  expect(JSON.stringify(await rows())).not.toContain(code)
  expect(await world.database.study.mailEnvelope.count()).toBe(0)
})

test('it goes beside the one mail a day, in the language of whoever asked', async () => {
  await ask('en')
  await sendCodes(world.desk(transport))
  expect(peer.arrived[0]?.mail.subject).toBe('Your code for the study')
})

test('a server that cannot now is asked again; one that knows no such mailbox is not', async () => {
  await ask()
  refusals = [no(451, 'later'), no(550, 'no such user')]
  await sendCodes(world.desk(transport))
  expect(await states()).toEqual(['planned'])
  await sendCodes(world.desk(transport))
  expect(await states()).toEqual(['failed'])
  await sendCodes(world.desk(transport))
  expect(peer.arrived).toHaveLength(0)
})

test('what stops all mail loses no code', async () => {
  await ask()
  const broken: Transport = { name: 'smtp', send: () => Promise.reject(new Error('login refused')) }
  await expect(sendCodes(world.desk(broken))).rejects.toThrow('login refused')
  expect(await states()).toEqual(['planned'])
  await sendCodes(world.desk(transport))
  expect(peer.arrived).toHaveLength(1)
})

test('one that was replaced before it left is not sent', async () => {
  await ask()
  await ask()
  await sendCodes(world.desk(transport))
  expect(peer.arrived).toHaveLength(1)
  expect(await states()).toEqual(['past', 'sent'])
})

test('without an address nothing is sent, and without a way out neither', async () => {
  await vault.db.supervisorIdentity.updateMany({ data: { name: null, email: null } })
  await ask()
  await sendCodes(world.desk(transport))
  expect(await states()).toEqual(['failed'])
  await ask()
  await sendCodes(world.desk(suppressed))
  expect(await states()).toEqual(['past', 'unsent'])
  expect(peer.arrived).toHaveLength(0)
})

test('the demo’s mailbox shows it under the supervisor’s pseudonym, and no id of the vault', async () => {
  await ask()
  const [row] = await rows()
  await sendCodes(world.desk(demoTransport(world.database.study)))
  const message = await world.database.study.demoMessage.findFirstOrThrow()
  const { pseudonym } = await world.database.study.supervisor.findUniqueOrThrow({ where: { id: berends } })
  expect(message.pseudonym).toBe(pseudonym)
  expect(message.text.replaceAll(' ', '')).toContain(codeOf(vault.keys, row?.id ?? ''))
  expect(JSON.stringify(message)).not.toContain(row?.id)
  expect(message.text).not.toMatch(/Berends|Aalders/)
})

test('who rings is answered within seconds', async () => {
  const queue = openQueue({ jobsUrl: world.database.jobsUrl })
  const worker = await startWorker(world.desk(transport), { jobsUrl: world.database.jobsUrl })
  try {
    await ask()
    await ringForCodes(queue)
    await expect.poll(() => peer.arrived.length, { timeout: 15_000 }).toBe(1)
  } finally {
    await worker.close()
    await queue.close()
  }
})
