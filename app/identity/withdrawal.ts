import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result } from '../protocol/refusal'
import { endConsent, type Withdrawn } from './ending'
import { endScopes, type TakenBack } from './taking-back'

/** The study's half of a withdrawal: what `withdraw` of the records takes. */
type Withdraw = (what: Withdrawn) => Promise<Result<unknown>>
/** The study's half of taking scopes back, and its word on what is taken back now. */
type TakeBack = {
  readonly takeBack: (what: TakenBack) => Promise<Result<unknown>>
  readonly stillTakenBack: (clientId: string) => Promise<ReadonlySet<string>>
}

const nothingLeft = ({ code }: { readonly code: string }) => code === 'nothing_signed'

/**
 * A client withdraws, both halves in their fixed order (protocol §6): first the study, so that contact stops the same
 * moment, then the forms, and the name when it has to go. Repeating it completes a second half that was not reached; so
 * does the sweep.
 */
export async function withdrawNamed(
  vault: Vault,
  occasion: Occasion,
  { clientId, collected, withdraw }: Withdrawn & { readonly withdraw: Withdraw },
): Promise<Result<null>> {
  const stopped = await withdraw({ clientId, collected })
  if (!stopped.ok && stopped.refusal.code !== 'already_withdrawn') return stopped
  // what was chosen first is what happens, whatever a second one says
  const chosen = stopped.ok ? collected : ((stopped.refusal.collected ?? collected) as Withdrawn['collected'])
  const ended = await endConsent(vault, occasion, { clientId, collected: chosen })
  return ended.ok || nothingLeft(ended.refusal) ? done(null) : ended
}

/** A client takes back single scopes, in the same order and to be repeated in the same way. */
export async function withdrawScopesNamed(
  vault: Vault,
  occasion: Occasion,
  { clientId, scopes, takeBack, stillTakenBack }: TakenBack & TakeBack,
): Promise<Result<null>> {
  const taken = await takeBack({ clientId, scopes })
  if (!taken.ok && taken.refusal.code !== 'already_withdrawn') return taken
  const still = () => stillTakenBack(clientId)
  const ended = await endScopes(vault, occasion, { clientId, scopes, stillTakenBack: still })
  return ended.ok || nothingLeft(ended.refusal) ? done(null) : ended
}
