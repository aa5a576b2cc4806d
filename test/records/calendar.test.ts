import { beforeEach, describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../app/protocol/day'
import {
  addAvailability,
  availabilityOf,
  awayFrom,
  endAvailability,
  endAway,
} from '../../app/records/appointments/availability'
import { calendarWeek, caseloads, unplanned } from '../../app/records/appointments/calendar'
import { pairPlan } from '../../app/records/appointments/of-pair'
import { addRoom, addRoomHours, endRoom, endRoomHours, roomsOf } from '../../app/records/appointments/rooms'
import { recordNoShow } from '../../app/records/fieldwork/no-show'
import { freshDatabase } from '../database'
import { CLOSES, MET, OPENS, REPLIED } from '../people'
import { codeOf, must, type World } from '../world'
import { type CalendarWorld, calendarWorld } from './calendar-world'

const database = await freshDatabase()
let world: World
let calendar: CalendarWorld
beforeEach(async () => {
  calendar = await calendarWorld(database)
  ;({ world } = calendar)
})

describe('rooms', () => {
  test('are added once, ended, and there again with their hours', async () => {
    const add = (changes = {}) =>
      addRoom(world.db, world.on(REPLIED), { location: 'Utrecht', name: 'Kamer 1', ...changes })
    expect(codeOf(await add())).toBe('already_recorded')
    expect(codeOf(await add({ location: 'Nergens' }))).toBe('unknown_location')
    expect(codeOf(await add({ name: '' }))).toBe('required')
    must(
      await addRoomHours(world.db, world.on(REPLIED), { roomId: calendar.roomId, weekday: 1, from: 540, until: 1_020 }),
    )
    must(await endRoom(world.db, world.on(REPLIED), calendar.roomId))
    expect(await roomsOf(world.db, world.study)).toEqual([])
    expect(codeOf(await endRoom(world.db, world.on(REPLIED), calendar.roomId))).toBe('unknown_room')
    must(await add())
    const [room] = await roomsOf(world.db, world.study)
    expect(room).toMatchObject({ id: calendar.roomId, hours: [{ weekday: 1, from: 540, until: 1_020 }] })
    must(await endRoomHours(world.db, world.on(REPLIED), room?.hours[0]?.id ?? ''))
    expect(codeOf(await endRoomHours(world.db, world.on(REPLIED), room?.hours[0]?.id ?? ''))).toBe('over_already')
    expect((await roomsOf(world.db, world.study))[0]?.hours).toEqual([])
  })

  test('are not taken away while somebody is to be interviewed in one', async () => {
    must(await calendar.plan())
    expect(await endRoom(world.db, world.on(REPLIED), calendar.roomId)).toMatchObject({
      refusal: { code: 'room_in_use', n: 1 },
    })
    must(await endRoom(world.db, world.on(addDays(MET, 1)), calendar.roomId))
  })

  test.each([
    [{ weekday: 8 }, 'required'],
    [{ until: 540 }, 'ends_before_it_begins'],
    [{ roomId: '01980000-0000-7000-8000-000000000001' }, 'unknown_room'],
  ])('hours are refused: %o', async (changes, code) => {
    const hours = { roomId: calendar.roomId, weekday: 1, from: 540, until: 1_020, ...changes }
    expect(codeOf(await addRoomHours(world.db, world.on(REPLIED), hours))).toBe(code)
  })
})

test('an interviewer says when they can come and when they are away, and takes it back', async () => {
  const { db } = world
  const on = world.on(REPLIED)
  const hours = { code: 'I7', weekday: 2, from: 540, until: 720, location: null }
  must(await addAvailability(db, on, hours))
  must(await awayFrom(db, on, { code: 'I7', from: MET, until: MET }))
  const kept = await availabilityOf(db, on, 'I7')
  expect(kept).toMatchObject({ hours: [{ weekday: 2, from: 540, until: 720 }], away: [{ from: MET, until: MET }] })
  expect(codeOf(await addAvailability(db, on, { ...hours, code: 'I1' }))).toBe('unknown_interviewer')
  expect(codeOf(await addAvailability(db, on, { ...hours, location: 'Nergens' }))).toBe('unknown_location')
  expect(codeOf(await awayFrom(db, on, { code: 'I1', from: MET, until: MET }))).toBe('unknown_interviewer')
  expect(codeOf(await awayFrom(db, on, { code: 'I7', from: MET, until: REPLIED }))).toBe('ends_before_it_begins')
  expect(codeOf(await awayFrom(db, world.on(addDays(MET, 1)), { code: 'I7', from: MET, until: MET }))).toBe('day_over')
  // not somebody else's
  expect(codeOf(await endAvailability(db, on, { code: 'I8', id: kept.hours[0]?.id ?? '' }))).toBe('over_already')
  must(await endAvailability(db, on, { code: 'I7', id: kept.hours[0]?.id ?? '' }))
  must(await endAway(db, on, { code: 'I7', id: kept.away[0]?.id ?? '' }))
  expect(await availabilityOf(db, on, 'I7')).toEqual({ hours: [], away: [] })
})

describe('the calendar', () => {
  const week = { monday: addDays(MET, -1), location: null, interviewer: null }

  test('shows a week by time, one location or one interviewer', async () => {
    must(await calendar.plan())
    must(await calendar.other({ at: 540, roomId: null, interviewer: 'I8' }))
    const shown = async (changes = {}) =>
      (await calendarWeek(world.db, world.study, { ...week, ...changes })).map(({ at, room, interviewer, state }) => [
        at,
        room,
        interviewer,
        state,
      ])
    expect(await shown()).toEqual([
      [540, null, 'I8', 'planned'],
      [600, 'Kamer 1', 'I7', 'planned'],
    ])
    expect(await shown({ interviewer: 'I8' })).toHaveLength(1)
    expect(await shown({ location: 'Almere' })).toEqual([])
    expect(await shown({ monday: addDays(MET, 6) })).toEqual([])
    expect(await caseloads(world.db, world.study, week.monday)).toEqual([
      { code: 'I7', planned: 1, held: 0 },
      { code: 'I8', planned: 1, held: 0 },
    ])
  })

  test('beside it stands what has no day, or nobody who holds it', async () => {
    const { pseudonym } = await world.db.dyad.findUniqueOrThrow({ where: { registrationId: calendar.registrationId } })
    const open = async (location: string | null = null) =>
      (await unplanned(world.db, world.on(REPLIED), { location, limit: 10 })).items
    expect(await open()).toEqual([{ pseudonym, wave: 'T1', location: 'Utrecht', due: MET, lacks: 'day' }])
    expect(await open('Almere')).toEqual([])
    must(await calendar.plan({ interviewer: null }))
    expect(await open()).toMatchObject([{ lacks: 'interviewer', due: MET }])
    must(await calendar.plan())
    expect(await open()).toEqual([])
  })

  test('a week is read by the index on its days, however many there are', async () => {
    const weeks = Array.from({ length: 200 }, (_, n) => addDays(MET, -1 - 7 * (n + 1)))
    await world.db.$executeRaw`
      INSERT INTO study.appointment (id, study_id, registration_id, wave, seq, on_day, minutes, location, state, planned_on)
      SELECT gen_random_uuid(), ${world.study.id}::uuid, ${calendar.registrationId}::uuid, 'T' || n, 1, (${weeks}::date[])[1 + n % 200], 45,
             'Utrecht', 'held', ${REPLIED}::date FROM generate_series(100, 10099) n`
    await world.db.$executeRaw`ANALYZE study.appointment`
    const plans = await world.db.$queryRaw<{ 'QUERY PLAN': string }[]>`
      EXPLAIN SELECT * FROM study.appointment a
       WHERE a.study_id = ${world.study.id}::uuid AND a.on_day BETWEEN ${MET}::date AND ${addDays(MET, 6)}::date`
    expect(plans.map((line) => line['QUERY PLAN']).join('\n')).toContain('appointment_study_id_on_day_id_idx')
    expect(await calendarWeek(world.db, world.study, { ...week, monday: weeks[3] as Day })).toHaveLength(50)
  })

  test('of a pair: what is to be held, from which talk, what stood, and what a no-show would do', async () => {
    const { pseudonym } = await world.db.dyad.findUniqueOrThrow({ where: { registrationId: calendar.registrationId } })
    const shown = (today: Day) => pairPlan(world.db, world.on(today), pseudonym)
    expect(await shown(REPLIED)).toMatchObject({
      wave: 'T1',
      talkOn: MET,
      planned: null,
      outlook: { nth: 1, ends: null },
    })
    must(await calendar.plan())
    must(await recordNoShow(world.db, world.on(MET), { registrationId: calendar.registrationId, wave: 'T1', on: MET }))
    expect(await shown(MET)).toMatchObject({
      planned: null,
      outlook: { nth: 2 },
      course: [{ wave: 'T1', at: 600, room: 'Kamer 1', interviewer: 'I7', state: 'no_show' }],
    })
    await world.interviewed('Evers')
    expect(await shown(MET)).toMatchObject({
      wave: 'T2',
      window: { opens: OPENS, closes: CLOSES },
      outlook: { nth: 1 },
    })
    expect(await pairPlan(world.db, world.on(MET), '7KM-2QX-9RA')).toBeNull()
  })
})
