import '@remix-run/server-runtime'
import type { Databases } from './database'
import type { Environment } from './environment'
import type { QueueDesk } from './queue-sight'
import type { Vault } from './vault'

/** What the server hands to every loader and action. */
export type AppContext = {
  /** Marks this response's inline scripts. */
  readonly nonce: string
  /** Stands in the log, in the response and on the error page. */
  readonly requestId: string
  /** From where the request came, for limits only. */
  readonly address: string
  /** Waits until the visitor has taken what was sent so far; false when they are gone. */
  readonly taken: () => Promise<boolean>
  readonly environment: Environment
  readonly databases: Databases
  /** For the verbs of app/identity. */
  readonly vault: Vault
  readonly keys: {
    /** Signs personal links. */
    readonly link: Buffer
    /** Hides network addresses in the audit. */
    readonly address: Buffer
  }
  /** The queue, to be looked at. */
  readonly queue: QueueDesk
  /** Wakes the worker: the clock of this study has a new target. */
  readonly wakeClock: (studyId: string) => Promise<void>
  /** Wakes the worker: an import is to be looked through or taken in. */
  readonly wakeImport: (importId: string) => Promise<void>
  /** Wakes the worker: a release is to be made. */
  readonly wakeRelease: (releaseId: string) => Promise<void>
  /** Wakes the worker: a code waits to be mailed. */
  readonly wakeCodes: () => Promise<void>
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends AppContext {}
}
