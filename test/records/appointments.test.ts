import { beforeEach, describe, expect, test } from 'vitest'
import { addDays, type Day, fromColumn } from '../../app/protocol/day'
import {
  addAvailability,
  availabilityOf,
  awayFrom,
  endAvailability,
  endAway,
} from '../../app/records/appointments/availability'
import { calendarWeek, caseloads, unplanned } from '../../app/records/appointments/calendar'
import { cancelAppointment, reassign } from '../../app/records/appointments/change-standing'
import { pairPlan } from '../../app/records/appointments/of-pair'
import { type Plan, planInterview } from '../../app/records/appointments/plan-interview'
import { addRoom, addRoomHours, endRoom, endRoomHours, roomsOf } from '../../app/records/appointments/rooms'
import { planAppointment } from '../../app/records/fieldwork/appointment'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { recordNoShow } from '../../app/records/fieldwork/no-show'
import { recordRefusal } from '../../app/records/fieldwork/refusal'
import { planApproach } from '../../app/records/intake/plan'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { CLOSES, MET, OPENS, REPLIED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'
import { atOnce } from './at-once'

const database = await freshDatabase()
let world: World
let registrationId: string
let roomId: string
beforeEach(async () => {
  world = await namedWorld(database)
  await world.qualified('I7')
  await world.qualified('I8')
  ;({ registrationId } = await world.approached('Evers'))
  must(await addRoom(world.db, world.on(REPLIED), { location: 'Utrecht', name: 'Kamer 1' }))
  roomId = (await roomsOf(world.db, world.study))[0]?.id ?? ''
})

const plan = (changes: Partial<Plan> = {}, today: Day = REPLIED) =>
  planInterview(world.db, world.on(today), {
    registrationId,
    wave: 'T1',
    on: MET,
    at: 600,
    location: 'Utrecht',
    roomId,
    interviewer: 'I7',
    knowingly: false,
    ...changes,
  })
const rows = async (id = registrationId) => {
  const found = await world.db.appointment.findMany({
    where: { registrationId: id },
    orderBy: [{ wave: 'asc' }, { seq: 'asc' }],
  })
  return found.map(({ wave, seq, onDay, atMinute, roomId: room, interviewer, state }) =>
    [wave, seq, fromColumn(onDay), atMinute, room && 'room', interviewer, state].join(' '),
  )
}
const plannedOn = async () => {
  const row = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
  return row.plannedOn && fromColumn(row.plannedOn)
}
const other = (changes: Partial<Plan> = {}) =>
  world.approached('Fokkens').then((two) => plan({ registrationId: two.registrationId, ...changes }))

describe('planning', () => {
  test('an interview is planned with its room and interviewer, and the work lists read its day', async () => {
    must(await plan())
    expect(await rows()).toEqual([`T1 1 ${MET} 600 room I7 planned`])
    expect(await plannedOn()).toBe(MET)
    const audit = await world.db.auditEntry.findMany({ where: { studyId: world.study.id, verb: 'book_interview' } })
    expect(audit.map(({ details }) => details)).toEqual([{ wave: 'T1', on: MET }])
  })

  test('another time moves it: the earlier row stays as it was; the same again changes nothing', async () => {
    must(await plan())
    must(await plan())
    must(await plan({ at: null, roomId: null }))
    expect(await rows()).toEqual([`T1 1 ${MET} 600 room I7 moved`, `T1 2 ${MET}   I7 planned`])
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
    expect(await plan(changes)).toMatchObject({ ok: false, refusal: { code, field } })
    expect([await rows(), await plannedOn()]).toEqual([[], null])
  })

  test('a room or a person is not booked twice, and the refusal says by whom', async () => {
    must(await plan())
    const { pseudonym } = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
    expect(await other({ at: 630, interviewer: 'I8', knowingly: true })).toMatchObject({
      refusal: { code: 'room_taken', field: 'room', with: pseudonym, at: 600 },
    })
    expect(await other({ at: 630, roomId: null, knowingly: true })).toMatchObject({
      refusal: { code: 'interviewer_busy', field: 'interviewer', with: pseudonym, at: 600 },
    })
    must(await other({ at: 645 }))
  })

  test('what an interviewer said of their days is planned over by who knows it', async () => {
    must(await awayFrom(world.db, world.on(REPLIED), { code: 'I7', from: REPLIED, until: MET }))
    expect(await plan()).toMatchObject({ refusal: { code: 'interviewer_away', day: MET } })
    must(await plan({ knowingly: true }))
    expect(await rows()).toEqual([`T1 1 ${MET} 600 room I7 planned`])
  })

  test('outside the hours of room and interviewer', async () => {
    const tuesday = { weekday: 2, from: 540, until: 720 }
    must(await addRoomHours(world.db, world.on(REPLIED), { roomId, ...tuesday }))
    must(
      await addAvailability(world.db, world.on(REPLIED), { code: 'I7', location: 'Utrecht', ...tuesday, until: 620 }),
    )
    expect(codeOf(await plan({ at: 700, knowingly: true }))).toBe('room_closed')
    expect(codeOf(await plan())).toBe('interviewer_not_available')
    must(await plan({ at: 570 }))
  })

  test('a second wave is planned within its window, where consent allows it', async () => {
    await world.interviewed('Evers')
    const again = (on: Day) => plan({ wave: 'T2', on }, OPENS)
    expect(await again(addDays(CLOSES, 1))).toMatchObject({ refusal: { code: 'outside_window', field: 'on' } })
    must(await again(CLOSES))
    const window = await world.db.waveWindow.findFirstOrThrow({ where: { registrationId } })
    expect(window.appointmentOn && fromColumn(window.appointmentOn)).toBe(CLOSES)
    expect(await rows()).toEqual([`T2 1 ${CLOSES} 600 room I7 planned`])
  })

  test('of two who book a room at once one gets it, and so with a person', async () => {
    const second = await world.approached('Fokkens')
    const inRoom = await atOnce(
      database,
      roomId,
      [() => plan(), () => plan({ registrationId: second.registrationId, interviewer: 'I8' })],
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
        () => plan({ ...person, registrationId: second.registrationId }),
        () => plan({ ...person, registrationId: third.registrationId }),
      ],
      'study.interviewer',
    )
    expect(byPerson.map(codeOf)).toEqual(['done', 'interviewer_busy'])
  })

  test('many who want one room and one person at one moment: exactly one has both', async () => {
    const names = ['Aalders', 'Berends', 'Cornelis', 'Fokkens', 'Gerrits', 'Hendriks'] as const
    const cases: string[] = []
    for (const name of names) cases.push((await world.approached(name)).registrationId)
    const outcomes = await Promise.all(cases.map((one) => plan({ registrationId: one })))
    expect(outcomes.map(codeOf).toSorted()).toEqual(['done', ...Array(5).fill('room_taken')])
  })
})

