import type { FileKind } from '../../platform/file-kind'

const TYPES = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } satisfies Record<FileKind, string>

/**
 * A file as a download that no browser opens among our pages: its content type is what its bytes were found to be. A
 * picture may also be the source of an `<img>`, which draws it and runs nothing. `stem` is a name of ours, without the
 * ending; whatever is not a letter, digit or hyphen becomes one.
 */
export function asDownload(bytes: Uint8Array<ArrayBuffer>, kind: FileKind, stem: string): Response {
  return new Response(bytes, {
    headers: {
      'Content-Type': TYPES[kind],
      'Content-Length': `${bytes.byteLength}`,
      'Content-Disposition': `attachment; filename="${stem.replace(/[^A-Za-z0-9-]+/g, '-')}.${kind}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'no-store',
    },
  })
}
