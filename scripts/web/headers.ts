import { randomBytes, randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { refused } from './refused'

/** Each response has a number for the log and a nonce for its scripts. */
export const numbered: RequestHandler = (_request, response, next) => {
  response.locals.requestId = randomUUID()
  response.locals.nonce = randomBytes(16).toString('base64')
  response.setHeader('X-Request-Id', response.locals.requestId)
  next()
}

const nonce = (_request: unknown, response: unknown) => `'nonce-${(response as Response).locals.nonce}'`

/** What the browser may do with our pages: nothing but our own files. `secure` when the site is reached by https. */
export const guarded = (secure: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'", nonce],
        'style-src': ["'self'"],
        'img-src': ["'self'"],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    // no-referrer would make browsers send "Origin: null" with forms when JavaScript is off
    referrerPolicy: { policy: 'same-origin' },
    // a year, and every name below ours (ASVS 3.4.1, level 2)
    strictTransportSecurity: secure && { maxAge: 31_536_000, includeSubDomains: true },
  })

const METHODS = ['GET', 'HEAD', 'POST']

/** Answers 405 to every method that no page has. The framework cannot even read some of them, such as TRACE. */
export const methods: RequestHandler = (request, response, next) => {
  if (METHODS.includes(request.method)) return next()
  response.set('Allow', METHODS.join(', '))
  refused(response, 405, 'No page answers this method.')
}

/**
 * Answers 405 to anything but reading at the addresses of the framework's own (`….data`), by which a page that is open
 * looks again: our forms are sent as browsers send forms, and what is sent elsewhere the framework takes for an action.
 */
export const readsOnly: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || !/\.data$/i.test(request.path)) return next()
  response.set('Allow', 'GET')
  refused(response, 405, 'No page answers this method.')
}

/** Answers 400 when a host and the address together are no address: nothing behind this can read such a request. */
export const legible: RequestHandler = (request, response, next) => {
  const hosts = [request.get('Host'), request.get('X-Forwarded-Host')?.split(',')[0]]
  if (hosts.every((host) => URL.canParse(`http://${host ?? 'localhost'}${request.originalUrl}`))) next()
  else refused(response, 400, 'This address cannot be read.')
}

/** Pages hold what only their reader may see. */
export const neverKept: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store')
  next()
}