describe('what stood', () => {
  test('is given to somebody else, or to nobody yet', async () => {
    expect(
      codeOf(
        await reassign(world.db, world.on(REPLIED), {
          registrationId,
          wave: 'T1',
          interviewer: 'I8',
          knowingly: false,
        }),
      ),
    ).toBe('no_appointment')
    must(await plan())
    const give = (interviewer: string | null) =>
      reassign(world.db, world.on(REPLIED), { registrationId, wave: 'T1', interviewer, knowingly: false })
    must(await give('I8'))
    must(await give(null))
    expect(codeOf(await give('I1'))).toBe('not_qualified_then')
    expect(await rows()).toEqual([
      `T1 1 ${MET} 600 room I7 moved`,
      `T1 2 ${MET} 600 room I8 moved`,
      `T1 3 ${MET} 600 room  planned`,
    ])
  })

  test('is cancelled with a reason, and another day is to be planned', async () => {
    must(await plan())
    const cancel = (reason: string) =>
      cancelAppointment(world.db, world.on(REPLIED), { registrationId, wave: 'T1', reason })
    expect(await cancel('zo maar')).toMatchObject({ refusal: { code: 'required', field: 'reason' } })
    must(await cancel('client_cannot'))
    expect(codeOf(await cancel('client_cannot'))).toBe('no_appointment')
    expect([await rows(), await plannedOn()]).toEqual([[`T1 1 ${MET} 600 room I7 cancelled`], null])
  })

  test('a supervisor who names the same day leaves time and interviewer; another day takes them away', async () => {
    await world.interviewed('Evers')
    must(await plan({ wave: 'T2', on: OPENS }, OPENS))
    const say = (appointmentOn: Day) =>
      planAppointment(world.db, world.on(OPENS), { registrationId, wave: 'T2', appointmentOn })
    must(await say(OPENS))
    expect(await rows()).toEqual([`T2 1 ${OPENS} 600 room I7 planned`])
    must(await say(CLOSES))
    expect(await rows()).toEqual([`T2 1 ${OPENS} 600 room I7 moved`, `T2 2 ${CLOSES}    planned`])
  })

  test('a day planned at the case stands in the calendar, and goes with it', async () => {
    must(await planApproach(world.db, world.on(REPLIED), { registrationId, plannedOn: MET }))
    expect(await rows()).toEqual([`T1 1 ${MET}    planned`])
    must(await planApproach(world.db, world.on(REPLIED), { registrationId, plannedOn: null }))
    expect(await rows()).toEqual([`T1 1 ${MET}    cancelled`])
  })

  test('was held', async () => {
    must(await plan())
    must(await world.consented('Evers'))
    const interview = { registrationId, wave: 'T1', on: MET, contacts: 3, interviewer: 'I8', minutes: 25 }
    must(await holdInterview(world.db, world.on(MET), interview))
    expect(await rows()).toEqual([`T1 1 ${MET} 600 room I7 held`])
  })

  test('was a no-show: each is its own appointment, the third ends the case', async () => {
    for (const nth of [0, 1, 2]) {
      const on = addDays(MET, nth)
      must(await plan({ on, knowingly: true }, on))
      expect(must(await recordNoShow(world.db, world.on(on), { registrationId, wave: 'T1', on }))).toEqual({
        noShows: nth + 1,
        closed: nth === 2,
      })
    }
    expect((await rows()).map((row) => row.split(' ').at(-1))).toEqual(['no_show', 'no_show', 'no_show'])
    expect(codeOf(await plan({ on: addDays(MET, 5), knowingly: true }, addDays(MET, 3)))).toBe('case_left')
  })

  test('a no-show leaves what is planned later, and asks for another day at the second wave too', async () => {
    await world.interviewed('Evers')
    must(await plan({ wave: 'T2', on: addDays(OPENS, 7) }, OPENS))
    must(await recordNoShow(world.db, world.on(OPENS), { registrationId, wave: 'T2', on: OPENS }))
    expect(await rows()).toEqual([`T2 1 ${addDays(OPENS, 7)} 600 room I7 planned`])
    const then = addDays(OPENS, 7)
    must(await recordNoShow(world.db, world.on(then), { registrationId, wave: 'T2', on: then }))
    expect(await rows()).toEqual([`T2 1 ${then} 600 room I7 no_show`])
    expect((await world.db.waveWindow.findFirstOrThrow({ where: { registrationId } })).appointmentOn).toBeNull()
  })

  test('is cancelled when the client refuses or withdraws', async () => {
    must(await plan())
    must(await recordRefusal(world.db, world.on(MET), { registrationId, wave: 'T1', on: MET, reason: 'no_time' }))
    expect(await rows()).toEqual([`T1 1 ${MET} 600 room I7 cancelled`])
    const second = await world.approached('Fokkens')
    must(await plan({ registrationId: second.registrationId }))
    must(await withdraw(world.db, world.on(REPLIED), { clientId: second.clientId, collected: 'keep' }))
    expect(await rows(second.registrationId)).toEqual([`T1 1 ${MET} 600 room I7 cancelled`])
  })
})

