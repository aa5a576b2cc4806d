import type { AppLoadContext } from '@remix-run/node'
import { actorsOf } from '../../identity/actors'
import type { StudyRef } from '../../platform/occasion'
import { parseMonth } from '../../protocol/reconciliation'
import { type Statement, statementsOf } from '../../records/reconciliation/statements'
import { nothingHere } from '../gate/enter'

/** A statement as its page shows it: the signer by name; null for one whose account is gone. */
export type Shown = Omit<Statement, 'signing'> & {
  readonly signing: { readonly by: string | null; readonly on: string; readonly remark: string | null } | null
}

/** The statements of the month in an address, the one that stands first. Throws 404 when there is none. */
export async function statementsAsked(context: AppLoadContext, study: StudyRef, typed = ''): Promise<Statement[]> {
  const month = parseMonth(typed)
  const found = month ? await statementsOf(context.databases.study, study.id, month) : []
  if (found.length === 0) throw nothingHere()
  return found
}

/** Names the signers: records know an account by its id only. */
export async function withSigners(context: AppLoadContext, statements: readonly Statement[]): Promise<Shown[]> {
  const actors = statements.flatMap(({ signing }) => signing?.actor ?? [])
  const known = await actorsOf(context.vault, actors)
  return statements.map(({ signing, ...statement }) => {
    if (!signing) return { ...statement, signing }
    const signer = known.get(signing.actor)
    const by = signer?.kind === 'account' ? signer.name : null
    return { ...statement, signing: { by, on: signing.on, remark: signing.remark } }
  })
}
