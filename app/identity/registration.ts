import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result } from '../protocol/refusal'
import type { Named } from './people'
import type { Ids } from './recognise'
import { enterBatch } from './register-batch'
import { type Needed, restoreNames } from './restoring'

export type { Ids } from './recognise'

/** The study's half of a registration: what `register` of the records takes. */
type Register<Facts, T> = (
  facts: Facts & Ids & { readonly doNotAsk: boolean; readonly otherwise: readonly string[] },
) => Promise<Result<T>>

/**
 * Registers a supervision, both halves in their fixed order (protocol §6): first names and numbers go into identity,
 * recognised by keyed hash, with an errand for the study's half (`enterBatch`, of one row); then that half is done. When the
 * process dies in between, the errand or the same row once more completes it. A name that went is written back when
 * `needed` says that the study needs it again; without `needed` none is. Gives what the study's half gives. Refused when
 * the supervision is known and the row names another client or another supervisor for it, or when the study is finished and
 * its key is gone.
 */
export async function registerNamed<Facts extends object, T>(
  vault: Vault,
  occasion: Occasion,
  {
    named,
    facts,
    register,
    needed,
  }: {
    readonly named: Named
    readonly facts: Facts
    readonly register: Register<Facts, T>
    readonly needed?: Needed
  },
): Promise<Result<Ids & { readonly outcome: T | 'already_done' }>> {
  const { rows } = await enterBatch(vault, occasion, [{ named, facts }])
  const [entered] = rows
  if (!entered?.ok) return entered as Result<never>
  const { gone: _, doNotAsk, otherwise, ...ids } = entered.value
  const registered = await register({ ...facts, doNotAsk, otherwise, ...ids })
  const stands = registered.ok || registered.refusal.code === 'already_done'
  // after the study's half: the facts of this row say whether the name is needed
  const back = stands && needed ? await restoreNames(vault, occasion, { named, ids, needed }) : null
  if (back && !back.ok) return back
  if (registered.ok) return done({ ...ids, outcome: registered.value })
  if (registered.refusal.code === 'already_done') return done({ ...ids, outcome: 'already_done' as const })
  return registered
}
