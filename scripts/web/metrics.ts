import { createHash, timingSafeEqual } from 'node:crypto'
import type { Express, Request } from 'express'
import type { AppContext } from '../../app/platform/app-context'
import { measures } from '../../jobs/measures'
import { refused } from './refused'

/**
 * How the installation fares, for a monitor that brings the token of the home's file `metrics-token`. Without the right one, and where
 * none is set, there is nothing at this address.
 */
export function metrics(
  app: Express,
  { databases, environment, queue }: Pick<AppContext, 'databases' | 'environment' | 'queue'>,
): void {
  app.get('/metrics', async (request, response) => {
    if (!opens(request, environment.metricsToken)) {
      refused(response, 404, 'Not found.')
      return
    }
    const text = await measures(databases.study, queue)
    response.set('Cache-Control', 'no-store').set('Content-Type', 'text/plain; version=0.0.4; charset=utf-8').send(text)
  })
}

const hash = (text: string) => createHash('sha256').update(text).digest()

/** In the same time whatever was brought, and however long. */
function opens(request: Request, token: string | undefined): boolean {
  const brought = /^Bearer (\S+)$/.exec(request.get('Authorization') ?? '')?.[1] ?? ''
  return token !== undefined && timingSafeEqual(hash(brought), hash(token))
}
