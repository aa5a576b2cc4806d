import type { Request, RequestHandler } from 'express'
import { refused } from './refused'

const LARGEST_FORM = 256 * 1024

/**
 * How much may be sent. A form of ours is small and says how long it is; of any other nothing is read. An address that
 * takes a file gets its form whatever its length: it reads as much as it wants and refuses in its own words.
 */
export const bodies =
  (takesFile: (path: string) => boolean): RequestHandler =>
  (request, response, next) => {
    // A browser reads no answer before it has sent everything: what still comes then is let in and thrown away.
    response.once('finish', () => request.removeAllListeners('data').resume())
    const { 'content-length': length, 'transfer-encoding': chunked } = request.headers
    const fits = Number(length ?? 0) <= LARGEST_FORM || (bringsFile(request) && takesFile(request.path))
    if (!chunked && fits) next()
    else refused(response, 413, 'Too much was sent.')
  }

const bringsFile = ({ method, headers }: Request) =>
  method === 'POST' && headers['content-type']?.startsWith('multipart/form-data') === true
