import { beforeEach, expect, test } from 'vitest'
import { addDays, type Day, toColumn } from '../../app/protocol/day'
import { INTAKE_STEPS, type Stage } from '../../app/protocol/stages'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { recordRefusal } from '../../app/records/fieldwork/refusal'
import { flow, flowBy } from '../../app/records/flow'
import { type FlowChoice, flowCases } from '../../app/records/flow/cases'
import type { FlowStep } from '../../app/records/flow/steps'
import { closeInquiries } from '../../app/records/sweeps/non-response'
import { freshDatabase } from '../database'
import { ASKED, FINALLY, MET, OPENS, REGISTERED } from '../people'
import { must, namedWorld, type World } from '../world'
import { courses, happen } from './random-courses'

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

const whole = ({ entered, there, left, on }: FlowStep) => ({
  entered,
  accounted: left + on + Object.values(there).reduce((sum, n) => sum + n, 0),
})

test('on every day of any course, who came to a step left, stands there or went on; and the places add up', async () => {
  for (const course of courses(4)) {
    const own = await namedWorld(database)
    const days = await happen(own, course)
    for (const on of days.filter((_, index) => index % 4 === 0 || index === days.length - 1)) {
      const { whole: all, by } = await flowBy(own.db, own.study, { on }, 'location')
      expect(await flow(own.db, own.study, { on })).toEqual(all)
      for (const [index, step] of all.steps.entries()) {
        const { entered, accounted } = whole(step)
        expect([on, step.step, accounted]).toEqual([on, step.step, entered])
        expect(Object.values(step.reasons).reduce((sum, n) => sum + n, 0)).toBe(step.left)
        expect(all.steps[index + 1]?.entered ?? 0).toBe(step.on)
        expect(Object.values(by).reduce((sum, part) => sum + (part.steps[index]?.entered ?? 0), 0)).toBe(entered)
      }
    }
    // today's flow, and the column of stages that lists go by
    const now = await flow(own.db, own.study, FINALLY)
    const standing = await own.db.registration.groupBy({
      by: ['stage', 'leftStep'],
      where: { studyId: own.study.id },
      _count: true,
    })
    for (const { stage, leftStep, _count: n } of standing.filter((one) => one.stage !== 'interviewed')) {
      const found = now.steps.filter(({ step, there }) => (stage === 'left' ? step === leftStep : stage in there))
      expect([
        stage,
        leftStep,
        found.map(({ left, there }) => (stage === 'left' ? left : there[stage as 'to_screen'])),
      ]).toEqual([stage, leftStep, [n]])
    }
  }
}, 120_000)

test('a day of the past shows what stood then, also of a case that left and came back', async () => {
  const { registrationId } = await world.inquired('Evers')
  const last = addDays(ASKED, 21)
  await closeInquiries(world.db, world.on(last))
  must(await world.reply('Evers', { repliedOn: last, nextContactOn: null }, addDays(last, 2)))
  const at = async (on: Day) => {
    const { steps } = await flow(world.db, world.study, { on })
    return steps.flatMap(({ step, there, left }) => [
      ...(left > 0 ? [`${step} left`] : []),
      ...Object.entries(there).flatMap(([stage, n]) => (n > 0 ? [stage] : [])),
    ])
  }
  expect(await at(addDays(REGISTERED, -1))).toEqual([])
  expect(await at(REGISTERED)).toEqual(['to_inquire'])
  expect(await at(ASKED)).toEqual(['awaiting_reply'])
  expect(await at(addDays(last, 1))).toEqual(['inquiry left'])
  expect(await at(addDays(last, 2))).toEqual(['to_approach'])
  await world.db.dyad.updateMany({ where: { registrationId }, data: { plannedOn: toColumn(MET) } })
  expect(await at(addDays(last, 2))).toEqual(['planned'])
})

test('the list behind a number has as many cases, a page at a time, and each once', async () => {
  const [course = []] = courses(1)
  const own = await namedWorld(database)
  const on = (await happen(own, course)).at(-1) as Day
  const { steps } = await flow(own.db, own.study, { on })
  const listed = async (choice: FlowChoice) => {
    const ids: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof flowCases>> = await flowCases(
        own.db,
        own.study,
        { on, after, limit: 3 },
        choice,
      )
      ids.push(...page.items.map(({ id }) => id))
      after = page.next
    } while (after)
    expect(new Set(ids).size).toBe(ids.length)
    return ids.length
  }
  for (const { step, entered, there, left, reasons } of steps) {
    expect([step, await listed({ step, of: 'entered' })]).toEqual([step, entered])
    expect([step, await listed({ step, of: 'left', reason: null })]).toEqual([step, left])
    for (const [reason, n] of Object.entries(reasons).filter(([, count]) => count > 0))
      expect([step, reason, await listed({ step, of: 'left', reason })]).toEqual([step, reason, n])
    for (const [stage, n] of Object.entries(there))
      expect([stage, await listed({ step, of: 'there', stage: stage as Stage })]).toEqual([stage, n])
  }
})
