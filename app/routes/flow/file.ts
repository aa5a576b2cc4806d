import type { FlowPart } from '../../records/flow/places'

const TYPES = { svg: 'image/svg+xml; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const

/** The flow as a download, named after its day and place. */
export function flowFile(text: string, kind: keyof typeof TYPES, { on, region, location }: FlowPart): Response {
  const stem = ['flow', on, region, location].filter(Boolean).join('-')
  return new Response(text, {
    headers: {
      'Content-Type': TYPES[kind],
      'Content-Disposition': `attachment; filename="${stem.replace(/[^A-Za-z0-9-]+/g, '-')}.${kind}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'no-store',
    },
  })
}
