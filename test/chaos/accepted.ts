/** Nobody has a mailbox whose address begins so. */
export const GONE = 'gone-'

/** Messages that a worker has on its way at once. */
export const LANES = 4

/** What the mail server's process is given, as JSON in its environment. */
export type PeerProcess = { readonly record: string; readonly seed: number }
/** One message that the server took upon itself; times in milliseconds since 1970. */
export type Accepted = {
  readonly to: string
  readonly messageId: string
  /** Who sent it, as it called itself. */
  readonly worker: string
  readonly connectedAt: number
  readonly acceptedAt: number
  readonly text: string
}
/** What it tells its parent. */
export type PeerNews =
  | { readonly listens: string }
  | { readonly accepted: { readonly worker: string; readonly messageId: string } }
  | { readonly open: number }
  | { readonly trouble: string }

/** That a worker began to send a message, right after its last look at the lines; in milliseconds since 1970. */
export type Begun = { readonly worker: string; readonly messageId: string; readonly at: number }
