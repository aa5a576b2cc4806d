import { tz } from '@date-fns/tz'
import { format } from 'date-fns/format'
import { ZONE } from './day'

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/
/** Amsterdam is an hour or two ahead of UTC. */
const AHEAD = ['+02:00', '+01:00'] as const
const FIRST_YEAR = '1900'

/** What a calendar and a clock on an Amsterdam wall show at an instant: YYYY-MM-DDTHH:MM. */
export const wallAt = (instant: Date): string => format(instant, "yyyy-MM-dd'T'HH:mm", { in: tz(ZONE) })

/**
 * The instant at which an Amsterdam wall shows this (YYYY-MM-DDTHH:MM, as a browser sends it). In the hour that comes
 * twice in October the first one is meant: a time limit that counts from it ends earlier, never too late. Undefined for
 * the hour that is passed over in March, and for what is no moment.
 */
export function momentAt(wall: string): Date | undefined {
  if (!SHAPE.test(wall) || wall.slice(0, 4) < FIRST_YEAR) return undefined
  for (const ahead of AHEAD) {
    const instant = new Date(`${wall}:00${ahead}`)
    if (!Number.isNaN(instant.getTime()) && wallAt(instant) === wall) return instant
  }
  return undefined
}
