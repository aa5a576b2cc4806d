import type { Refusal } from '../../protocol/refusal'
import type { Parcel } from './talk'

/** What the server says of a parcel that it has: taken in now, or had it before; or laid aside, since another device went on. */
export type Arrived = 'in' | 'known' | 'aside'
/** What came of sending: it is there; nobody is signed in (any more); it was refused; or nobody answered, so try again. */
export type Outcome =
  | { readonly kind: 'arrived'; readonly state: Arrived }
  | { readonly kind: 'sign_in' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'later' }

/** What came back for a request for data, or null when nothing came that can be read. */
async function answerOf(request: Promise<Response>): Promise<{ status: number; body: unknown } | null> {
  try {
    const response = await request
    // whoever is sent elsewhere is sent to sign in
    if (response.redirected) return { status: 401, body: null }
    return { status: response.status, body: await response.json().catch(() => null) }
  } catch {
    return null
  }
}

const refusalIn = (body: unknown): Refusal => {
  const { refusal } = (body ?? {}) as { refusal?: Refusal }
  return refusal ?? { code: 'refused' }
}

/** Sends a parcel once. Whatever the network or the server does, the parcel stays on the device until the outcome says `arrived`. */
export async function post(parcel: Parcel, address: string, signal: AbortSignal): Promise<Outcome> {
  const headers = { 'Content-Type': 'application/json' }
  const sent = fetch(address, { method: 'POST', headers, body: JSON.stringify(parcel), signal })
  const answer = await answerOf(sent)
  if (!answer || answer.status >= 500 || answer.status === 429) return { kind: 'later' }
  if (answer.status === 401) return { kind: 'sign_in' }
  const { state } = (answer.body ?? {}) as { state?: Arrived }
  if (state) return { kind: 'arrived', state }
  return { kind: 'refused', refusal: refusalIn(answer.body) }
}

/** Asks for something for the device; `later` when there is no network. */
export async function ask<T>(
  address: string,
): Promise<{ readonly kind: 'came'; readonly body: T } | Exclude<Outcome, { kind: 'arrived' }>> {
  const answer = await answerOf(fetch(address, { headers: { Accept: 'application/json' } }))
  if (!answer || answer.status >= 500) return { kind: 'later' }
  if (answer.status === 401) return { kind: 'sign_in' }
  if (answer.status === 200 && answer.body) return { kind: 'came', body: answer.body as T }
  return { kind: 'refused', refusal: refusalIn(answer.body) }
}
