import type { VaultTx } from '../platform/database'
import { readable } from '../platform/seal'
import type { Vault } from '../platform/vault'
import { type Day, monthOf } from '../protocol/day'
import type { Particulars } from './change'

/** An entry of the vault's chain, opened. */
export type TrailEntry = Particulars & { readonly id: string; readonly verb: string; readonly month: string }

/** A vault, or its keys with a transaction in it. */
type Reader = Pick<Vault, 'keys'> & { readonly db: Pick<VaultTx, 'vaultEntry'> }

/**
 * Everything that was done in the vault about a person or case, or several, oldest first. Takes the study's ids. When
 * it was is sealed, so all of it is opened, however little of it is shown.
 */
export function trailOf(vault: Reader, ...subjectIds: readonly string[]): Promise<TrailEntry[]> {
  return opened(vault, { subjectHash: { in: subjectIds.map((id) => vault.keys.hash('subject', id)) } })
}

/** What was done in the vault in one month (YYYY-MM) by these verbs, oldest first. */
export function trailIn(
  vault: Reader,
  studyId: string,
  { month, verbs }: { readonly month: string; readonly verbs: readonly string[] },
): Promise<TrailEntry[]> {
  return opened(vault, { studyAlias: vault.keys.alias(studyId), month, verb: { in: [...verbs] } })
}

/** What was done in the vault between two protocol days, both included, by this verb and about these subjects if any, oldest first. */
export async function trailBetween(
  vault: Reader,
  studyId: string,
  {
    from,
    to,
    verb,
    subjects,
  }: { from: Day; to: Day; verb?: string | undefined; subjects?: readonly string[] | undefined },
): Promise<TrailEntry[]> {
  const found = await opened(vault, {
    studyAlias: vault.keys.alias(studyId),
    // the months in between, as texts: they sort as they follow
    month: { gte: monthOf(from), lte: monthOf(to) },
    ...(verb !== undefined && { verb }),
    ...(subjects && { subjectHash: { in: subjects.map((id) => vault.keys.hash('subject', id)) } }),
  })
  return found.filter(({ day, actor }) => actor === 'unreadable' || (day >= from && day <= to))
}

type Where = NonNullable<Parameters<Reader['db']['vaultEntry']['findMany']>[0]>['where']

async function opened({ db, keys }: Reader, where: Where): Promise<TrailEntry[]> {
  const rows = await db.vaultEntry.findMany({ where: where ?? {} })
  return rows
    .map(({ id, verb, month, sealed }) => {
      return { id, verb, month, ...(particularsIn(keys, { id, sealed }) ?? unreadable(month)) }
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

function particularsIn(keys: Vault['keys'], { id, sealed }: { id: string; sealed: Uint8Array }): Particulars | null {
  const said = readable(() => keys.audit.open(sealed, `vault_entry:${id}`))
  return said === null ? null : JSON.parse(said)
}

/** An entry that somebody changed behind our back: it is shown as such, and hides none of the others. */
const unreadable = (month: string): Particulars => {
  const day = `${month}-01`
  return { at: `${day}T00:00:00.000Z`, day, actor: 'unreadable', subject: '', subjectId: null, details: {} }
}
