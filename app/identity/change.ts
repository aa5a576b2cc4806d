import { audited, type Change } from '../platform/audited'
import type { VaultDb, VaultTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import type { Result } from '../protocol/refusal'

/**
 * The vault's twin of the study's change: one write, one transaction, one audit entry (see `audited`), in the other room
 * and under the other role. What the audit says of it is an id, never a name or number.
 */
export const change = <T>(
  vault: VaultDb,
  occasion: Occasion,
  what: Omit<Change, 'details'>,
  body: (tx: VaultTx) => Promise<Result<T>>,
): Promise<Result<T>> =>
  audited<VaultTx, T>((inside, limits) => vault.$transaction(inside, limits), occasion, what, body)
