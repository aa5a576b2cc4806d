import type { ConsentUse, StudyProtocol } from '../../protocol/study'
import type { Withdrawable } from '../../records/withdrawable'

export const WISHES = ['keep', 'erase', 'some'] as const
export type Wish = (typeof WISHES)[number]
/** What was chosen: nothing yet, or to stop altogether, or to take back these scopes. */
export type Asked = { readonly wish: Wish | null; readonly scopes: readonly string[] }

/** The scopes that this client can take back alone: those not taken back yet, but the ones without which nothing is left (§6). */
export const takeable = ({ consent }: StudyProtocol, { scopes }: Withdrawable): string[] =>
  scopes
    .filter(({ scope, granted, endedOn }) => !consent.altogether.includes(scope) && (granted || endedOn === null))
    .map(({ scope }) => scope)

/** Reads the form; what is not on offer was not chosen. */
export function askedIn(form: FormData, offered: readonly string[]): Asked {
  const wish = WISHES.find((one) => one === form.get('wish')) ?? null
  const sent = form.getAll('scopes')
  return { wish, scopes: offered.filter((scope) => sent.includes(scope)) }
}

/**
 * Whether what is asked was recorded before, so that sending it twice is recording it once: the same choice about what was
 * collected, or scopes that were all taken back. Takes the scopes as they were sent.
 */
export function standsAlready({ withdrawn, scopes }: Withdrawable, { wish }: Asked, sent: readonly string[]): boolean {
  if (wish !== 'some') return withdrawn?.collected === wish
  const back = scopes.filter(({ granted, endedOn }) => !granted && endedOn !== null).map(({ scope }) => scope)
  return sent.length > 0 && sent.every((scope) => back.includes(scope))
}

/** Whether a client who stopped may still want this: only what was let stay can still go (GDPR art. 17). */
export const mayStillAsk = ({ withdrawn }: Withdrawable, wish: Wish | null): boolean =>
  withdrawn === null || (withdrawn.collected === 'keep' && wish === 'erase')

/** Which field lacks an answer; null when it can be confirmed. */
export const lacking = ({ wish, scopes }: Asked): 'wish' | 'scopes' | null =>
  wish === null ? 'wish' : wish === 'some' && scopes.length === 0 ? 'scopes' : null

/** What stops when these scopes are taken back, in the order of the protocol's table of uses. */
export const usesOf = ({ consent, waves }: StudyProtocol, scopes: readonly string[]): ConsentUse[] => {
  const uses = Object.keys(consent.uses) as ConsentUse[]
  return uses.filter((use) => {
    const needs = [...consent.uses[use].scopes, ...(use === 'next_wave' ? waves.flatMap((wave) => wave.needs) : [])]
    return scopes.some((scope) => needs.includes(scope))
  })
}

/** Whether a telephone number goes with these scopes: some form asks for it with one of them. */
export const numberGoesWith = ({ consent }: StudyProtocol, scopes: readonly string[]): boolean =>
  consent.forms.some(({ boxes }) => boxes.some(({ asksTelephone, scope }) => asksTelephone && scopes.includes(scope)))
