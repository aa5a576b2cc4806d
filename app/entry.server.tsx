import { PassThrough } from 'node:stream'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { StrictMode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { loggable } from './access/loggable'
import { log } from './platform/log'
import { NonceContext } from './ui/nonce'

const GIVE_UP_MS = 10_000

/** Draws the page. Loaders are awaited, so all of it is there when it leaves: a streamed part stays hidden without JavaScript. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce } = context
  return new Promise((resolve, reject) => {
    let finalStatus = status
    const page = renderToPipeableStream(
      <StrictMode>
        <NonceContext.Provider value={nonce}>
          <RemixServer context={remix} url={request.url} nonce={nonce} />
        </NonceContext.Provider>
      </StrictMode>,
      {
        nonce,
        onAllReady() {
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }))
          page.pipe(body)
        },
        onShellError: reject,
        onError(error) {
          finalStatus = 500
          log.error({ err: error, requestId: context.requestId }, 'drawing a page failed')
        },
      },
    )
    setTimeout(() => page.abort(), GIVE_UP_MS).unref()
  })
}

/** What a loader or action threw, with the number that the visitor sees on the error page. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  const path = loggable(new URL(request.url).pathname)
  log.error({ err: error, requestId: context.requestId, path }, 'a page failed')
}
