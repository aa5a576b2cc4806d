import { beforeEach, expect, test } from 'vitest'
import { addDays, type Day } from '../../app/protocol/day'
import { planAppointment } from '../../app/records/fieldwork/appointment'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { loseBeforeWave } from '../../app/records/fieldwork/loss'
import { flow } from '../../app/records/flow'
import { openWindows, remindAppointments } from '../../app/records/sweeps/windows'
import { freshDatabase } from '../database'
import { CLOSES, FINALLY, OPENS } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const lose = (registrationId: string, on: Day, reason = 'supervision_ended', wave = 'T2') =>
  loseBeforeWave(world.db, world.on(on), { registrationId, wave, on, reason })
const plan = (registrationId: string, appointmentOn: Day, today = OPENS) =>
  planAppointment(world.db, world.on(today), { registrationId, wave: 'T2', appointmentOn })
const lines = (registrationId: string) =>
  world.db.mailLine.findMany({ where: { registrationId, wave: 'T2' }, orderBy: { id: 'asc' } })

test('a client lost before the second wave keeps the first; the supervisor is asked for the second', async () => {
  const { registrationId } = await world.interviewed('Evers')
  await openWindows(world.db, world.on(OPENS))
  must(await lose(registrationId, OPENS))
  expect(await world.db.departure.findMany({ where: { registrationId } })).toMatchObject([
    { step: 'T2', reason: 'supervision_ended', leftOn: new Date(OPENS) },
  ])
  expect(await world.db.dyad.findUnique({ where: { registrationId } })).toMatchObject({ unboundOn: null })
  expect(await lines(registrationId)).toMatchObject([
    { kind: 'window_opens', state: 'cancelled', reason: 'client_not_met' },
    { kind: 'questionnaire', state: 'planned' },
  ])
  must(await world.answered('Evers', 'supervisor', { wave: 'T2', on: OPENS }))
  expect((await flow(world.db, world.study, FINALLY)).t2).toEqual({
    clients: 0,
    supervisors: 1,
    dyads: 0,
    lost: { supervision_ended: 1 },
  })
})

test('a wave is lost once, and not after it was held', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const { registrationId: other } = await world.interviewed('Fokkens')
  must(await lose(registrationId, OPENS))
  expect(codeOf(await lose(registrationId, OPENS))).toBe('lost_to_wave')
  const interview = { wave: 'T2', on: OPENS, contacts: null, minutes: null, interviewer: null }
  const held = (id: string) => holdInterview(world.db, world.on(OPENS), { registrationId: id, ...interview })
  expect(codeOf(await held(registrationId))).toBe('lost_to_wave')
  must(await held(other))
  expect(codeOf(await lose(other, OPENS))).toBe('already_held')
})

test('a loss before the window, for a reason of another step, or without a first interview is refused', async () => {
  const { registrationId } = await world.interviewed('Evers')
  expect(await lose(registrationId, addDays(OPENS, -1))).toMatchObject({
    refusal: { code: 'before_window', field: 'on', opens: OPENS },
  })
  expect(codeOf(await lose(registrationId, OPENS, 'no_time'))).toBe('unknown_reason')
  expect(codeOf(await lose(registrationId, OPENS, 'refused', 'T1'))).toBe('already_held')
  const { registrationId: second } = await world.approached('Fokkens')
  expect(codeOf(await lose(second, OPENS))).toBe('not_anchored')
  expect(codeOf(await lose(second, OPENS, 'refused', 'T1'))).toBe('unknown_reason')
})

test.each([
  [addDays(OPENS, -1), 'outside_window'],
  [OPENS, 'done'],
  [CLOSES, 'done'],
  [addDays(CLOSES, 1), 'outside_window'],
] as const)('an appointment on %s: %s', async (on, code) => {
  const { registrationId } = await world.interviewed('Evers')
  expect(codeOf(await plan(registrationId, on))).toBe(code)
  const [window] = await world.db.waveWindow.findMany({ where: { registrationId } })
  expect(window?.appointmentOn).toEqual(code === 'done' ? new Date(on) : null)
})

test('an appointment is planned for today or later; what is told of the past may be over', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const today = addDays(OPENS, 30)
  expect(await plan(registrationId, addDays(today, -1), today)).toMatchObject({
    refusal: { code: 'day_over', field: 'appointment_on' },
  })
  expect(codeOf(await plan(registrationId, today, today))).toBe('done')
  const past = { ...world.on(today), past: true }
  const over = { registrationId, wave: 'T2', appointmentOn: addDays(today, -1) }
  expect(codeOf(await planAppointment(world.db, past, over))).toBe('done')
})

test('while an appointment stands nobody is asked for one', async () => {
  const { registrationId } = await world.interviewed('Evers')
  expect(await openWindows(world.db, world.on(OPENS))).toBe(1)
  must(await plan(registrationId, addDays(OPENS, 40)))
  expect(await lines(registrationId)).toMatchObject([{ kind: 'window_opens', state: 'cancelled' }])
  for (const days of [14, 28]) expect(await remindAppointments(world.db, world.on(addDays(OPENS, days)))).toBe(0)
  must(await plan(registrationId, addDays(OPENS, 20)))
  expect(await world.db.waveWindow.findMany({ where: { registrationId } })).toMatchObject([
    { appointmentOn: new Date(addDays(OPENS, 20)) },
  ])
})

test('an appointment for a client who is lost, held, or of no window is refused', async () => {
  const { registrationId } = await world.approached('Evers')
  expect(codeOf(await plan(registrationId, OPENS))).toBe('not_anchored')
  await world.interviewed('Evers')
  must(await lose(registrationId, OPENS))
  expect(codeOf(await plan(registrationId, OPENS))).toBe('lost_to_wave')
})

test('about a client who may not be asked again nobody is asked for a talk (protocol §6)', async () => {
  const { registrationId } = await world.interviewed('Evers', { approach_again: 'declined' })
  expect(await openWindows(world.db, world.on(OPENS))).toBe(0)
  expect(await remindAppointments(world.db, world.on(addDays(OPENS, 14)))).toBe(0)
  expect(await plan(registrationId, OPENS)).toMatchObject({
    refusal: { code: 'no_consent', scopes: ['approach_again'] },
  })
  expect(await lines(registrationId)).toEqual([])
})
