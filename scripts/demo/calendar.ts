import { daysFrom, mondayOf, weekdayOf } from '../../app/protocol/appointments/week'
import { addDays, type Day } from '../../app/protocol/day'
import { addAvailability, awayFrom } from '../../app/records/appointments/availability'
import { unplanned } from '../../app/records/appointments/calendar'
import { pairPlan } from '../../app/records/appointments/of-pair'
import { planInterview } from '../../app/records/appointments/plan-interview'
import { addRoom, addRoomHours, roomsOf } from '../../app/records/appointments/rooms'
import { together } from '../../app/records/change'
import { clockOf } from '../../app/records/clock'
import { interviewersOf } from '../../app/records/interviewers/interviewer'
import { newestStudy } from '../../app/records/studies'
import type { Desk } from '../../jobs/desk'

/** How many of the interviews that wait for a day get one; the others are left for the visitor to plan. */
const PLANNED = 14
/** At how many locations there is a room, and when it can be had on working days. */
const LOCATIONS = 4
const OPEN = { from: 9 * 60, until: 17 * 60 }
/** The first times of a day, in minutes; without one it is right after the talk. */
const TIMES = [9 * 60 + 30, 11 * 60, 13 * 60 + 15, 15 * 60, null] as const
const FRIDAY = 5

/**
 * Rooms, the days of interviewers, and interviews in the two weeks from the demo's today on, which the files of the cohort do
 * not tell. Once: later starts find them there. What cannot stand (a day outside a window, somebody who may not) is left out.
 */
export async function fillCalendar({ study: db }: Pick<Desk, 'study'>, actor: string): Promise<void> {
  const study = await newestStudy(db)
  const clock = study && (await clockOf(db, study.id))
  if (!study || !clock || (await roomsOf(db, study)).length > 0) return
  const { today } = clock
  const occasion = { study, actor, today }
  const { items } = await unplanned(db, occasion, { location: null, limit: 200 })
  const codes = (await interviewersOf(db, study)).filter(({ endedOn }) => endedOn === null).map(({ code }) => code)
  await together(db, { keep: true }, async (within) => {
    for (const location of [...new Set(items.map((one) => one.location))].toSorted().slice(0, LOCATIONS))
      await addRoom(within, occasion, { location, name: 'Spreekkamer 1' })
    const rooms = await roomsOf(within, study)
    for (const { id } of rooms)
      for (const weekday of [1, 2, 3, 4, 5]) await addRoomHours(within, occasion, { roomId: id, weekday, ...OPEN })
    const [first, second] = codes
    for (const weekday of [1, 2, 4])
      if (first) await addAvailability(within, occasion, { code: first, weekday, ...OPEN, location: null })
    const monday = addDays(mondayOf(today), 7)
    if (second) await awayFrom(within, occasion, { code: second, from: monday, until: addDays(monday, 2) })
    for (const [at, one] of items.slice(0, PLANNED).entries()) {
      const pair = await pairPlan(within, occasion, one.pseudonym)
      if (!pair?.wave) continue
      await planInterview(within, occasion, {
        registrationId: pair.registrationId,
        wave: pair.wave,
        on: pair.talkOn ?? workingDay(today, at),
        at: TIMES[at % TIMES.length] ?? null,
        location: pair.location,
        roomId:
          at % TIMES.length === TIMES.length - 1
            ? null
            : (rooms.find((room) => room.location === pair.location)?.id ?? null),
        interviewer: codes[at % Math.max(1, codes.length)] ?? null,
        knowingly: true,
      })
    }
  })
}

/** One of the working days from today on, in turn. */
function workingDay(today: Day, turn: number): Day {
  const days = [...daysFrom(today), ...daysFrom(addDays(today, 7))].filter((day) => weekdayOf(day) <= FRIDAY)
  return days[turn % days.length] ?? today
}
