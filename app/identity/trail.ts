import type { Vault } from '../platform/vault'
import type { Particulars } from './change'

/** An entry of the vault's chain, opened. */
export type TrailEntry = Particulars & { readonly id: string; readonly verb: string; readonly month: string }

/** Everything that was done in the vault about one person or case, oldest first. Takes the study's id. */
export function trailOf(vault: Vault, subjectId: string): Promise<TrailEntry[]> {
  return opened(vault, { subjectHash: vault.keys.hash('subject', subjectId) })
}

/** What was done in the vault in one month (YYYY-MM) by these verbs, oldest first. */
export function trailIn(
  vault: Vault,
  studyId: string,
  { month, verbs }: { readonly month: string; readonly verbs: readonly string[] },
): Promise<TrailEntry[]> {
  return opened(vault, { studyAlias: vault.keys.alias(studyId), month, verb: { in: [...verbs] } })
}

type Where = NonNullable<Parameters<Vault['db']['vaultEntry']['findMany']>[0]>['where']

async function opened({ db, keys }: Vault, where: Where): Promise<TrailEntry[]> {
  const rows = await db.vaultEntry.findMany({ where: where ?? {} })
  return rows
    .map(({ id, verb, month, sealed }) => {
      const said = JSON.parse(keys.audit.open(sealed, `vault_entry:${id}`)) as Particulars
      return { id, verb, month, ...said }
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}
