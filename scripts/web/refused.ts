import type { Response } from 'express'

/** Answers at the edge, before any page: a status and one sentence that nobody keeps. */
export function refused(response: Response, status: number, sentence: string): void {
  response.status(status).set('Cache-Control', 'no-store').type('text/plain').send(`${sentence}\n`)
}
