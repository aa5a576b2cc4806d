import { setTimeout as wait } from 'node:timers/promises'

const TRIES = 5
/** What PostgreSQL and Prisma call a transaction that lost to another and may simply be done again. */
const LOST = new Set(['40001', '40P01', 'P2034'])
/** The server ended the session, or closed the connection. Of raw SQL Prisma says the server's code in its message only. */
const ENDED = new Set(['57P01', '57P02', 'P1017'])
/** Nobody listens, or not yet: nothing was asked. */
const NOT_REACHED = new Set(['57P03', 'P1001', 'ECONNREFUSED'])
const IN_MESSAGE = /Code: `(\w+)`/
/** Prisma's message for a connection that broke inside a transaction carries no code. */
const BROKEN =
  /TransactionWriteConflict|connection error and is not queryable|Connection terminated unexpectedly|Server has closed the connection/
const UNREACHABLE = /Can't reach database server/
/** The first pause, in milliseconds; each is twice the one before. A server that restarts is away for a second or two. */
const PAUSE = { lost: 10, away: 150 }

const chainOf = (error: unknown): readonly unknown[] =>
  error instanceof Object ? [error, ...chainOf((error as { cause?: unknown }).cause)] : []

/** Why a failed transaction left nothing behind and is worth another try; null when it is not. */
function lossOf(error: unknown): keyof typeof PAUSE | null {
  for (const link of chainOf(error)) {
    const { code, originalCode, message = '' } = link as { code?: string; originalCode?: string; message?: string }
    const codes = [code, originalCode, IN_MESSAGE.exec(message)?.[1]].filter((one) => one !== undefined)
    if (codes.some((one) => NOT_REACHED.has(one)) || UNREACHABLE.test(message)) return 'away'
    if (codes.some((one) => LOST.has(one) || ENDED.has(one)) || BROKEN.test(message)) return 'lost'
  }
  return null
}

/** Whether a failed transaction left nothing behind and is worth another try: a lost serialisation or connection. */
export const isRetryable = (error: unknown): boolean => lossOf(error) !== null

/**
 * Runs a whole transaction, again when it was lost, five times at most with a growing pause.
 * A connection can break after the commit was carried out: what must not happen twice needs a key of its own.
 */
export async function retrying<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction()
    } catch (error) {
      const loss = lossOf(error)
      if (attempt === TRIES || loss === null) throw error
      await wait(PAUSE[loss] * 2 ** (attempt - 1) * (1 + Math.random()))
    }
  }
}
