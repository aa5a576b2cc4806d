import { done, type Result, refuse } from '../protocol/refusal'
import type { Occasion } from './occasion'
import { retrying } from './retry'

/** What is changed, as the audit trail will say it: never a name, number or answer. */
export type Change = {
  readonly verb: string
  readonly subject: string
  readonly subjectId?: string
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
}

/** What both rooms' transactions can do: enough to write the audit. */
type Tx = { readonly $executeRaw: (query: TemplateStringsArray, ...values: unknown[]) => PromiseLike<number> }
/** A room's way of opening a transaction; only the rooms' own change() has one. */
type Open<T extends Tx> = <R>(body: (tx: T) => Promise<R>, limits: { maxWait: number; timeout: number }) => Promise<R>

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
export async function audited<T extends Tx, R>(
  open: Open<T>,
  occasion: Occasion,
  what: Change,
  body: (tx: T) => Promise<Result<R>>,
): Promise<Result<R>> {
  const attempt = () =>
    open(async (tx) => {
      if (!(await enter(tx, occasion, what))) throw new RolledBack(refuse('already_done'))
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

/** Writes the audit entry; false when this request already has one. */
async function enter(tx: Tx, { study, actor, today, request }: Occasion, what: Change): Promise<boolean> {
  const details = JSON.stringify(what.details ?? {})
  const written = await tx.$executeRaw`
    INSERT INTO audit.entry (day, study_id, actor, verb, subject, subject_id, details, request)
    VALUES (${today}::date, ${study.id}::uuid, ${actor}, ${what.verb}, ${what.subject},
            ${what.subjectId ?? null}::uuid, ${details}::jsonb, ${request ?? null})
    ON CONFLICT DO NOTHING`
  return written === 1
}
