import type { Role } from '../../../app/access/roles'

/** One request of the run, as it leaves. */
export type Shot = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
  /** What it says of its length, when that is not so: it then goes out by hand, on a connection of its own. */
  readonly claims?: number
  /** Whether whoever sends it may change anything by it. */
  readonly may: boolean
}

/** Who sends: a role with an account, a supervisor on their own device, or somebody whom nobody knows. */
export type Sender = Role | 'supervisor' | 'nobody'

/** What came back; `status` 0 when the connection was closed without an answer. */
export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}
