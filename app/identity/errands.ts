import type { VaultDb } from '../platform/database'

/** The study's half of a registration that identity has begun. */
export const REGISTER_ERRAND = 'register'

/** A second half that may still be to do: the kind says which verb, the payload what it takes. */
export type Errand = { readonly id: string; readonly kind: string; readonly payload: unknown }

/** What identity left for the study to complete, oldest first; most of it is done by the time a sweep looks. */
export async function pendingErrands(vault: VaultDb, studyId: string): Promise<Errand[]> {
  return vault.errand.findMany({
    where: { studyId },
    orderBy: { createdAt: 'asc' },
    select: { id: true, kind: true, payload: true },
  })
}

/** Takes errands off the list, once their second half is known to be done. */
export async function finishErrands(vault: VaultDb, ids: readonly string[]): Promise<void> {
  await vault.errand.deleteMany({ where: { id: { in: [...ids] } } })
}
