import { randomBytes, randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

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
    strictTransportSecurity: secure && { maxAge: 31_536_000, includeSubDomains: false },
  })

/** Answers 400 when a host and the address together are no address: nothing behind this can read such a request. */
export const legible: RequestHandler = (request, response, next) => {
  const hosts = [request.get('Host'), request.get('X-Forwarded-Host')?.split(',')[0]]
  if (hosts.every((host) => URL.canParse(`http://${host ?? 'localhost'}${request.originalUrl}`))) next()
  else response.status(400).type('text/plain').send('This address cannot be read.\n')
}

/** Pages hold what only their reader may see. */
export const neverKept: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store')
  next()
}
