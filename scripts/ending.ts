/** How long what is under way has to end: a server that is gone would keep the process for ever. */
const PATIENCE_MS = 30_000
/** npm and a terminal both pass a signal on: what comes so soon after the first is the same. */
const SAME_MS = 1_000
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/**
 * Until somebody wants the process to end (Ctrl-C, or its supervisor). From then on it has thirty seconds to end what is
 * under way and to close what it opened. Whoever asks a second time wants it at once.
 * `over` says that there is nothing to end any more.
 */
export function askedToEnd(over?: AbortSignal): Promise<void> {
  return new Promise((asked) => {
    let first: number | undefined
    const heard = () => {
      const at = performance.now()
      if (first === undefined) {
        first = at
        setTimeout(() => process.exit(1), PATIENCE_MS).unref()
        asked()
      } else if (at - first > SAME_MS) process.exit(1)
    }
    for (const signal of SIGNALS) process.on(signal, heard)
    over?.addEventListener('abort', () => {
      for (const signal of SIGNALS) process.off(signal, heard)
    })
  })
}
