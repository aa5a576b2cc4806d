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
