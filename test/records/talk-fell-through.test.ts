import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../app/platform/id'
import { addDays, type Day, fromColumn } from '../../app/protocol/day'
import { cancelAppointment } from '../../app/records/appointments/change-standing'
import { planAppointment } from '../../app/records/fieldwork/appointment'
import { recordNoShow } from '../../app/records/fieldwork/no-show'
import { claimForStaff } from '../../app/records/ledger/staff'
import { tellCoordinators } from '../../app/records/sweeps/coordinators'
import { openWindows, remindAppointments } from '../../app/records/sweeps/windows'
import { comingMessages } from '../../app/records/work/coming-messages'
import { freshDatabase } from '../database'
import { CLOSES, OPENS } from '../people'
import { must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
let registrationId: string
beforeEach(async () => {
  world = await namedWorld(database)
  ;({ registrationId } = await world.interviewed('Evers'))
})

const inWindow = (days: number) => addDays(OPENS, days)
const plan = async (today: Day, appointmentOn: Day) =>
  must(await planAppointment(world.db, world.on(today), { registrationId, wave: 'T2', appointmentOn }))
const missed = async (on: Day) => must(await recordNoShow(world.db, world.on(on), { registrationId, wave: 'T2', on }))
/** The nights from one day to another. */
async function nights(from: Day, to: Day) {
  for (let on = from; on <= to; on = addDays(on, 1)) {
    await openWindows(world.db, world.on(on))
    await remindAppointments(world.db, world.on(on))
  }
}
/** What the ledger has of the asking for a talk: on which day, and what. */
async function asked() {
  const kinds = ['window_opens', 'appointment_reminder']
  const lines = await world.db.mailLine.findMany({ where: { registrationId, kind: { in: kinds } } })
  return lines.map(({ kind, round, plannedOn }) => `${fromColumn(plannedOn)} ${kind} ${round}`).sort()
}
/** What the planner says will come of it, when nothing else happens. */
async function coming(today: Day) {
  const messages = await comingMessages(world.db, world.on(today), registrationId)
  return messages.filter(({ wave }) => wave === 'T2').map(({ kind, round, on }) => `${on} ${kind} ${round}`)
}
const asking = (lines: readonly string[]) => lines.filter((line) => !line.includes('closing_warning'))

test('after a no-show the supervisor is asked for another talk, also after the last reminder', async () => {
  await nights(OPENS, inWindow(30))
  await plan(inWindow(30), inWindow(35))
  await missed(inWindow(35))
  const before = await asked()
  const told = asking(await coming(inWindow(35)))
  expect(told).toEqual([`${inWindow(36)} appointment_reminder 3`])
  await nights(inWindow(36), CLOSES)
  expect(await asked()).toEqual([...before, ...told])
})

test('each talk that fell through is asked about once, and the ladder goes on beside it', async () => {
  await nights(OPENS, inWindow(3))
  await plan(inWindow(3), inWindow(5))
  expect(asking(await coming(inWindow(4)))).toEqual([
    `${inWindow(6)} appointment_reminder 3`,
    `${inWindow(14)} appointment_reminder 1`,
    `${inWindow(28)} appointment_reminder 2`,
  ])
  await missed(inWindow(5))
  await nights(inWindow(5), inWindow(10))
  await plan(inWindow(10), inWindow(20))
  await missed(inWindow(20))
  await nights(inWindow(20), CLOSES)
  expect(await asked()).toEqual([
    `${OPENS} window_opens 0`,
    `${inWindow(6)} appointment_reminder 3`,
    `${inWindow(21)} appointment_reminder 4`,
    `${inWindow(28)} appointment_reminder 2`,
  ])
})

test('an appointment whose day passed without a word is asked about the day after, and so is one that was cancelled', async () => {
  await plan(OPENS, inWindow(10))
  const told = asking(await coming(OPENS))
  await nights(OPENS, inWindow(11))
  expect(await asked()).toEqual([`${inWindow(11)} appointment_reminder 3`])
  await nights(inWindow(12), inWindow(30))
  expect(await asked()).toEqual([...told].sort())
  await plan(inWindow(30), inWindow(60))
  must(
    await cancelAppointment(world.db, world.on(inWindow(40)), { registrationId, wave: 'T2', reason: 'client_cannot' }),
  )
  await nights(inWindow(41), CLOSES)
  expect(await asked()).toEqual([...told, `${inWindow(41)} appointment_reminder 4`].sort())
})

const staff = [{ id: newId(), language: 'nl' }] as const
async function warnings(from: Day, to: Day) {
  const said: string[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) {
    await tellCoordinators(world.db, world.on(on), staff)
    const { mail } = await claimForStaff(world.db, world.on(on), () => true)
    for (const { left } of mail?.warnings ?? []) said.push(`${on} ${left}`)
  }
  return said
}

test('a window whose appointment passed without a word is warned of as one without', async () => {
  await plan(OPENS, inWindow(10))
  const before = addDays(CLOSES, -30)
  expect(await warnings(before, CLOSES)).toEqual([`${addDays(CLOSES, -28)} 28`, `${addDays(CLOSES, -7)} 7`])
  expect(await coming(addDays(CLOSES, -6))).toEqual([])
})

test('a warning that an appointment made needless is given the day after the client did not appear', async () => {
  const due = addDays(CLOSES, -7)
  await tellCoordinators(world.db, world.on(due), staff)
  await plan(due, addDays(CLOSES, -5))
  expect((await claimForStaff(world.db, world.on(due), () => true)).mail?.warnings ?? []).toEqual([])
  await missed(addDays(CLOSES, -5))
  const told = (await coming(addDays(CLOSES, -5))).filter((line) => line.includes('closing_warning'))
  expect(told).toEqual([`${addDays(CLOSES, -4)} closing_warning 7`])
  expect(await warnings(addDays(CLOSES, -4), CLOSES)).toEqual([`${addDays(CLOSES, -4)} 4`])
  const lines = await world.db.mailLine.findMany({
    where: { registrationId, kind: 'closing_warning', staffId: staff[0].id },
  })
  expect(lines).toHaveLength(1)
})
