import type { AppLoadContext } from '@remix-run/node'
import { paced } from './paced'

type File = { readonly name: string; readonly media: string; readonly size?: number }

/**
 * A large file as a download that no browser opens among our pages, sent as fast as it is taken and byte by byte as it is
 * (nothing compresses it on its way). Its name is one of ours. That nobody guesses its type, the edge says of everything.
 * Without bytes it is the answer to who asks what a download would be like (HEAD).
 */
export function asAttachment(
  context: Pick<AppLoadContext, 'taken'>,
  { name, media, size }: File,
  bytes: AsyncIterable<Uint8Array> | null,
) {
  return new Response(bytes && paced(context, bytes), {
    headers: {
      'Content-Type': media.startsWith('text/') ? `${media}; charset=utf-8` : media,
      ...(size !== undefined && { 'Content-Length': `${size}` }),
      'Content-Disposition': `attachment; filename="${name.replace(/[^A-Za-z0-9._-]+/g, '-')}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'no-store, no-transform',
    },
  })
}
