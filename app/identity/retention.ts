import { now } from '../platform/clock'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { dayAt, monthOf } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import type { NamesKind } from '../protocol/retention'
import { change } from './change'
import { forgetPeople, stillNamed } from './forgetting'
import { LONGEST_SESSION_MS } from './sessions'
import { untie, vaultIdsOf } from './tie'
import { trailIn } from './trail'

/** Of whom a name may go: the clients or the supervisors of a study, by the study's ids. */
export type Whom = 'clients' | 'supervisors'
/** Of these kinds the one that goes because nothing was signed. */
const NEVER: NamesKind = 'names_never_took_part'
const VERBS = { clients: 'forget_clients', supervisors: 'forget_supervisors', key: 'forget_key' } as const

/** Of these, those whose name, number or signature is still in the vault. */
export async function namedAmong({ db, keys }: Vault, whom: Whom, ids: readonly string[]): Promise<Set<string>> {
  const tied = await vaultIdsOf(db, keys, ids)
  const inVault = [...tied.values()]
  const named = whom === 'clients' ? await stillNamed(db, inVault) : await supervisorsNamed(db, inVault)
  return new Set([...tied].flatMap(([id, own]) => (named.has(own) ? [id] : [])))
}

async function supervisorsNamed(db: Pick<Vault['db'], 'supervisorIdentity'>, ids: readonly string[]) {
  const any = [{ number: { not: null } }, { name: { not: null } }, { email: { not: null } }]
  const rows = await db.supervisorIdentity.findMany({ where: { id: { in: [...ids] }, OR: any }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

/**
 * Takes out the names of a batch whose term is over: all of them or, when one went or signed meanwhile, none
 * (`changed_meanwhile`): the next run asks again. One entry in the vault's chain, with the kind and how many.
 */
export function forgetNames(
  vault: Vault,
  occasion: Occasion,
  { whom, kind, ids }: { readonly whom: Whom; readonly kind: NamesKind; readonly ids: readonly string[] },
): Promise<Result<number>> {
  const what = { verb: VERBS[whom], subject: 'study', details: { kind, count: ids.length } }
  return change(vault, occasion, what, async (tx) => {
    const tied = [...(await vaultIdsOf(tx, vault.keys, ids)).values()]
    if (whom === 'clients') {
      const count = await forgetPeople(tx, vault.keys, { ids: tied, why: 'term' })
      // whoever signed while this batch waited takes part after all
      const signed =
        kind === NEVER && (await tx.consentForm.count({ where: { personId: { in: tied }, endedMonth: null } }))
      if (signed) return refuse('changed_meanwhile')
      return count === ids.length ? done(count) : refuse('changed_meanwhile')
    }
    const where = { id: { in: tied } }
    const data = { number: null, name: null, email: null }
    const { count } = await tx.supervisorIdentity.updateMany({ where, data })
    await tx.device.deleteMany({ where: { supervisorId: { in: tied } } })
    await tx.accessCode.deleteMany({ where: { supervisorId: { in: tied } } })
    return count === ids.length ? done(count) : refuse('changed_meanwhile')
  })
}

/** Whether the vault can still tell which of its rows are which of the study's. */
export const keyStands = async ({ db, keys }: Vault, clientIds: readonly string[]): Promise<boolean> =>
  (await vaultIdsOf(db, keys, clientIds)).size > 0

/**
 * Takes out the key of a study that is finished (§6): afterwards nothing ties what was said on forms to a pseudonym.
 * Gives how many rows it had; refused when it has none any more.
 */
export function forgetKey(vault: Vault, occasion: Occasion): Promise<Result<number>> {
  return change(vault, occasion, { verb: VERBS.key, subject: 'study' }, async (tx) => {
    const count = await untie(tx, vault.keys.alias(occasion.study.id))
    return count > 0 ? done(count) : refuse('key_gone')
  })
}

/** What ran out and names nobody: sessions, and browsers that a supervisor showed a code on. */
export async function ranOut({ db }: Vault): Promise<number> {
  const { sessions, devices } = past()
  return (await db.session.count({ where: sessions })) + (await db.device.count({ where: devices }))
}
export async function clearRanOut({ db }: Vault): Promise<number> {
  const { sessions, devices } = past()
  return (
    (await db.session.deleteMany({ where: sessions })).count + (await db.device.deleteMany({ where: devices })).count
  )
}
const past = () => ({
  sessions: { startedAt: { lt: new Date(now().getTime() - LONGEST_SESSION_MS) } },
  devices: { untilMonth: { lt: monthOf(dayAt(now())) } },
})

/** What was taken out in a month (YYYY-MM): the protocol day, the kind and how many, oldest first. */
export async function forgotten(vault: Vault, studyId: string, month: string) {
  const entries = await trailIn(vault, studyId, { month, verbs: Object.values(VERBS) })
  return entries.map(({ day, verb, details = {} }) => ({
    day,
    kind: typeof details.kind === 'string' ? details.kind : verb,
    count: typeof details.count === 'number' ? details.count : null,
  }))
}
