import type { RequestHandler } from 'express'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What a request says about where it came from. */
export type Provenance = {
  readonly method: string
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
}

/**
 * Whether a request may change something: its Origin is our own host, or it has none (or `null`, as browsers write it
 * without JavaScript under some policies) and the browser itself says that it comes from the same origin.
 */
export function fromOurselves({ method, host, origin, fetchSite }: Provenance): boolean {
  if (SAFE.has(method)) return true
  if (origin === undefined || origin === 'null') return fetchSite === 'same-origin'
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host
}

/** Answers 403 to a change that another site asks for, before anything of it is read. */
export const ownOriginOnly: RequestHandler = (request, response, next) => {
  const { origin, host } = request.headers
  const fetchSite = request.get('Sec-Fetch-Site')
  if (!fromOurselves({ method: request.method, host, origin, fetchSite })) {
    response.status(403).type('text/plain').send('This form came from another place and was not carried out.\n')
    return
  }
  // The framework compares by itself and knows no "null": what passed here has our own origin.
  if (origin === 'null') delete request.headers.origin
  next()
}
