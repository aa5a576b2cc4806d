import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, expect, test, vi } from 'vitest'
import { smtpTransport } from '../../app/mail/smtp'
import { systemToday } from '../../app/platform/clock'
import { inquire } from '../../app/records/intake/inquire'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { openQueue } from '../../jobs/queues'
import { smtpPeer } from '../mail/smtp-peer'
import type { WorkerProcess } from './worker-process'
import { mailWorld, minutesAgo } from './world'

vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent'
})

const world = await mailWorld()
const { study } = world.database
const today = systemToday()
const connection = { jobsUrl: world.database.jobsUrl }
const queue = openQueue(connection)
let child: ChildProcess | undefined
afterAll(async () => {
  child?.kill('SIGKILL')
  await queue.close()
})

const exit = (one: ChildProcess) => new Promise((done) => one.once('exit', done))

test('a process that dies after the server took a message and before that is written down sends it again, with the same Message-ID', async () => {
  const { registrationId } = await world.client('Aalders', 'Berends', today)
  expect(await inquire(study, world.on(today), registrationId)).toMatchObject({ ok: true })
  const ids: string[] = []
  const peer = await smtpPeer({
    // the server has the whole message; before it can say so the sender is gone
    onData: (stream, _, callback) => {
      let raw = ''
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString()
      })
      stream.on('end', async () => {
        ids.push(/^Message-ID: (.+?)\r?$/im.exec(raw)?.[1] ?? '')
        if (child && child.exitCode === null && child.signalCode === null) {
          child.kill('SIGKILL')
          await exit(child)
        }
        callback(null, 'taken for delivery')
      })
    },
  })
  const parameters: WorkerProcess = {
    urls: world.database.urls,
    secret: world.database.secret,
    home: world.database.home,
    smtpUrl: peer.url,
    queue: connection,
  }
  child = spawn(process.execPath, ['--import', 'tsx', 'test/jobs/worker-process.ts'], {
    env: { ...process.env, WORKER: JSON.stringify(parameters) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((ready) => child?.stdout?.once('data', ready))
  await queue.enqueue('minute', {})
  await exit(child)
  expect(ids).toHaveLength(1)
  expect(await study.mailEnvelope.findFirst()).toMatchObject({ state: 'sending', sentAt: null, attempts: 1 })

  const transport = smtpTransport(peer.url, 'onderzoek@koppel.example')
  const send = () => sendWaitingMail(world.desk(transport), world.on(today))
  expect(await send()).toMatchObject({ sent: 0 })
  await study.mailEnvelope.updateMany({ data: { claimedAt: minutesAgo(11) } })
  expect(await send()).toMatchObject({ sent: 1 })
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  expect(await study.mailEnvelope.findFirst()).toMatchObject({ state: 'sent', attempts: 2 })
  transport.close?.()
  await peer.close()
}, 90_000)
