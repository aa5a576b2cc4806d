import type { Day } from '../day'
import { WHOLE_DAY } from './clock-time'
import { weekdayOf } from './week'

/**
 * How long room and interviewer are taken by one interview, in minutes: twenty to thirty for the questions (protocol §3), and
 * the form that is read aloud before them (decided).
 */
export const INTERVIEW_MINUTES = 45

/** When an interview is to be held. `at` counts minutes since midnight; null: right after the talk, whenever that ends (protocol §3). */
export type Slot = { readonly on: Day; readonly at: number | null; readonly minutes: number }

/** A part of a weekday (1 is Monday), in minutes since midnight; `until` is not part of it. */
export type Hours = { readonly weekday: number; readonly from: number; readonly until: number }

/** An interview that stands in the calendar already. */
export type Booked = Slot & {
  readonly pseudonym: string
  readonly roomId: string | null
  readonly interviewer: string | null
}

/** What somebody wants to plan, with what is known of the room and of the interviewer. */
export type Wanted = Slot & {
  readonly location: string
  /** Without hours a room can always be had. */
  readonly room: { readonly id: string; readonly location: string; readonly hours: readonly Hours[] } | null
  /** Who told of no hours can always come. A location of null is any. Away from the first to the last day, both included. */
  readonly interviewer: {
    readonly code: string
    readonly hours: readonly (Hours & { readonly location: string | null })[]
    readonly away: readonly { readonly from: Day; readonly until: Day }[]
  } | null
  /** The day of the next talk as far as it is still to come: the interview is right after it (protocol §3). Null: not known, or a later wave. */
  readonly talkOn: Day | null
}

/** What stands in the way: `field` of the form, and whether somebody may plan over it who knows of it. */
export type Clash = {
  readonly code: keyof typeof CLASHES
  readonly field: 'on' | 'at' | 'room' | 'interviewer'
  readonly soft: boolean
  readonly with?: string
  readonly at?: number | null
  readonly day?: Day
}

/** Every clash, and what may be done knowingly: what people said of themselves, never one room or one person twice (decided). */
const CLASHES = {
  past_midnight: { field: 'at', soft: false },
  room_elsewhere: { field: 'room', soft: false },
  room_needs_time: { field: 'at', soft: false },
  room_closed: { field: 'room', soft: false },
  room_taken: { field: 'room', soft: false },
  interviewer_busy: { field: 'interviewer', soft: false },
  not_the_talk: { field: 'on', soft: true },
  interviewer_away: { field: 'interviewer', soft: true },
  interviewer_not_available: { field: 'interviewer', soft: true },
  interviewer_same_day: { field: 'interviewer', soft: true },
} as const satisfies Record<string, Pick<Clash, 'field' | 'soft'>>

const clash = (code: Clash['code'], more: Pick<Clash, 'with' | 'at' | 'day'> = {}): Clash => ({
  code,
  ...CLASHES[code],
  ...more,
})

/** Whether two interviews take the same minute; of one without a time nobody knows. */
export const overlap = (one: Slot, other: Slot): boolean =>
  one.on === other.on &&
  one.at !== null &&
  other.at !== null &&
  one.at < other.at + other.minutes &&
  other.at < one.at + one.minutes

/** Whether all of it falls within these hours; without a time the weekday has to be among them. */
const within = (hours: readonly Hours[], { on, at, minutes }: Slot): boolean =>
  hours.some(
    ({ weekday, from, until }) => weekday === weekdayOf(on) && (at === null || (from <= at && at + minutes <= until)),
  )

/** All that stands in the way of a plan beside what is booked, what cannot be planned over first. */
export function clashesOf(wanted: Wanted, booked: readonly Booked[]): Clash[] {
  const { at, minutes, on, talkOn } = wanted
  return [
    ...(at !== null && at + minutes > WHOLE_DAY ? [clash('past_midnight')] : []),
    ...roomClashes(wanted, booked),
    ...interviewerClashes(wanted, booked),
    ...(talkOn !== null && talkOn !== on ? [clash('not_the_talk', { day: talkOn })] : []),
  ].toSorted((one, other) => Number(one.soft) - Number(other.soft))
}

function roomClashes(wanted: Wanted, booked: readonly Booked[]): Clash[] {
  const { room } = wanted
  if (!room) return []
  const taken = booked.filter((one) => one.roomId === room.id && overlap(one, wanted))
  return [
    ...(room.location === wanted.location ? [] : [clash('room_elsewhere')]),
    ...(wanted.at === null ? [clash('room_needs_time')] : []),
    ...(room.hours.length === 0 || within(room.hours, wanted) ? [] : [clash('room_closed')]),
    ...taken.map((one) => clash('room_taken', { with: one.pseudonym, at: one.at })),
  ]
}

function interviewerClashes(wanted: Wanted, booked: readonly Booked[]): Clash[] {
  const { interviewer, on, at, location } = wanted
  if (!interviewer) return []
  const theirs = booked.filter((one) => one.interviewer === interviewer.code && one.on === on)
  const away = interviewer.away.find(({ from, until }) => from <= on && on <= until)
  const hours = interviewer.hours.filter((one) => one.location === null || one.location === location)
  return [
    ...theirs
      .filter((one) => overlap(one, wanted))
      .map((one) => clash('interviewer_busy', { with: one.pseudonym, at: one.at })),
    ...(away ? [clash('interviewer_away', { day: away.until })] : []),
    ...(interviewer.hours.length === 0 || within(hours, wanted) ? [] : [clash('interviewer_not_available')]),
    ...theirs
      .filter((one) => at === null || one.at === null)
      .map((one) => clash('interviewer_same_day', { with: one.pseudonym, at: one.at })),
  ]
}
