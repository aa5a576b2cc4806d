import { mondayOf } from '../../protocol/appointments/week'
import { type Day, parseDay } from '../../protocol/day'

/** Which week, of whom and where, and in what groups; the address says it all. */
export type CalendarAsked = {
  readonly monday: Day
  readonly location: string | null
  readonly interviewer: string | null
  readonly by: 'location' | 'interviewer'
}

/** What an address asks for: the week of a day in it, else this one. A place or code that nobody has shows nothing. */
export function calendarAsked(request: Request, today: Day): CalendarAsked {
  const { searchParams } = new URL(request.url)
  const said = (name: string) => searchParams.get(name)?.replaceAll('\0', '').slice(0, 100) || null
  return {
    monday: mondayOf(parseDay(said('week') ?? '') ?? today),
    location: said('location'),
    interviewer: said('interviewer'),
    by: said('by') === 'interviewer' ? 'interviewer' : 'location',
  }
}
