import { type IdentityKeys, identityKeys } from '../app/identity/keys'
import type { Transport } from '../app/mail/transport'
import type { Databases, StudyDb, VaultDb } from '../app/platform/database'
import { linkKeyOf } from '../app/platform/personal-link'

/** What a job works with, whoever runs it: the worker, a replay, or the demo's clock. */
export type Desk = {
  readonly study: StudyDb
  readonly vault: VaultDb
  readonly keys: IdentityKeys
  readonly transport: Transport
  /** Signs personal links. */
  readonly linkKey: Buffer
  /** Where personal links begin. */
  readonly baseUrl: string
  /** Aborted when the process is to end: long work stops after the step it is at. */
  readonly stop?: AbortSignal
}

/** Lays the desk of an installation out: its connections, the keys of its one secret, and its way of sending. */
export function deskOf(
  { study, vault }: Pick<Databases, 'study' | 'vault'>,
  secret: string,
  { transport, baseUrl }: Pick<Desk, 'transport' | 'baseUrl'>,
): Desk {
  return { study, vault, keys: identityKeys(secret), linkKey: linkKeyOf(secret), transport, baseUrl }
}
