// A worker in a process of its own, with a clock that runs on from another time, until it is killed.
import { smtpTransport } from '../../app/mail/smtp'
import { now } from '../../app/platform/clock'
import { type Connections, openDatabases } from '../../app/platform/database'
import { keyringOf } from '../../app/platform/keyring'
import { vaultKeys } from '../../app/platform/vault'
import { ANY_TIME } from '../../app/protocol/sending'
import { deskOf } from '../../jobs/desk'
import type { QueueConnection } from '../../jobs/queues'
import { startWorker } from '../../jobs/worker'

/** What the test hands over, as JSON in the environment. */
export type ChaosWorker = {
  readonly urls: Connections
  readonly secret: string
  readonly keyring: string
  readonly smtpUrl: string
  readonly queue: QueueConnection
  readonly timetableEveryMs: number
}

const { urls, secret, keyring, smtpUrl, queue, timetableEveryMs } = JSON.parse(
  process.env.WORKER ?? '{}',
) as ChaosWorker
const keys = vaultKeys(secret, keyringOf(keyring, secret, {}))
const transport = smtpTransport(smtpUrl, 'onderzoek@koppel.example')
const desk = deskOf(
  openDatabases(urls),
  { secret, keys },
  { transport, sending: ANY_TIME, baseUrl: 'https://koppel.example' },
)
await startWorker(desk, queue, { timetableEveryMs })
// how far its clock is ahead of the machine's, in milliseconds
console.log(`working ${now().getTime() - (performance.timeOrigin + performance.now())}`)
