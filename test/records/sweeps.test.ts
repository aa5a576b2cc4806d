import { beforeEach, expect, test } from 'vitest'
import { addDays, type Day } from '../../app/protocol/day'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { loseBeforeWave } from '../../app/records/fieldwork/loss'
import { recordRefusal } from '../../app/records/fieldwork/refusal'
import { flow } from '../../app/records/flow'
import { inquireWaiting } from '../../app/records/sweeps/inquiries'
import { closeInquiries, closeQuestionnaires } from '../../app/records/sweeps/non-response'
import { remindQuestionnaires } from '../../app/records/sweeps/questionnaires'
import { remindInquiries } from '../../app/records/sweeps/remind-inquiries'
import { closeWindows, openWindows, remindAppointments } from '../../app/records/sweeps/windows'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { ASKED, CLOSES, FINALLY, MET, OPENS, REGISTERED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'
import { atOnce } from './at-once'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

type Sweep = typeof remindInquiries
/** On which days after `from` the sweep did something, looked at every day of a stretch. */
async function daysOf(sweep: Sweep, from: Day, days: number): Promise<number[]> {
  const busy: number[] = []
  for (let after = 0; after <= days; after++) {
    const count = await sweep(world.db, world.on(addDays(from, after)))
    for (let one = 0; one < count; one++) busy.push(after)
  }
  return busy
}
const rounds = async (registrationId: string, kind: string) =>
  (await world.db.mailLine.findMany({ where: { registrationId, kind }, orderBy: { round: 'asc' } })).map(
    ({ round }) => round,
  )

test('every case that passed step 1 is asked about, once', async () => {
  await world.registered('Evers')
  await world.registered('Fokkens', { status: 'waiting_list' })
  await world.registered('Gerrits')
  expect(await inquireWaiting(world.db, world.on(ASKED))).toBe(2)
  expect(await inquireWaiting(world.db, world.on(ASKED))).toBe(0)
  const { funnel } = await flow(world.db, world.study, FINALLY)
  expect(funnel).toMatchObject({ registered: 3, inquired: 2 })
})

test('the inquiry is asked again after 7 and 14 days, and closed at 21', async () => {
  const { registrationId } = await world.inquired('Evers')
  expect(await daysOf(remindInquiries, ASKED, 30)).toEqual([7, 14])
  expect(await rounds(registrationId, 'inquiry_reminder')).toEqual([1, 2])
  expect(await daysOf(closeInquiries, ASKED, 30)).toEqual([21])
  expect(await world.db.departure.findMany({ where: { registrationId } })).toMatchObject([
    { step: 'inquiry', reason: 'no_reply', leftOn: new Date(addDays(ASKED, 21)) },
  ])
})

test('the questionnaire is asked again after 7 and 14 days, and closed at 21', async () => {
  const { registrationId } = await world.interviewed('Evers')
  expect(await daysOf(remindQuestionnaires, MET, 30)).toEqual([7, 14])
  expect(await rounds(registrationId, 'questionnaire_reminder')).toEqual([1, 2])
  expect(await daysOf(closeQuestionnaires, MET, 30)).toEqual([21])
  expect(await world.db.measurement.findMany({ where: { registrationId, perspective: 'supervisor' } })).toMatchObject([
    { closedOn: new Date(addDays(MET, 21)), completedOn: null },
  ])
})

test('a questionnaire closed after an outage was a non-response from day 21 on', async () => {
  const { registrationId } = await world.interviewed('Evers')
  expect(await closeQuestionnaires(world.db, world.on(addDays(MET, 26)))).toBe(1)
  expect(await world.db.measurement.findMany({ where: { registrationId, perspective: 'supervisor' } })).toMatchObject([
    { closedOn: new Date(addDays(MET, 21)) },
  ])
})

test.each([
  ['inquiry_reminder', remindInquiries, ASKED],
  ['questionnaire_reminder', remindQuestionnaires, MET],
] as const)('%s: after an outage of ten days one comes, not two', async (kind, sweep, from) => {
  const { registrationId } =
    kind === 'inquiry_reminder' ? await world.inquired('Evers') : await world.interviewed('Evers')
  expect(await sweep(world.db, world.on(addDays(from, 16)))).toBe(1)
  expect(await rounds(registrationId, kind)).toEqual([2])
  expect(await daysOf(sweep, addDays(from, 17), 10)).toEqual([])
})

test.each([
  ['inquiry', remindInquiries, closeInquiries, ASKED],
  ['questionnaire', remindQuestionnaires, closeQuestionnaires, MET],
] as const)(
  'an outage over day 21: the %s is closed, and nobody is reminded too late',
  async (kind, remind, close, from) => {
    await (kind === 'inquiry' ? world.inquired('Evers') : world.interviewed('Evers'))
    const back = world.on(addDays(from, 24))
    expect(await remind(world.db, back)).toBe(0)
    expect(await close(world.db, back)).toBe(1)
  },
)

test('an answer ends the reminders', async () => {
  await world.approached('Evers')
  expect(await daysOf(remindInquiries, ASKED, 25)).toEqual([])
  await world.interviewed('Evers')
  must(await world.answered('Evers', 'supervisor', { on: addDays(MET, 8) }))
  expect(await daysOf(remindQuestionnaires, MET, 25)).toEqual([])
  expect(await closeQuestionnaires(world.db, world.on(addDays(MET, 25)))).toBe(0)
})

test('the questionnaire about a client who refused has the same ladder', async () => {
  const { registrationId } = await world.approached('Evers')
  must(await recordRefusal(world.db, world.on(MET), { registrationId, wave: 'T1', on: MET, reason: 'no_time' }))
  expect(await daysOf(remindQuestionnaires, MET, 30)).toEqual([7, 14])
})

test('the window is told of on the day that it opens, once; appointments are asked for at 14 and 28 days', async () => {
  const { registrationId, supervisorId } = await world.interviewed('Evers')
  const until = 30
  expect(await openWindows(world.db, world.on(addDays(OPENS, -1)))).toBe(0)
  expect(await daysOf(openWindows, OPENS, until)).toEqual([0])
  expect(await daysOf(remindAppointments, OPENS, until)).toEqual([14, 28])
  expect(await rounds(registrationId, 'appointment_reminder')).toEqual([1, 2])
  const lines = await world.db.mailLine.findMany({ where: { registrationId, wave: 'T2' }, include: { envelope: true } })
  expect(new Set(lines.map(({ envelope }) => envelope.supervisorId))).toEqual(new Set([supervisorId]))
})

test('a window that nobody looked at is still told of on its last day, and not after', async () => {
  await world.interviewed('Evers')
  expect(await openWindows(world.db, world.on(addDays(CLOSES, 1)))).toBe(0)
  expect(await openWindows(world.db, world.on(CLOSES))).toBe(1)
})

test('a window that passed with nothing heard is a loss, and its supervisor is asked; an interview handed in later undoes it', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const after = addDays(CLOSES, 1)
  expect(await daysOf(closeWindows, CLOSES, 3)).toEqual([1])
  expect((await flow(world.db, world.study, FINALLY)).t2.lost).toEqual({ window_closed: 1 })
  expect(await world.db.departure.findMany({ where: { registrationId } })).toMatchObject([
    { step: 'T2', leftOn: new Date(after), returnedOn: null },
  ])
  const asked = { registrationId, wave: 'T2', perspective: 'supervisor' }
  expect(await world.db.measurement.findMany({ where: asked })).toMatchObject([{ openedOn: new Date(after) }])
  expect(await rounds(registrationId, 'questionnaire')).toEqual([0, 0])
  const interview = { registrationId, wave: 'T2', contacts: null, minutes: null, interviewer: null }
  const held = (on: Day) => holdInterview(world.db, world.on(addDays(CLOSES, 4)), { ...interview, on })
  expect(codeOf(await held(after))).toBe('lost_to_wave')
  must(await held(CLOSES))
  expect((await flow(world.db, world.study, FINALLY)).t2.lost).toEqual({})
  expect(await closeWindows(world.db, world.on(addDays(CLOSES, 9)))).toBe(0)
})

