import { keyOf } from '../gate/cursor'
import type { Saved } from './inquiries'

const HOW = ['reply', 'handed', 'look'] as const satisfies readonly Saved['how'][]

/** What was taken in just before the page was asked for, as its address says; null when nothing was. */
export function savedIn(request: Request): Saved | null {
  const { searchParams } = new URL(request.url)
  const of = keyOf(searchParams.get('saved'), 'pseudonym')
  const how = HOW.find((one) => one === searchParams.get('how'))
  return of && how ? { of, how } : null
}
