import type { RequestHandler } from 'express'
import { loggable } from '../../app/access/loggable'
import { log, marked } from '../../app/platform/log'

/**
 * Every line that the log gets during a request says to which it belongs; the number is always one of ours, whatever the
 * request brought along, and stands in the response and on the error page too.
 */
export const belonging: RequestHandler = (_request, response, next) =>
  marked({ requestId: response.locals.requestId }, () => next())

/** One line for each page that was asked for: which, how it ended, in how many milliseconds. Never whose. */
export const told: RequestHandler = ({ method, path }, response, next) => {
  const began = performance.now()
  const { requestId } = response.locals
  response.once('close', () => {
    const ms = Math.round(performance.now() - began)
    const status = response.writableFinished ? response.statusCode : 'left'
    log.info({ requestId, method, path: loggable(path), status, ms }, 'asked')
  })
  next()
}
