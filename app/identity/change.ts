import type { VaultDb, VaultTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { retrying } from '../platform/retry'
import { type Result, refuse } from '../protocol/refusal'

/** What is changed, as the audit trail will say it: an id, never a name or number. */
type Change = { readonly verb: string; readonly subject: string; readonly subjectId?: string }

class RolledBack extends Error {
  constructor(readonly result: Result<never>) {
    super('rolled back')
  }
}

/**
 * The vault's twin of the study's change: one write, one transaction, one audit entry, in the other room and under the
 * other role. A refusal leaves no trace; a request carried out before is refused as `already_done`.
 */
export function change<T>(
  vault: VaultDb,
  occasion: Occasion,
  what: Change,
  body: (tx: VaultTx) => Promise<Result<T>>,
): Promise<Result<T>> {
  return retrying(async () => {
    try {
      return await vault.$transaction(
        async (tx) => {
          if (!(await enter(tx, occasion, what))) throw new RolledBack(refuse('already_done'))
          const result = await body(tx)
          if (!result.ok) throw new RolledBack(result)
          return result
        },
        { maxWait: 10_000, timeout: 30_000 },
      )
    } catch (error) {
      if (error instanceof RolledBack) return error.result
      throw error
    }
  })
}

async function enter(tx: VaultTx, { study, actor, today, request }: Occasion, what: Change): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO audit.entry (day, study_id, actor, verb, subject, subject_id, details, request)
    VALUES (${today}::date, ${study.id}::uuid, ${actor}, ${what.verb}, ${what.subject},
            ${what.subjectId ?? null}::uuid, '{}'::jsonb, ${request ?? null})
    ON CONFLICT DO NOTHING`
  return written === 1
}
