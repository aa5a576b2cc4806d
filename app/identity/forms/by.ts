import type { Occasion } from '../../platform/occasion'
import type { Vault } from '../../platform/vault'
import { accountIn } from '../actors'

type Hash = Uint8Array<ArrayBuffer>

/**
 * The account that does it, as a form keeps it; null for the system and for imports. Only whether two are the same
 * account can be seen: the account's own id stands in the study's audit, beside the moment of an interview.
 */
export function accountHash(keys: Vault['keys'], { actor }: Occasion): Hash | null {
  const account = accountIn(actor)
  return account === null ? null : keys.hash('account', account)
}

/** Whether it is one account; nobody is nobody's same. */
export const sameAccount = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one !== null && other !== null && Buffer.compare(one, other) === 0
