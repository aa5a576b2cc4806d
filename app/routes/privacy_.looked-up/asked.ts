import { type Look, readLook } from '../../access/looks'
import { type Day, monthOf, parseDay } from '../../protocol/day'

/** Which month and which kind of look a page or file is asked for; `slip` is what was typed and is no month. */
export type Asked = {
  readonly month: string
  readonly verb: Look | undefined
  readonly after: string
  readonly slip: string | null
}

/** Reads what is asked for; without a month it is the study's own. */
export function askedIn(request: Request, today: Day): Asked {
  const { searchParams } = new URL(request.url)
  const typed = (searchParams.get('month') ?? '').trim().slice(0, 20)
  const known = /^\d{4}-\d{2}$/.test(typed) && parseDay(`${typed}-01`) !== undefined
  return {
    month: known ? typed : monthOf(today),
    verb: readLook(searchParams.get('verb')),
    after: searchParams.get('after') ?? '',
    slip: typed === '' || known ? null : typed,
  }
}
