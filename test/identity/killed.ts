// A process of its own that dies between the two halves of a pair: SIGKILL, so that nothing is tidied up.
import { registerNamed } from '../../app/identity/registration'
import { withdrawNamed, withdrawScopesNamed } from '../../app/identity/withdrawal'
import { type Connections, openDatabases } from '../../app/platform/database'
import { keyringOf } from '../../app/platform/keyring'
import type { Occasion } from '../../app/platform/occasion'
import { vaultKeys } from '../../app/platform/vault'
import { protocolOf } from '../../app/protocol/studies/registry'
import { takenBack } from '../../app/records/permissions'
import { withdrawScopes } from '../../app/records/taking-back'
import { withdraw } from '../../app/records/withdrawal'
import { type ClientName, named } from '../people'
import { FACTS } from '../world'

/** What the test hands over, as JSON in the environment. */
export type Killed = {
  readonly urls: Connections
  readonly secret: string
  readonly home: string
  readonly studyId: string
  readonly today: string
  readonly request?: string
} & (
  | { readonly pair: 'register'; readonly name: ClientName }
  | { readonly pair: 'withdraw'; readonly clientId: string }
  | { readonly pair: 'scopes'; readonly clientId: string; readonly scopes: readonly string[] }
)

const die = () => {
  process.kill(process.pid, 'SIGKILL')
  return new Promise<never>(() => undefined)
}

const given = JSON.parse(process.env.KILLED ?? '{}') as Killed
const { study, vault: db } = openDatabases(given.urls)
const vault = { db, keys: vaultKeys(given.secret, keyringOf(given.home, given.secret, {})) }
const occasion = {
  study: { id: given.studyId, code: 'killed', protocol: protocolOf('werkalliantie') },
  actor: 'import',
  today: given.today,
  ...(given.request !== undefined && { request: given.request }),
} as Occasion
if (given.pair === 'register')
  await registerNamed(vault, occasion, {
    named: named(given.name),
    facts: FACTS,
    register: die,
  })
else if (given.pair === 'scopes')
  await withdrawScopesNamed(vault, occasion, {
    clientId: given.clientId,
    scopes: given.scopes,
    stillTakenBack: (clientId) => takenBack(study, clientId),
    takeBack: async (what) => {
      const taken = await withdrawScopes(study, occasion, what)
      return taken.ok ? die() : taken
    },
  })
else
  await withdrawNamed(vault, occasion, {
    clientId: given.clientId,
    collected: 'erase',
    withdraw: async (what) => {
      const stopped = await withdraw(study, occasion, what)
      return stopped.ok ? die() : stopped
    },
  })
