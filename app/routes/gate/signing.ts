import { refusalSentence } from '../../i18n/refusal'
import type { Say } from '../../i18n/speak'
import { signConsent, standsInTheWay } from '../../identity/consent'
import type { SignedForm } from '../../identity/forms/signed'
import type { Occasion } from '../../platform/occasion'
import type { Vault } from '../../platform/vault'
import { type Refusal, type Result, refuse } from '../../protocol/refusal'
import { keyOf } from './cursor'
import { textOf } from './form'

/** What stands in the way, by field; '' is the whole form. */
export type Mistakes = Readonly<Record<string, Refusal>>

const TELEPHONE = /^\+?\d[\d ()-]{7,18}\d$/

/** A telephone number as typed; undefined when none was. */
export const telephoneIn = (sent: FormData): string | undefined => textOf(sent, 'telephone') || undefined

/** Slips of what was typed that no verb knows: a number that nobody can call. */
export function slipsIn(sent: FormData): Mistakes {
  const telephone = telephoneIn(sent)
  return telephone && !TELEPHONE.test(telephone) ? { telephone: { code: 'telephone_shape' } } : {}
}

/**
 * Signs a form, or says everything that keeps it from being signed. The same page sent twice signs once: its number
 * comes with it. Gives null when it is signed.
 */
export async function signWith(
  vault: Vault,
  occasion: Occasion,
  { sent, form, slips }: { readonly sent: FormData; readonly form: SignedForm; readonly slips: Mistakes },
): Promise<Mistakes | null> {
  const request = keyOf(textOf(sent, 'request'), 'id')
  const once = request ? { ...occasion, request: `sign:${request}` } : occasion
  const signed: Result<unknown> =
    Object.keys(slips).length > 0 ? refuse('required') : await signConsent(vault, once, form)
  if (signed.ok || signed.refusal.code === 'already_done') return null
  const others = await standsInTheWay(vault, occasion, form)
  const all = { ...byField(others), ...slips }
  return Object.keys(all).length > 0 ? all : byField([signed.refusal])
}

/** A field that no page of ours has is the whole form's. */
const byField = (refusals: readonly Refusal[]): Mistakes =>
  Object.fromEntries(refusals.map((refusal) => [refusal.field === 'supervision' ? '' : (refusal.field ?? ''), refusal]))

/** The sentences of mistakes. */
export const sentencesOf = (say: Say, mistakes: Mistakes): Record<string, string> =>
  Object.fromEntries(Object.entries(mistakes).map(([field, refusal]) => [field, refusalSentence(say, refusal)]))
