import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result } from '../protocol/refusal'
import { endConsent } from './ending'

/** The study's half of a withdrawal: what `withdraw` of the records takes. */
type Withdraw = (what: { clientId: string; collected: 'keep' | 'erase' }) => Promise<Result<unknown>>

/**
 * A client withdraws, both halves in their fixed order (protocol §6): first the study, so that contact stops the same
 * moment, then the forms. Repeating it completes a second half that was not reached; so does the sweep.
 */
export async function withdrawNamed(
  vault: Vault,
  occasion: Occasion,
  { clientId, collected, withdraw }: { clientId: string; collected: 'keep' | 'erase'; withdraw: Withdraw },
): Promise<Result<null>> {
  const stopped = await withdraw({ clientId, collected })
  if (!stopped.ok && stopped.refusal.code !== 'already_withdrawn') return stopped
  const ended = await endConsent(vault, occasion, { clientId, collected })
  return ended.ok || ended.refusal.code === 'nothing_signed' ? done(null) : ended
}
