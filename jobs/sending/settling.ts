import { setTimeout as wait } from 'node:timers/promises'
import { now } from '../../app/platform/clock'
import { newId } from '../../app/platform/id'
import { log } from '../../app/platform/log'
import type { Occasion } from '../../app/platform/occasion'
import { type MailOutcomes, NO_MAIL, type Settled, settleMail } from '../../app/records/ledger/settle'
import type { Desk } from '../desk'

/** Writes down what became of messages, as they become known. */
export type Settling = {
  /** Resolves when it is written down. */
  readonly settle: (one: Settled) => Promise<void>
  readonly total: () => MailOutcomes
}

const PAUSE_MS = 250
/** A process that is to end waits no longer than this for a database that is away. */
const ENDING_MS = 5_000

/**
 * Each message is written down as soon as the server has answered, together with those whose answer came while the last
 * were written: what a crash leaves in doubt is what is on its way, and no more. While the database is away an answer of
 * the server is kept and tried again, up to half the time after which the envelope counts as that of a dead process: a
 * restart of the database makes nobody be written to twice.
 */
export function settling(desk: Desk, occasion: Occasion): Settling {
  let total = NO_MAIL
  let writing = false
  const waiting: { one: Settled; resolve: () => void; reject: (error: unknown) => void }[] = []
  const write = async () => {
    writing = true
    for (let batch = waiting.splice(0); batch.length > 0; batch = waiting.splice(0)) {
      try {
        total = sum(
          total,
          await patiently(
            desk,
            occasion,
            batch.map(({ one }) => one),
          ),
        )
        for (const { resolve } of batch) resolve()
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    writing = false
  }
  return {
    settle: (one) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ one, resolve, reject })
        if (!writing) void write()
      }),
    total: () => total,
  }
}

/** The same request each time: what was committed while the connection broke is not entered twice. */
async function patiently(desk: Desk, occasion: Occasion, settled: readonly Settled[]): Promise<MailOutcomes> {
  const begun = now().getTime()
  const request = newId()
  for (;;) {
    try {
      return await settleMail(desk.study, { ...occasion, request }, settled)
    } catch (error) {
      const longest = desk.stop?.aborted ? ENDING_MS : desk.sending.stuckAfterMs / 2
      if (now().getTime() - begun > longest) throw error
      log.warn({ reason: error, messages: settled.length }, 'what left could not be written down yet')
      await wait(PAUSE_MS)
    }
  }
}

/** Two counts together. */
export const sum = (a: MailOutcomes, b: MailOutcomes): MailOutcomes => ({
  sent: a.sent + b.sent,
  suppressed: a.suppressed + b.suppressed,
  failed: a.failed + b.failed,
  retry: a.retry + b.retry,
  stopped: a.stopped + b.stopped,
})
