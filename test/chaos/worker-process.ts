// A worker in a process of its own, with a clock that runs on from another time, until it is killed.
import { appendFileSync } from 'node:fs'
import { smtpTransport } from '../../app/mail/smtp'
import type { Transport } from '../../app/mail/transport'
import { now } from '../../app/platform/clock'
import { type Connections, openDatabases } from '../../app/platform/database'
import { keyringOf } from '../../app/platform/keyring'
import { vaultKeys } from '../../app/platform/vault'
import { ANY_TIME } from '../../app/protocol/sending'
import { deskOf } from '../../jobs/desk'
import type { QueueConnection } from '../../jobs/queues'
import { startWorker } from '../../jobs/worker'
import { type Begun, LANES } from './accepted'

/** What the test hands over, as JSON in the environment. */
export type ChaosWorker = {
  readonly urls: Connections
  readonly secret: string
  readonly keyring: string
  readonly smtpUrl: string
  readonly queue: QueueConnection
  readonly timetableEveryMs: number
  /** Who this is, and where it writes what it begins to send. */
  readonly name: string
  readonly begun: string
}

const given = JSON.parse(process.env.WORKER ?? '{}') as ChaosWorker
const { urls, secret, keyring, smtpUrl, queue, timetableEveryMs, name, begun } = given
const machineTime = () => performance.timeOrigin + performance.now()
// how far its clock is ahead of the machine's, in milliseconds
console.log(`ahead ${now().getTime() - machineTime()}`)
const keys = vaultKeys(secret, keyringOf(keyring, secret, {}))
const smtp = smtpTransport(smtpUrl, 'onderzoek@koppel.example', LANES)
const transport: Transport = {
  ...smtp,
  send: (message) => {
    const one: Begun = { worker: name, messageId: message.messageId, at: machineTime() }
    appendFileSync(begun, `${JSON.stringify(one)}\n`)
    return smtp.send(message)
  },
}
// as many lanes as in production, and a pace that is counted but keeps hardly anything back: idle workers are killed in vain
const sending = { ...ANY_TIME, lanes: LANES, perMinute: 1_000 }
const desk = deskOf(openDatabases(urls), { secret, keys }, { transport, sending, baseUrl: 'https://koppel.example' })
await startWorker(desk, queue, { timetableEveryMs })
console.log('working')
process.on('disconnect', () => process.exit(0))
