import type { Day } from '../protocol/day'
import { addDays } from '../protocol/day'
import { momentAt } from '../protocol/moment'

/** An event of a calendar. Times are those of an Amsterdam wall, in minutes since midnight; null: somewhere that day. */
export type CalendarEvent = {
  readonly uid: string
  readonly seq: number
  readonly summary: string
  readonly location: string
  readonly on: Day
  readonly at: number | null
  readonly minutes: number
  readonly cancelled: boolean
  readonly changedOn: Day
}

/** The longest that a line may be, in bytes, without its end (RFC 5545, 3.1). */
const LONGEST = 75

/**
 * A calendar that others subscribe to (RFC 5545). Times are written in UTC, so that no zone has to be described; a change of
 * the clock is in them. Without a time an event takes the day. The same events are always the same bytes.
 */
export function icalendar(name: string, events: readonly CalendarEvent[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Koppel//Agenda//NL',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')
}

const eventLines = (event: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `DTSTAMP:${compact(event.changedOn)}T000000Z`,
  `SEQUENCE:${event.seq}`,
  ...times(event),
  `SUMMARY:${escaped(event.summary)}`,
  `LOCATION:${escaped(event.location)}`,
  `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'END:VEVENT',
]

function times({ on, at, minutes }: CalendarEvent): string[] {
  const start = at === null ? null : instant(on, at)
  // no such time on that day, in the hour that is passed over in March: the day is what is left of it
  if (!start) return [`DTSTART;VALUE=DATE:${compact(on)}`, `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`]
  return [`DTSTART:${inUtc(start)}`, `DTEND:${inUtc(new Date(start.getTime() + minutes * 60_000))}`]
}

const two = (part: number) => String(part).padStart(2, '0')
const instant = (on: Day, at: number) => momentAt(`${on}T${two(Math.floor(at / 60))}:${two(at % 60)}`)
const compact = (day: Day) => day.replaceAll('-', '')
const inUtc = (moment: Date) => `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** Text as a value: what means something is escaped, and of the rest no control character passes. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ')

const bytes = new TextEncoder()

/** A line in pieces of at most 75 bytes, never within a character; each further piece begins with a space. */
function folded(line: string): string {
  const pieces = ['']
  let length = 0
  for (const character of line) {
    const size = bytes.encode(character).length
    if (length + size > LONGEST) {
      pieces.push(' ')
      length = 1
    }
    pieces[pieces.length - 1] += character
    length += size
  }
  return pieces.join('\r\n')
}
