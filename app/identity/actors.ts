import { type Role, readRole } from '../access/roles'
import type { VaultTx } from '../platform/database'

/** Who did something: an account by name and role, a supervisor behind a personal link, no person, or nobody can tell. */
export type Actor =
  | { readonly kind: 'account'; readonly name: string; readonly role: Role | undefined }
  | { readonly kind: 'supervisor' | 'import' | 'system' | 'gone' | 'unreadable' }

const WITHOUT_ACCOUNT = ['supervisor', 'import', 'unreadable'] as const

/** The account of an actor as the audit writes one; null for everybody else. */
export const accountIn = (actor: string): string | null => /^account:([\da-f-]{36})$/.exec(actor)?.[1] ?? null

/** A vault, or a transaction in it. */
type Reader = { readonly db: Pick<VaultTx, 'account'> }

/** Who these actors of the audit are, by the actor. An account that is not there any more is `gone`. */
export async function actorsOf({ db }: Reader, actors: readonly string[]): Promise<Map<string, Actor>> {
  const ids = [...new Set(actors.flatMap((actor) => accountIn(actor) ?? []))]
  const accounts = await db.account.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, role: true },
  })
  const known = new Map(accounts.map((account) => [account.id, account]))
  return new Map([...new Set(actors)].map((actor) => [actor, who(actor, known)]))
}

/** The accounts that have a role now, as the audit writes them. */
export async function actorsIn({ db }: Reader, role: Role): Promise<string[]> {
  const accounts = await db.account.findMany({ where: { role }, select: { id: true } })
  return accounts.map(({ id }) => `account:${id}`)
}

function who(actor: string, known: ReadonlyMap<string, { name: string; role: string }>): Actor {
  const id = accountIn(actor)
  if (id === null) return { kind: WITHOUT_ACCOUNT.find((kind) => actor.split(':')[0] === kind) ?? 'system' }
  const account = known.get(id)
  return account ? { kind: 'account', name: account.name, role: readRole(account.role) } : { kind: 'gone' }
}
