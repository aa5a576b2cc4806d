import { mondayOf } from '../../protocol/appointments/week'
import { type Day, parseDay } from '../../protocol/day'
import { WORK_STATES, type WorkState } from '../../protocol/work'
import { cursorOf } from '../gate/cursor'

/** Of every location, also for who has some of their own. */
export const EVERYWHERE = '*'

/** Which part of the work a page shows; the address says it all. */
export type WorkAsked = {
  readonly state: WorkState | null
  /** A location by name, or all of them; null: the visitor's own, or all for who has none. */
  readonly location: string | null
  /** What falls due on one day. */
  readonly day: Day | null
  /** The Monday of the week that is shown. */
  readonly week: Day | null
  readonly after: string | null
}

/** What an address asks for; what it does not know counts as not asked. A week goes before a day. */
export function workAsked(request: Request): WorkAsked {
  const { searchParams } = new URL(request.url)
  const week = parseDay(searchParams.get('week') ?? '')
  return {
    state: WORK_STATES.find((state) => state === searchParams.get('state')) ?? null,
    location: searchParams.get('location')?.replaceAll('\0', '').slice(0, 100) || null,
    day: week ? null : (parseDay(searchParams.get('day') ?? '') ?? null),
    week: week ? mondayOf(week) : null,
    after: cursorOf(request, 'day'),
  }
}
