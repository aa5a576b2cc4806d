// A process of its own that makes a release until it is killed.
import { suppressed } from '../../app/mail/transport'
import { type Connections, openDatabases } from '../../app/platform/database'
import { keyringOf } from '../../app/platform/keyring'
import { vaultKeys } from '../../app/platform/vault'
import { ANY_TIME } from '../../app/protocol/sending'
import { deskOf } from '../../jobs/desk'
import { makeRelease } from '../../jobs/release/job'

/** What the test hands over, as JSON in the environment. */
export type GivenRelease = {
  readonly urls: Connections
  readonly secret: string
  readonly home: string
  readonly releaseId: string
}

const { urls, secret, home, releaseId } = JSON.parse(process.env.GIVEN_RELEASE ?? '{}') as GivenRelease
const databases = openDatabases(urls)
const keys = vaultKeys(secret, keyringOf(home, secret, {}))
const desk = deskOf(
  databases,
  { secret, keys },
  { transport: suppressed, sending: ANY_TIME, baseUrl: 'https://koppel.example' },
)
await makeRelease(desk, releaseId)
await databases.close()
