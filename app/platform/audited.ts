import { done, type Result, refuse } from '../protocol/refusal'
import { retrying } from './retry'

/** What is changed, as the audit trail will say it: never a name, number or answer. */
export type Change = {
  readonly verb: string
  readonly subject: string
  readonly subjectId?: string
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
}

/** What a room brings: its way of opening a transaction, which only its own change() has, and of writing its audit entry. */
type Room<Tx> = {
  readonly open: <R>(body: (tx: Tx) => Promise<R>, limits: { maxWait: number; timeout: number }) => Promise<R>
  /** Gives how many entries were written: none when this request has one. */
  readonly enter: (tx: Tx) => PromiseLike<number>
}

const LIMITS = { maxWait: 10_000, timeout: 30_000 }

/** Carries a refusal out of a transaction so that nothing of it stays. */
class RolledBack extends Error {
  constructor(readonly result: Result<never>) {
    super('rolled back')
  }
}

/**
 * One write: one transaction, one audit entry, in either room. The body gets the transaction and nothing else to write
 * with. A refusal of the body leaves no trace; a request that was carried out before is refused as `already_done`,
 * because its audit entry is there. Lost serialisations and connections are tried again.
 */
export async function audited<Tx, R>(
  { open, enter }: Room<Tx>,
  body: (tx: Tx) => Promise<Result<R>>,
): Promise<Result<R>> {
  const attempt = () =>
    open(async (tx) => {
      if ((await enter(tx)) !== 1) throw new RolledBack(refuse('already_done'))
      const result = await body(tx)
      if (!result.ok) throw new RolledBack(result)
      return result.value
    }, LIMITS)
  try {
    return done(await retrying(attempt))
  } catch (error) {
    if (error instanceof RolledBack) return error.result
    throw error
  }
}
