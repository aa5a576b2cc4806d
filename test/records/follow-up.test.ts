import { beforeEach, expect, test } from 'vitest'
import { addDays, addMonths, type Day, day } from '../../app/protocol/day'
import type { RegisterFact } from '../../app/protocol/study'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { recordEvent } from '../../app/records/follow-up/event'
import { deriveOutcomes, publishedRules } from '../../app/records/outcomes'
import { freshDatabase } from '../database'
import { ASKED, MET, OPENS, REGISTERED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'
import { atOnce } from './at-once'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const OVER = addMonths(REGISTERED, 24)
const END = day('2012-10-01')
const negative = { event: 'ended', kind: 'negative', reason: 'repeated_absence' } as const
const record = (registrationId: string, fact: Partial<RegisterFact> & { on: Day }, today = OVER) =>
  recordEvent(world.db, world.on(today), { registrationId, event: 'ended', kind: 'completed', reason: null, ...fact })
const report = { event: 'early_intervention_report', kind: null, reason: null }
const standing = (registrationId: string) =>
  world.db.registerEvent.findMany({ where: { registrationId, supersededBy: null } })
const outcomesOf = async (registrationId: string, followedTo = OVER) =>
  Object.fromEntries(
    (
      await deriveOutcomes(world.db, world.study, {
        followedTo,
        rules: publishedRules(world.study),
        among: [registrationId],
      })
    ).map(({ rule, result: { value, on, relative } }) => [rule.outcome, [value, on, relative]]),
  )

test('the same ending again changes nothing; another corrects it, and the old row is kept', async () => {
  const { registrationId } = await world.interviewed('Evers')
  expect(must(await record(registrationId, { on: END }))).toBe('new')
  expect(must(await record(registrationId, { on: END }))).toBe('unchanged')
  expect(must(await record(registrationId, { on: END, ...negative }))).toBe('correction')
  expect(must(await record(registrationId, { on: END, ...negative }))).toBe('unchanged')
  expect(must(await record(registrationId, { on: addDays(END, 1), ...negative }))).toBe('correction')
  expect(await world.db.registerEvent.count({ where: { registrationId } })).toBe(3)
  expect(await standing(registrationId)).toMatchObject([{ kind: 'negative', happenedOn: new Date(addDays(END, 1)) }])
})

test('an older file imported again does not undo a correction', async () => {
  const { registrationId } = await world.interviewed('Evers')
  must(await record(registrationId, { on: END }))
  must(await record(registrationId, { on: END, ...negative }))
  expect(must(await record(registrationId, { on: END }))).toBe('unchanged')
  expect(await standing(registrationId)).toMatchObject([{ kind: 'negative' }])
  expect(await world.db.registerEvent.count({ where: { registrationId } })).toBe(2)
})

test('a supervision has many reports, each kept; the same one again is not a second', async () => {
  const { registrationId } = await world.interviewed('Evers')
  expect(must(await record(registrationId, { on: END, ...report }))).toBe('new')
  expect(must(await record(registrationId, { on: OPENS, ...report }))).toBe('new')
  expect(must(await record(registrationId, { on: END, ...report }))).toBe('unchanged')
  expect(await standing(registrationId)).toHaveLength(2)
})

test('the same file imported twice at once is imported once', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const again = () => record(registrationId, { on: END, ...negative })
  const both = await atOnce(database, registrationId, [again, again])
  expect(both.map(must).sort()).toEqual(['new', 'unchanged'])
  expect(await standing(registrationId)).toHaveLength(1)
})

test.each([
  ['before_start', 'on', { on: addDays(REGISTERED, -1) }],
  ['in_future', 'on', { on: addDays(OVER, 1) }],
  ['unknown_event', 'event', { on: END, event: 'moved_house' }],
  ['unknown_kind', 'kind', { on: END, kind: 'badly' }],
  ['unknown_kind', 'kind', { on: END, kind: null }],
  ['unknown_reason', 'reason', { on: END, kind: 'negative', reason: 'goals_reached' }],
] as const)('%s is refused at %s', async (code, field, fact) => {
  const { registrationId } = await world.interviewed('Evers')
  expect(await record(registrationId, fact)).toMatchObject({ ok: false, refusal: { code, field } })
  expect(await standing(registrationId)).toEqual([])
})

test('an event of a supervision that never began, or of no supervision, is refused', async () => {
  const { registrationId } = await world.registered('Evers', { startedOn: null, status: 'not_started' })
  expect(codeOf(await record(registrationId, { on: END }))).toBe('before_start')
  expect(codeOf(await record(world.study.id, { on: END }))).toBe('unknown_case')
})

test('a negative ending counts up to the last day of the 24 months, and not a day after', async () => {
  const ids = [await world.interviewed('Evers'), await world.interviewed('Fokkens')]
  for (const [later, { registrationId }] of ids.entries())
    must(await record(registrationId, { on: addDays(OVER, later), ...negative }, addDays(OVER, 9)))
  const [last, after] = await Promise.all(ids.map(({ registrationId }) => outcomesOf(registrationId, addDays(OVER, 9))))
  expect(last?.negative_dropout).toEqual(['yes', OVER, 'no_t2'])
  expect(after?.negative_dropout).toEqual(['no', null, null])
})

test('a corrected ending takes the outcome back', async () => {
  const { registrationId } = await world.interviewed('Evers')
  must(await record(registrationId, { on: END, ...negative }))
  expect((await outcomesOf(registrationId)).negative_dropout?.[0]).toBe('yes')
  must(await record(registrationId, { on: END, kind: 'neutral', reason: 'moved' }))
  expect((await outcomesOf(registrationId)).negative_dropout?.[0]).toBe('missing')
})

test('lapses come from the supervisor’s second questionnaire, with its day; register facts with theirs', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const interview = { wave: 'T2', on: OPENS, contacts: null, minutes: null, interviewer: null }
  must(await holdInterview(world.db, world.on(OPENS), { registrationId, ...interview }))
  const answers = { late_without_notice: 1, did_not_appear: 1, formal_consultation: 0, official_warning: 9 }
  const on = addDays(OPENS, 3)
  must(await world.answered('Evers', 'supervisor', { wave: 'T2', on, answers }))
  must(await record(registrationId, { on: MET, ...report }))
  expect(await outcomesOf(registrationId)).toEqual({
    attendance_lapse: ['yes', on, 'after_t2'],
    formal_action: ['no', on, 'after_t2'],
    negative_dropout: ['no', null, null],
    early_intervention_report: ['yes', MET, 'before_t2'],
  })
})

test('what is not over is not yet known, and who was not interviewed has no outcome', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const { registrationId: other } = await world.approached('Fokkens')
  expect(await outcomesOf(registrationId, addDays(OVER, -1))).toMatchObject({
    negative_dropout: ['not_yet_known', null, null],
    attendance_lapse: ['missing', null, null],
  })
  expect(await outcomesOf(other)).toEqual({})
  must(await record(registrationId, { on: ASKED, ...report }))
  // what is known happened, also after the day up to which the register is known
  expect((await outcomesOf(registrationId, addDays(ASKED, -1))).early_intervention_report?.[0]).toBe('yes')
})
