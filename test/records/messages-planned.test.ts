import { expect, test } from 'vitest'
import { addDays, type Day, fromColumn } from '../../app/protocol/day'
import { MESSAGE_KINDS, messages } from '../../app/protocol/planner/messages'
import { planAppointment } from '../../app/records/fieldwork/appointment'
import { coursesOf } from '../../app/records/work/courses'
import { dailySweep } from '../../jobs/daily-sweep'
import { closeNonResponses } from '../../jobs/non-response'
import { freshDatabase } from '../database'
import { ASKED, CLOSES, type ClientName, MET, OPENS } from '../people'
import { must, namedWorld, type World } from '../world'

const database = await freshDatabase()

/** Plays the days one after another, each with what happens on it first. */
async function play(world: World, from: Day, to: Day, happens: Readonly<Record<string, () => Promise<unknown>>> = {}) {
  for (let on = from; on <= to; on = addDays(on, 1)) {
    await happens[on]?.()
    await dailySweep(world.desk, world.on(on))
    await closeNonResponses(world.desk, world.on(on))
  }
}

/** What the days brought to supervisors about a case, by the ledger: what was said by itself, and on which day. */
async function planned(world: World, registrationId: string) {
  const kinds = MESSAGE_KINDS.filter((kind) => kind !== 'closing_warning')
  const lines = await world.db.mailLine.findMany({ where: { registrationId, kind: { in: [...kinds] } } })
  return lines.map(({ kind, wave, round, plannedOn }) => `${fromColumn(plannedOn)} ${wave} ${kind} ${round}`).sort()
}

/** What the planner says of it from the facts. */
async function said(world: World, registrationId: string, until: Day) {
  const courses = await coursesOf(world.db, world.study, [registrationId])
  return courses
    .flatMap((course) => messages(world.study.protocol, course))
    .filter(({ kind, needless, on }) => kind !== 'closing_warning' && !needless && on <= until)
    .map(({ kind, wave, round, on }) => `${on} ${wave} ${kind} ${round}`)
    .sort()
}

test('what the planner says will be said is what the days bring: nothing more, nothing less, on no other day', async () => {
  const world = await namedWorld(database)
  const silent = await world.inquired('Hendriks')
  const late = await world.inquired('Aalders')
  await play(world, addDays(ASKED, 1), addDays(ASKED, 25), {
    [addDays(ASKED, 9)]: () => world.reply('Aalders', { repliedOn: addDays(ASKED, 9), nextContactOn: null }),
  })
  for (const [{ registrationId }, count] of [[silent, 2] as const, [late, 1] as const]) {
    const brought = await planned(world, registrationId)
    expect(brought).toHaveLength(count)
    expect(brought).toEqual(await said(world, registrationId, addDays(ASKED, 25)))
  }
})

test('so it is from the first interview to the end of the second wave, with and without an appointment', async () => {
  const world = await namedWorld(database)
  const names: readonly ClientName[] = ['Evers', 'Fokkens', 'Gerrits']
  const ids = new Map<ClientName, string>()
  for (const name of names) ids.set(name, (await world.interviewed(name)).registrationId)
  const idOf = (name: ClientName) => ids.get(name) as string
  await play(world, addDays(MET, 1), addDays(MET, 23), {
    [addDays(MET, 10)]: () => world.answered('Evers', 'supervisor', { on: addDays(MET, 10) }),
  })
  const appointmentOn = addDays(OPENS, 29)
  const appoint = async () =>
    must(await planAppointment(world.db, world.on(OPENS), { registrationId: idOf('Evers'), wave: 'T2', appointmentOn }))
  await play(world, addDays(OPENS, -2), addDays(OPENS, 30), { [OPENS]: appoint })
  await play(world, addDays(CLOSES, -30), addDays(CLOSES, 2))
  for (const name of names) {
    const brought = await planned(world, idOf(name))
    expect(brought.length).toBeGreaterThan(0)
    expect(brought, name).toEqual(await said(world, idOf(name), CLOSES))
  }
  // nothing while it stands; its day passes and nobody says what came of it
  expect(await planned(world, idOf('Evers'))).toEqual([
    `${addDays(MET, 7)} T1 questionnaire_reminder 1`,
    `${addDays(OPENS, 30)} T2 appointment_reminder 3`,
  ])
  expect((await planned(world, idOf('Fokkens'))).length).toBe(5)
})
