// A worker in a process of its own, to be killed by a test: it sends by SMTP until it is.
import { smtpTransport } from '../../app/mail/smtp'
import { type Connections, openDatabases } from '../../app/platform/database'
import { keyringOf } from '../../app/platform/keyring'
import { vaultKeys } from '../../app/platform/vault'
import { ANY_TIME } from '../../app/protocol/sending'
import { deskOf } from '../../jobs/desk'
import type { QueueConnection } from '../../jobs/queues'
import { startWorker } from '../../jobs/worker'

/** What the test hands over, as JSON in the environment. */
export type WorkerProcess = {
  readonly urls: Connections
  readonly secret: string
  readonly home: string
  readonly smtpUrl: string
  readonly queue: QueueConnection
}

const { urls, secret, home, smtpUrl, queue } = JSON.parse(process.env.WORKER ?? '{}') as WorkerProcess
const keys = vaultKeys(secret, keyringOf(home, secret, {}))
const desk = deskOf(
  openDatabases(urls),
  { secret, keys },
  {
    transport: smtpTransport(smtpUrl, 'onderzoek@koppel.example'),
    sending: ANY_TIME,
    baseUrl: 'https://koppel.example',
  },
)
await startWorker(desk, queue, { lockDuration: 2_000, stalledInterval: 500 })
console.log('working')
