import { once } from 'node:events'

const PATIENCE_MS = 15_000

/**
 * Until somebody wants the process to end (Ctrl-C, or its supervisor). From then on it has fifteen seconds to close what
 * it opened: a database or Redis that is gone would keep it for ever.
 */
export async function askedToEnd(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  setTimeout(() => process.exit(1), PATIENCE_MS).unref()
}
