import { setTimeout as wait } from 'node:timers/promises'

const TRIES = 5
/** What PostgreSQL and Prisma call a transaction that lost to another and may simply be done again. */
const LOST = new Set(['40001', '40P01', 'P2034'])
/** Prisma's message for a connection that broke inside a transaction carries no code. */
const BROKEN = /TransactionWriteConflict|connection error and is not queryable|Connection terminated unexpectedly/

const chainOf = (error: unknown): readonly unknown[] =>
  error instanceof Object ? [error, ...chainOf((error as { cause?: unknown }).cause)] : []

/** Whether a failed transaction left nothing behind and is worth another try: a lost serialisation or connection. */
export function isRetryable(error: unknown): boolean {
  return chainOf(error).some((link) => {
    const { code, originalCode, message } = link as { code?: string; originalCode?: string; message?: string }
    return LOST.has(code ?? '') || LOST.has(originalCode ?? '') || BROKEN.test(message ?? '')
  })
}

/**
 * Runs a whole transaction, again when it was lost, five times at most with a growing pause.
 * A connection can break after the commit was carried out: what must not happen twice needs a key of its own.
 */
export async function retrying<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction()
    } catch (error) {
      if (attempt === TRIES || !isRetryable(error)) throw error
      await wait(2 ** attempt * 5 * (1 + Math.random()))
    }
  }
}
