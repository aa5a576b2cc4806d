// A process of its own that takes a file in until it is killed.
import { suppressed } from '../../app/mail/transport'
import { type Connections, openDatabases } from '../../app/platform/database'
import { keyringOf } from '../../app/platform/keyring'
import { vaultKeys } from '../../app/platform/vault'
import { deskOf } from '../../jobs/desk'
import { runImport } from '../../jobs/imports/run'

/** What the test hands over, as JSON in the environment. */
export type KilledImport = {
  readonly urls: Connections
  readonly secret: string
  readonly home: string
  readonly importId: string
}

const { urls, secret, home, importId } = JSON.parse(process.env.KILLED ?? '{}') as KilledImport
const databases = openDatabases(urls)
const keys = vaultKeys(secret, keyringOf(home, secret, {}))
const desk = deskOf(databases, { secret, keys }, { transport: suppressed, baseUrl: 'https://koppel.example' })
await runImport(desk, importId)
await databases.close()
