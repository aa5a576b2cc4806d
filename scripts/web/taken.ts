import { once } from 'node:events'
import type { Response } from 'express'

/**
 * Waits until a response has room for more: until the visitor took what was written, or is gone (false). Who hands out
 * large files asks before each piece, since Remix writes them without waiting.
 */
export async function taken(response: Response): Promise<boolean> {
  if (response.writableNeedDrain && !response.destroyed) {
    const over = new AbortController()
    const events = ['drain', 'close'].map((event) => once(response, event, { signal: over.signal }))
    await Promise.race(events).catch(() => undefined)
    over.abort()
    await Promise.allSettled(events)
  }
  return !response.destroyed
}
