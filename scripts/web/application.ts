import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'
import { loggable } from '../../app/access/loggable'
import { takesFile } from '../../app/access/pages'
import type { AppContext } from '../../app/platform/app-context'
import { log } from '../../app/platform/log'
import { bodies } from './bodies'
import { guarded, legible, methods, neverKept, numbered, readsOnly } from './headers'
import { health } from './health'
import { metrics } from './metrics'
import { ownOriginOnly } from './origin'
import { refused } from './refused'
import { belonging, told } from './requests'
import { taken } from './taken'

/** What the pages work with, without what belongs to one request. */
export type House = Omit<AppContext, 'nonce' | 'requestId' | 'address' | 'taken'>

const ROOT = join(import.meta.dirname, '../..')

/**
 * The web application over an opened house: what the edge guards first, the pages last. Needs a built build/. Once the process
 * is `leaving`, each connection ends with the answer that it waits for.
 */
export async function application(house: House, leaving: () => boolean): Promise<Express> {
  process.env.NODE_ENV ??= 'production'
  const { baseUrl, mode } = house.environment
  const production = mode === 'production'
  const built = join(ROOT, 'build/server/index.js')
  const build = (await import(pathToFileURL(built).href)) as ServerBuild
  const app = express()
  app.disable('x-powered-by')
  // behind a proxy of our own the address of the visitor is the last one that it added
  app.set('trust proxy', production ? 1 : false)
  app.use(numbered, belonging, lastOnes(leaving), guarded(baseUrl.startsWith('https://')), methods, legible)
  health(app, house, leaving)
  metrics(app, house)
  app.use(compression())
  const assets = join(ROOT, 'build/client')
  app.use('/assets', express.static(join(assets, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }))
  app.use(express.static(assets, { maxAge: '1h', index: false, setHeaders: workerAnew }))
  app.get('/favicon.ico', (_request, response) => void response.status(204).end())
  app.use(told, bodies(takesFile), ownOriginOnly(production ? baseUrl : undefined), readsOnly, neverKept)
  app.all('*', createRequestHandler({ build, mode: 'production', getLoadContext: contextOf(house) }))
  app.use(lastResort)
  return app
}

/** Whoever keeps a connection for the next request has to know that there is none to come. */
const lastOnes =
  (leaving: () => boolean): RequestHandler =>
  (_request, response, next) => {
    if (leaving()) response.set('Connection', 'close')
    next()
  }

/** A browser asks for the service worker anew each time: it is how it learns of a new version. */
function workerAnew(response: Response, path: string): void {
  if (basename(path) === 'sw.js') response.setHeader('Cache-Control', 'max-age=0, must-revalidate')
}

const contextOf = (house: House) => (request: Request, response: Response) => ({
  ...house,
  nonce: response.locals.nonce as string,
  requestId: response.locals.requestId as string,
  address: request.ip ?? '',
  taken: () => taken(response),
})

/** What went wrong outside the pages: a number for the visitor, the rest for the log. */
const lastResort: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const { requestId } = response.locals
  const status = (error as { status?: unknown }).status
  if (typeof status === 'number' && status < 500) {
    refused(response, status, 'Not found.')
    return
  }
  log.error({ err: error, requestId, path: loggable(request.path) }, 'a request failed')
  if (response.headersSent) next(error)
  else refused(response, 500, `Something went wrong. If you report this, mention ${requestId}.`)
}
