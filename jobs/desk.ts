import type { IdentityKeys } from '../app/identity/keys'
import type { Transport } from '../app/mail/transport'
import type { StudyDb, VaultDb } from '../app/platform/database'

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
