import { suppressed } from '../../app/mail/transport'
import { type Connections, openDatabases } from '../../app/platform/database'
import { keyringOf } from '../../app/platform/keyring'
import { vaultKeys } from '../../app/platform/vault'
import { ANY_TIME } from '../../app/protocol/sending'
import { type Desk, deskOf } from '../../jobs/desk'

/** What a test hands over to a process of its own that takes an import in, as JSON in the environment. */
export type GivenImport = {
  readonly urls: Connections
  readonly secret: string
  readonly home: string
  readonly importId: string
}

/** What this process was given. */
export const givenImport = (): GivenImport => JSON.parse(process.env.GIVEN_IMPORT ?? '{}') as GivenImport

/** The desk of the home that this process was given. */
export function deskOfImport(): { readonly desk: Desk; readonly close: () => Promise<void> } {
  const { urls, secret, home } = givenImport()
  const databases = openDatabases(urls)
  const keys = vaultKeys(secret, keyringOf(home, secret, {}))
  const desk = deskOf(
    databases,
    { secret, keys },
    { transport: suppressed, sending: ANY_TIME, baseUrl: 'https://koppel.example' },
  )
  return { desk, close: databases.close }
}
