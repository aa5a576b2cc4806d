import { setTimeout as wait } from 'node:timers/promises'

/** Long enough for a machine that does ten other things; whoever reaches it says what it waited for. */
const LONGEST_MS = 180_000

/**
 * Waits for a state. At the deadline it throws what was waited for, with what `stands` says of where things are instead.
 */
export async function until(
  what: string,
  reached: () => unknown,
  { stands, longest = LONGEST_MS }: { readonly stands?: () => unknown; readonly longest?: number } = {},
): Promise<void> {
  const last = performance.now() + longest
  while (!(await reached())) {
    if (performance.now() > last)
      throw new Error(`waited ${longest} ms until ${what}: ${JSON.stringify(await stands?.())}`)
    await wait(20)
  }
}

/** Does something until it does not throw: a database that is restarted meanwhile comes back. */
export async function persistently<T>(what: string, body: () => Promise<T>): Promise<T> {
  const last = performance.now() + LONGEST_MS
  for (;;) {
    try {
      return await body()
    } catch (error) {
      if (performance.now() > last) throw new Error(`${what} failed for ${LONGEST_MS} ms`, { cause: error })
      await wait(100)
    }
  }
}
