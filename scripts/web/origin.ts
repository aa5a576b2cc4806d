import type { RequestHandler } from 'express'
import { refused } from './refused'

const SAFE = new Set(['GET', 'HEAD'])

/** What a request says about where it came from. */
export type Provenance = {
  readonly method: string
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
}

/**
 * Whether a request may change something: its Origin is our own, or it has none (or `null`, as browsers write it without
 * JavaScript under some policies) and the browser itself says that it comes from the same origin. `own` is where the
 * installation is reached, when that is known: then the scheme counts too, and what the request says of its host does not.
 */
export function fromOurselves({ method, host, origin, fetchSite }: Provenance, own?: string): boolean {
  if (SAFE.has(method)) return true
  if (origin === undefined || origin === 'null') return fetchSite === 'same-origin'
  if (!URL.canParse(origin)) return false
  return own === undefined ? host !== undefined && new URL(origin).host === host : origin === new URL(own).origin
}

/** Answers 403 to a change that another site asks for, before anything of it is read. */
export const ownOriginOnly =
  (own?: string): RequestHandler =>
  (request, response, next) => {
    const { origin, host } = request.headers
    const fetchSite = request.get('Sec-Fetch-Site')
    if (!fromOurselves({ method: request.method, host, origin, fetchSite }, own)) {
      refused(response, 403, 'This form came from another place and was not carried out.')
      return
    }
    // It was judged here. The framework judges once more, by headers that a proxy sets, and fails on what it does not expect.
    delete request.headers.origin
    next()
  }
