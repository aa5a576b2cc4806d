import { parseDay } from '../../protocol/day'

const KEY = /^[\w:.-]{1,120}$/

/** Where a page of a list begins, as the page before wrote it: a day and a key. Anything else is the beginning. */
export function cursorOf(request: Request): string | null {
  const after = new URL(request.url).searchParams.get('after') ?? ''
  const [day = '', key = '', ...rest] = after.split('|')
  return parseDay(day) && KEY.test(key) && rest.length === 0 ? after : null
}