describe('rooms', () => {
  test('are added once, ended, and there again with their hours', async () => {
    const add = (changes = {}) =>
      addRoom(world.db, world.on(REPLIED), { location: 'Utrecht', name: 'Kamer 1', ...changes })
    expect(codeOf(await add())).toBe('already_recorded')
    expect(codeOf(await add({ location: 'Nergens' }))).toBe('unknown_location')
    expect(codeOf(await add({ name: '' }))).toBe('required')
    must(await addRoomHours(world.db, world.on(REPLIED), { roomId, weekday: 1, from: 540, until: 1_020 }))
    must(await endRoom(world.db, world.on(REPLIED), roomId))
    expect(await roomsOf(world.db, world.study)).toEqual([])
    expect(codeOf(await endRoom(world.db, world.on(REPLIED), roomId))).toBe('unknown_room')
    must(await add())
    const [room] = await roomsOf(world.db, world.study)
    expect(room).toMatchObject({ id: roomId, hours: [{ weekday: 1, from: 540, until: 1_020 }] })
    must(await endRoomHours(world.db, world.on(REPLIED), room?.hours[0]?.id ?? ''))
    expect(codeOf(await endRoomHours(world.db, world.on(REPLIED), room?.hours[0]?.id ?? ''))).toBe('over_already')
    expect((await roomsOf(world.db, world.study))[0]?.hours).toEqual([])
  })

  test('are not taken away while somebody is to be interviewed in one', async () => {
    must(await plan())
    expect(await endRoom(world.db, world.on(REPLIED), roomId)).toMatchObject({ refusal: { code: 'room_in_use', n: 1 } })
    must(await endRoom(world.db, world.on(addDays(MET, 1)), roomId))
  })

  test.each([
    [{ weekday: 8 }, 'required'],
    [{ until: 540 }, 'ends_before_it_begins'],
    [{ roomId: '01980000-0000-7000-8000-000000000001' }, 'unknown_room'],
  ])('hours are refused: %o', async (changes, code) => {
    const hours = { roomId, weekday: 1, from: 540, until: 1_020, ...changes }
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
    must(await plan())
    must(await other({ at: 540, roomId: null, interviewer: 'I8' }))
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
    const { pseudonym } = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
    const open = async (location: string | null = null) =>
      (await unplanned(world.db, world.on(REPLIED), { location, limit: 10 })).items
    expect(await open()).toEqual([{ pseudonym, wave: 'T1', location: 'Utrecht', due: MET, lacks: 'day' }])
    expect(await open('Almere')).toEqual([])
    must(await plan({ interviewer: null }))
    expect(await open()).toMatchObject([{ lacks: 'interviewer', due: MET }])
    must(await plan())
    expect(await open()).toEqual([])
  })

  test('a week is read by the index on its days, however many there are', async () => {
    const weeks = Array.from({ length: 200 }, (_, n) => addDays(MET, -1 - 7 * (n + 1)))
    await world.db.$executeRaw`
      INSERT INTO study.appointment (id, study_id, registration_id, wave, seq, on_day, minutes, location, state, planned_on)
      SELECT gen_random_uuid(), ${world.study.id}::uuid, ${registrationId}::uuid, 'T' || n, 1, (${weeks}::date[])[1 + n % 200], 45,
             'Utrecht', 'held', ${REPLIED}::date FROM generate_series(100, 10099) n`
    await world.db.$executeRaw`ANALYZE study.appointment`
    const plans = await world.db.$queryRaw<{ 'QUERY PLAN': string }[]>`
      EXPLAIN SELECT * FROM study.appointment a
       WHERE a.study_id = ${world.study.id}::uuid AND a.on_day BETWEEN ${MET}::date AND ${addDays(MET, 6)}::date`
    expect(plans.map((line) => line['QUERY PLAN']).join('\n')).toContain('appointment_study_id_on_day_id_idx')
    expect(await calendarWeek(world.db, world.study, { ...week, monday: weeks[3] as Day })).toHaveLength(50)
  })

  test('of a pair: what is to be held, from which talk, what stood, and what a no-show would do', async () => {
    const { pseudonym } = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
    const shown = (today: Day) => pairPlan(world.db, world.on(today), pseudonym)
    expect(await shown(REPLIED)).toMatchObject({
      wave: 'T1',
      talkOn: MET,
      planned: null,
      outlook: { nth: 1, ends: null },
    })
    must(await plan())
    must(await recordNoShow(world.db, world.on(MET), { registrationId, wave: 'T1', on: MET }))
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
