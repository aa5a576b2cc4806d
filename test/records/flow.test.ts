import { beforeEach, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { INTAKE_STEPS } from '../../app/protocol/stages'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { recordRefusal } from '../../app/records/fieldwork/refusal'
import { flow } from '../../app/records/flow'
import { closeInquiries } from '../../app/records/sweeps/non-response'
import { freshDatabase } from '../database'
import { ASKED, FINALLY, MET, OPENS } from '../people'
import { must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const nothing = {
  register: {},
  no_reply: 0,
  criteria: {},
  supervisor_judgement: {},
  refused: {},
  no_show_three_times: 0,
  practical: 0,
}

test('an empty study has an empty flow', async () => {
  const { steps, ...counts } = await flow(world.db, world.study, FINALLY)
  expect(counts).toEqual({
    ...FINALLY,
    funnel: { registered: 0, inquired: 0, replied: 0, met_criteria: 0, approachable: 0, interviewed: 0 },
    not_included: nothing,
    t1: { clients: 0, supervisors: 0, dyads: 0 },
    t2: { clients: 0, supervisors: 0, dyads: 0, lost: {} },
  })
  expect(steps.map(({ step }) => step)).toEqual([...INTAKE_STEPS, 'T1', 'T2'])
  for (const { step, reasons, there, ...n } of steps) {
    expect(n, step).toEqual({ entered: 0, left: 0, on: 0 })
    expect(new Set([...Object.values(reasons), ...Object.values(there)]).size, step).toBe(1)
  }
})

test('cases under way are in the funnel and under no reason', async () => {
  await world.registered('Aalders')
  await world.inquired('Evers')
  await world.approached('Fokkens')
  await world.interviewed('Gerrits')
  const { funnel, not_included, t1 } = await flow(world.db, world.study, FINALLY)
  expect(funnel).toEqual({ registered: 4, inquired: 3, replied: 2, met_criteria: 2, approachable: 2, interviewed: 1 })
  expect(not_included).toEqual(nothing)
  // held, and the answers not typed in yet
  expect(t1).toEqual({ clients: 0, supervisors: 0, dyads: 0 })
})

test('each step that a case can leave at counts it once, under its reason', async () => {
  await world.registered('Aalders', { status: 'waiting_list' })
  for (const name of ['Berends', 'Cornelis', 'Evers', 'Fokkens'] as const) await world.inquired(name)
  must(await world.reply('Berends', { reason: 'abroad' }))
  must(await world.reply('Cornelis', { reason: 'unknown' }))
  const { registrationId } = await world.approached('Evers')
  must(await recordRefusal(world.db, world.on(MET), { registrationId, wave: 'T1', on: MET, reason: 'unknown' }))
  expect(await closeInquiries(world.db, world.on(addDays(ASKED, 21)))).toBe(1)
  const { funnel, not_included } = await flow(world.db, world.study, FINALLY)
  expect(not_included).toEqual({
    ...nothing,
    register: { waiting_list: 1 },
    no_reply: 1,
    criteria: { abroad: 1 },
    supervisor_judgement: { unknown: 1 },
    refused: { unknown: 1 },
  })
  expect(funnel).toEqual({ registered: 5, inquired: 4, replied: 3, met_criteria: 2, approachable: 1, interviewed: 0 })
})

test('a pair counts where both sides answered, at each wave by itself', async () => {
  const { registrationId } = await world.interviewed('Evers')
  await world.interviewed('Fokkens')
  must(await world.answered('Evers', 'client'))
  must(await world.answered('Evers', 'supervisor'))
  must(await world.answered('Fokkens', 'client'))
  const interview = { registrationId, wave: 'T2', on: OPENS, contacts: null, minutes: null, interviewer: null }
  must(await holdInterview(world.db, world.on(OPENS), interview))
  must(await world.answered('Evers', 'supervisor', { wave: 'T2', on: OPENS }))
  const { t1, t2 } = await flow(world.db, world.study, FINALLY)
  expect(t1).toEqual({ clients: 2, supervisors: 1, dyads: 1 })
  expect(t2).toEqual({ clients: 0, supervisors: 1, dyads: 0, lost: {} })
})
