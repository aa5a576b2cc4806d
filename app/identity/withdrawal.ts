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
 * does the sweep. Refused as `already_withdrawn` when what was chosen before is not what is asked now: then only that is
 * completed. Wanting it erased after all is not refused.
 */
export async function withdrawNamed(
  vault: Vault,
  occasion: Occasion,
  { clientId, collected, withdraw }: Withdrawn & { readonly withdraw: Withdraw },
): Promise<Result<null>> {
  const stopped = await withdraw({ clientId, collected })
  if (!stopped.ok && stopped.refusal.code !== 'already_withdrawn') return stopped
  // what was erased stays erased, whatever a second one says
  const chosen: Withdrawn['collected'] = stopped.ok
    ? collected
    : ((stopped.refusal.collected ?? collected) as Withdrawn['collected'])
  const ended = await endConsent(vault, occasion, { clientId, collected: chosen })
  if (!ended.ok && !nothingLeft(ended.refusal)) return ended
  return stopped.ok || chosen === collected ? done(null) : stopped
}

/**
 * A client takes back single scopes, in the same order and to be repeated in the same way. Refused as
 * `already_withdrawn` when the client withdrew altogether, and one of them was kept for what was collected.
 */
export async function withdrawScopesNamed(
  vault: Vault,
  occasion: Occasion,
  { clientId, scopes, takeBack, stillTakenBack }: TakenBack & TakeBack,
): Promise<Result<null>> {
  const taken = await takeBack({ clientId, scopes })
  if (!taken.ok && taken.refusal.code !== 'already_withdrawn') return taken
  const still = () => stillTakenBack(clientId)
  const ended = await endScopes(vault, occasion, { clientId, scopes, stillTakenBack: still })
  if (!ended.ok && !nothingLeft(ended.refusal)) return ended
  if (taken.ok) return done(null)
  const now = await still()
  return scopes.every((scope) => now.has(scope)) ? done(null) : taken
}
