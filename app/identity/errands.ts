import type { VaultTx } from '../platform/database'
import { blindId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import { readable } from '../platform/seal'
import type { Vault } from '../platform/vault'

/** The study's half of registrations that may still be to do: what `register` of the records takes, and when it was. */
export type Errand = {
  readonly id: string
  readonly facts: readonly unknown[]
  readonly today: string
  readonly past: boolean
  readonly request: string | null
  /** The import that does it itself, while it is under way. */
  readonly importId: string | null
}

/** Leaves an errand in the transaction that made it necessary; gives its id. It names the study's ids, so it is sealed. */
export async function leaveErrand(
  tx: VaultTx,
  keys: Vault['keys'],
  { study, today, past = false, request }: Occasion,
  { facts, importId }: Pick<Errand, 'facts' | 'importId'>,
): Promise<string> {
  const id = blindId()
  const said = { facts, today, past, request: request ?? null, importId }
  const payload = keys.seal(JSON.stringify(said), about(id))
  await tx.$executeRaw`
    INSERT INTO identity.errand (id, study_alias, payload)
    VALUES (${id}::uuid, ${keys.alias(study.id)}::uuid, ${payload})`
  return id
}

/**
 * What identity left for the study to complete, oldest first; most of it is done by the time a sweep looks. Also how
 * many of them do not open: they stay, for a key may come back.
 */
export async function pendingErrands(
  { db, keys }: Vault,
  studyId: string,
): Promise<{ errands: Errand[]; unreadable: number }> {
  const rows = await db.errand.findMany({
    where: { studyAlias: keys.alias(studyId) },
    orderBy: { createdAt: 'asc' },
    select: { id: true, payload: true },
  })
  const errands = rows.flatMap(({ id, payload }): Errand[] => {
    const said = readable(() => keys.open(payload, about(id)))
    return said === null ? [] : [{ id, ...JSON.parse(said) }]
  })
  return { errands, unreadable: rows.length - errands.length }
}

/** Takes errands off the list, once their second half is known to be done. */
export async function finishErrands({ db }: Vault, ids: readonly string[]): Promise<void> {
  await db.errand.deleteMany({ where: { id: { in: [...ids] } } })
}

const about = (id: string) => `errand.payload:${id}`
