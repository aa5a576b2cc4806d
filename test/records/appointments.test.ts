import { beforeEach, describe, expect, test } from 'vitest'
import { addDays, type Day, fromColumn } from '../../app/protocol/day'
import { addAvailability, awayFrom } from '../../app/records/appointments/availability'
import type { Plan } from '../../app/records/appointments/plan-interview'
import { addRoomHours } from '../../app/records/appointments/rooms'
import { freshDatabase } from '../database'
import { CLOSES, MET, OPENS, REPLIED } from '../people'
import { codeOf, must, type World } from '../world'
import { atOnce } from './at-once'
import { type CalendarWorld, calendarWorld } from './calendar-world'

const database = await freshDatabase()
let world: World
let calendar: CalendarWorld
beforeEach(async () => {
  calendar = await calendarWorld(database)
  ;({ world } = calendar)
})

describe('planning', () => {
  test('an interview is planned with its room and interviewer, and the work lists read its day', async () => {
    must(await calendar.plan())
    expect(await calendar.rows()).toEqual([`T1 1 ${MET} 600 room I7 planned`])
    expect(await calendar.plannedOn()).toBe(MET)
    const audit = await world.db.auditEntry.findMany({ where: { studyId: world.study.id, verb: 'book_interview' } })
    expect(audit.map(({ details }) => details)).toEqual([{ wave: 'T1', on: MET }])
  })

  test('another time moves it: the earlier row stays as it was; the same again changes nothing', async () => {
    must(await calendar.plan())
    must(await calendar.plan())
    must(await calendar.plan({ at: null, roomId: null }))
    expect(await calendar.rows()).toEqual([`T1 1 ${MET} 600 room I7 moved`, `T1 2 ${MET}   I7 planned`])
  })

  test.each<[Partial<Plan>, string, string]>([
    [{ on: addDays(REPLIED, -1) }, 'day_over', 'on'],
    [{ wave: 'T9' }, 'unknown_wave', 'wave'],
    [{ wave: 'T2' }, 'not_anchored', 'on'],
    [{ location: 'Nergens' }, 'unknown_location', 'location'],
    [{ roomId: '01980000-0000-7000-8000-000000000001' }, 'unknown_room', 'room'],
    [{ interviewer: 'I1' }, 'not_qualified_then', 'interviewer'],
    [{ on: addDays(MET, 1) }, 'not_the_talk', 'on'],
    [{ at: 1_420 }, 'past_midnight', 'at'],
    [{ at: null }, 'room_needs_time', 'at'],
  ])('%o is refused: %s', async (changes, code, field) => {
    expect(await calendar.plan(changes)).toMatchObject({ ok: false, refusal: { code, field } })
    expect([await calendar.rows(), await calendar.plannedOn()]).toEqual([[], null])
  })

  test('a room or a person is not booked twice, and the refusal says by whom', async () => {
    must(await calendar.plan())
    const { pseudonym } = await world.db.dyad.findUniqueOrThrow({ where: { registrationId: calendar.registrationId } })
    expect(await calendar.other({ at: 630, interviewer: 'I8', knowingly: true })).toMatchObject({
      refusal: { code: 'room_taken', field: 'room', with: pseudonym, at: 600 },
    })
    expect(await calendar.other({ at: 630, roomId: null, knowingly: true })).toMatchObject({
      refusal: { code: 'interviewer_busy', field: 'interviewer', with: pseudonym, at: 600 },
    })
    must(await calendar.other({ at: 645 }))
  })

  test('what an interviewer said of their days is planned over by who knows it', async () => {
    must(await awayFrom(world.db, world.on(REPLIED), { code: 'I7', from: REPLIED, until: MET }))
    expect(await calendar.plan()).toMatchObject({ refusal: { code: 'interviewer_away', day: MET } })
    must(await calendar.plan({ knowingly: true }))
    expect(await calendar.rows()).toEqual([`T1 1 ${MET} 600 room I7 planned`])
  })

  test('outside the hours of room and interviewer', async () => {
    const tuesday = { weekday: 2, from: 540, until: 720 }
    must(await addRoomHours(world.db, world.on(REPLIED), { roomId: calendar.roomId, ...tuesday }))
    must(
      await addAvailability(world.db, world.on(REPLIED), { code: 'I7', location: 'Utrecht', ...tuesday, until: 620 }),
    )
    expect(codeOf(await calendar.plan({ at: 700, knowingly: true }))).toBe('room_closed')
    expect(codeOf(await calendar.plan())).toBe('interviewer_not_available')
    must(await calendar.plan({ at: 570 }))
  })

  test('a second wave is planned within its window, where consent allows it', async () => {
    await world.interviewed('Evers')
    const again = (on: Day) => calendar.plan({ wave: 'T2', on }, OPENS)
    expect(await again(addDays(CLOSES, 1))).toMatchObject({ refusal: { code: 'outside_window', field: 'on' } })
    must(await again(CLOSES))
    const window = await world.db.waveWindow.findFirstOrThrow({ where: { registrationId: calendar.registrationId } })
    expect(window.appointmentOn && fromColumn(window.appointmentOn)).toBe(CLOSES)
    expect(await calendar.rows()).toEqual([`T2 1 ${CLOSES} 600 room I7 planned`])
  })

  test('of two who book a room at once one gets it, and so with a person', async () => {
    const second = await world.approached('Fokkens')
    const inRoom = await atOnce(
      database,
      calendar.roomId,
      [() => calendar.plan(), () => calendar.plan({ registrationId: second.registrationId, interviewer: 'I8' })],
      'study.room',
    )
    expect(inRoom.map(codeOf)).toEqual(['done', 'room_taken'])
    const third = await world.approached('Gerrits')
    const { id } = await world.db.interviewer.findFirstOrThrow({ where: { studyId: world.study.id, code: 'I8' } })
    const person = { interviewer: 'I8', roomId: null, at: 900 }
    const byPerson = await atOnce(
      database,
      id,
      [
        () => calendar.plan({ ...person, registrationId: second.registrationId }),
        () => calendar.plan({ ...person, registrationId: third.registrationId }),
      ],
      'study.interviewer',
    )
    expect(byPerson.map(codeOf)).toEqual(['done', 'interviewer_busy'])
  })

  test('many who want one room and one person at one moment: exactly one has both', async () => {
    const names = ['Aalders', 'Berends', 'Cornelis', 'Fokkens', 'Gerrits', 'Hendriks'] as const
    const cases: string[] = []
    for (const name of names) cases.push((await world.approached(name)).registrationId)
    const outcomes = await Promise.all(cases.map((one) => calendar.plan({ registrationId: one })))
    expect(outcomes.map(codeOf).toSorted()).toEqual(['done', ...Array(5).fill('room_taken')])
  })
})