test('no window is closed that was held, lost or withdrawn from', async () => {
  const [held, lost, gone] = [
    await world.interviewed('Evers'),
    await world.interviewed('Fokkens'),
    await world.interviewed('Gerrits'),
  ]
  const second = { wave: 'T2', on: OPENS, contacts: null, minutes: null, interviewer: null }
  must(await holdInterview(world.db, world.on(OPENS), { registrationId: held.registrationId, ...second }))
  const loss = { registrationId: lost.registrationId, wave: 'T2', on: OPENS, reason: 'supervision_ended' }
  must(await loseBeforeWave(world.db, world.on(OPENS), loss))
  must(await withdraw(world.db, world.on(OPENS), { clientId: gone.clientId, collected: 'keep' }))
  expect(await closeWindows(world.db, world.on(addDays(CLOSES, 30)))).toBe(0)
})

test('two sweeps at once do the work of one', async () => {
  const { registrationId } = await world.inquired('Evers')
  const at = world.on(addDays(ASKED, 7))
  const planned = await Promise.all([remindInquiries(world.db, at), remindInquiries(world.db, at)])
  expect(planned.sort()).toEqual([0, 1])
  const end = world.on(addDays(ASKED, 21))
  const close = () => closeInquiries(world.db, end)
  expect((await atOnce(database, registrationId, [close, close])).sort()).toEqual([0, 1])
})

test('a sweep of one study leaves the others alone', async () => {
  const { registrationId } = await world.registered('Evers')
  const other = await namedWorld(database)
  expect(await inquireWaiting(other.db, other.on(ASKED))).toBe(0)
  expect(await closeInquiries(other.db, other.on(addDays(REGISTERED, 99)))).toBe(0)
  expect(await world.db.inquiry.count({ where: { registrationId } })).toBe(0)
})
