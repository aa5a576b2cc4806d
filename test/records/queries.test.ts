import { beforeEach, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { batteryNow, itemsOf } from '../../app/protocol/instruments/battery'
import { historyOf } from '../../app/records/entries/history'
import { answerQuery, closeQuery } from '../../app/records/queries/answer'
import { queries, query, queryCounts } from '../../app/records/queries/list'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { MET } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
const AFTER = addDays(MET, 3)
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

/** An interview whose alliance items all got the same answer, which no one can mean. */
async function straightLined() {
  const { registrationId } = await world.interviewed('Evers')
  const items = itemsOf(batteryNow(world.study.protocol, 'T1', 'client'))
  const agreement = items.filter(({ kind }) => kind === 'agreement').map(({ code }) => [code, 5] as const)
  must(await world.answered('Evers', 'client', { answers: Object.fromEntries(agreement) }))
  const measurement = await world.db.measurement.findFirstOrThrow({ where: { registrationId, perspective: 'client' } })
  await world.db.measurement.update({ where: { id: measurement.id }, data: { interviewer: 'I1' } })
  const { items: found } = await queries(world.db, world.study.id, { limit: 10 })
  const asked = found.find(({ rule }) => rule === 'same_answer')
  if (!asked) throw new Error('a question was to be raised')
  return { measurementId: measurement.id, asked }
}
const answerAs = (id: string, more: Partial<Parameters<typeof answerQuery>[2]> = {}) =>
  answerQuery(world.db, world.on(AFTER), { id, reason: 'as_answered', correction: null, interviewer: 'I1', ...more })

test('a question is open, answered with a coded reason, and closed by who runs the study', async () => {
  const { asked } = await straightLined()
  expect(asked).toMatchObject({ state: 'open', wave: 'T1', perspective: 'client', interviewer: 'I1' })
  expect(codeOf(await closeQuery(world.db, world.on(AFTER), asked.id))).toBe('query_not_answered')
  expect(codeOf(await answerAs(asked.id, { reason: '' }))).toBe('required')
  must(await answerAs(asked.id))
  expect(codeOf(await answerAs(asked.id))).toBe('query_answered')
  must(await closeQuery(world.db, world.on(AFTER), asked.id))
  expect(await query(world.db, world.study.id, asked.id, {})).toMatchObject({
    state: 'closed',
    reason: 'as_answered',
    answeredOn: AFTER,
    closedOn: AFTER,
    closedBy: 'account',
  })
  expect(await queryCounts(world.db, world.study.id, {})).toEqual({ open: 0, answered: 0, closed: 1 })
})

test('a correction is an entry with its reason; the rule closes what it no longer finds', async () => {
  const { asked, measurementId } = await straightLined()
  expect(await answerAs(asked.id, { reason: 'mistyped', correction: 9 })).toMatchObject({
    refusal: { code: 'out_of_range', field: 'correction', max: 7 },
  })
  must(await answerAs(asked.id, { reason: 'mistyped', correction: 2 }))
  const history = (await historyOf(world.db, world.study.id, measurementId)).filter(({ item }) => item === asked.item)
  expect(history).toMatchObject([
    { from: null, to: 5, way: 'import', why: null },
    { from: 5, to: 2, way: 'decision', by: 'I1', why: 'mistyped' },
  ])
  const answer = { measurementId_item: { measurementId, item: asked.item } }
  expect(await world.db.answer.findUnique({ where: answer })).toMatchObject({ value: 2, missing: null })
  const before = await query(world.db, world.study.id, asked.id, {})
  expect(before).toMatchObject({ state: 'closed', closedBy: 'rule', reason: 'mistyped' })
})

test('who did not hold the interview finds nothing, and who may not read it corrects nothing', async () => {
  const { asked } = await straightLined()
  expect(codeOf(await answerAs(asked.id, { interviewer: 'I2' }))).toBe('unknown_query')
  expect(await queries(world.db, world.study.id, { interviewer: 'I2', limit: 10 })).toEqual({ items: [], next: null })
  expect(codeOf(await answerAs(asked.id, { interviewer: null, correction: 3 }))).toBe('not_correctable')
  expect(await query(world.db, world.study.id, asked.id, {})).toMatchObject({ state: 'open' })
  const elsewhere = await namedWorld(database)
  expect(await query(elsewhere.db, elsewhere.study.id, asked.id, {})).toBeNull()
})

test('once the client stopped nothing of what was said is changed any more', async () => {
  const { asked } = await straightLined()
  const { clientId } = await world.db.registration.findFirstOrThrow({ where: { studyId: world.study.id } })
  must(await withdraw(world.db, world.on(AFTER), { clientId, collected: 'keep' }))
  expect(codeOf(await answerAs(asked.id, { reason: 'mistyped', correction: 3 }))).toBe('withdrawn')
  must(await answerAs(asked.id))
})

test('answered by two at once it is answered once', async () => {
  const { asked } = await straightLined()
  const outcomes = (await Promise.all([answerAs(asked.id), answerAs(asked.id, { reason: 'other' })])).map(codeOf)
  expect(outcomes.sort()).toEqual(['done', 'query_answered'])
})

test('the list goes on page by page, those raised last first', async () => {
  const { measurementId } = await straightLined()
  const data = Array.from({ length: 5 }, (_, at) => ({
    id: `00000000-0000-4000-8000-00000000000${at}`,
    studyId: world.study.id,
    measurementId,
    rule: 'contradictory',
    item: `i${at}`,
    raisedBy: 'rule',
    raisedOn: new Date(addDays(MET, 10 + at)),
  }))
  await world.db.query.createMany({ data })
  const first = await queries(world.db, world.study.id, { limit: 4 })
  expect(first.items.map(({ item }) => item)).toEqual(['i4', 'i3', 'i2', 'i1'])
  const second = await queries(world.db, world.study.id, { limit: 4, after: first.next })
  expect(second.items.map(({ item }) => item).slice(0, 1)).toEqual(['i0'])
  expect(second.next).toBeNull()
})
