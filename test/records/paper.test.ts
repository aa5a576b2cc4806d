import { beforeEach, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import type { Given, Perspective } from '../../app/protocol/study'
import { conflictsOf } from '../../app/records/entries/conflicts'
import { decideEntry } from '../../app/records/entries/decide'
import { secondEntryShare, setSecondEntryShare } from '../../app/records/paper/share'
import { typeInPaper } from '../../app/records/paper/type-in'
import { agreementOfEntries, interviewsWithoutAnswers, paperOf, waitsForSecond } from '../../app/records/paper/work'
import { freshDatabase } from '../database'
import { MET } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
const AFTER = addDays(MET, 3)
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const share = (percent: number) => setSecondEntryShare(world.db, world.on(MET), percent)
const measured = async (registrationId: string, perspective: Perspective = 'client') =>
  (await world.db.measurement.findFirstOrThrow({ where: { registrationId, perspective } })).id
const type = (measurementId: string, answers: Given, enteredBy = 'I1', on = MET) =>
  typeInPaper(world.db, world.on(AFTER), { measurementId, on, answers, enteredBy })
const stands = async (measurementId: string) =>
  Object.fromEntries(
    (
      await world.db.answer.findMany({
        where: { measurementId, OR: [{ value: { not: null } }, { missing: 'no_answer' }] },
      })
    ).map(({ item, value, missing }) => [item, value ?? missing]),
  )
const SAID = { i01: 6, i04: 'no_answer', mark: 8 } as const satisfies Given

test('a paper that is not drawn counts at once, with the day that stands on it', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const id = await measured(registrationId)
  expect((await interviewsWithoutAnswers(world.db, world.study, 10)).map((one) => one.measurementId)).toEqual([id])
  expect(must(await type(id, SAID))).toEqual({ state: 'in' })
  expect(await world.db.measurement.findUnique({ where: { id } })).toMatchObject({ completedOn: new Date(MET) })
  const kept = await world.db.answer.findMany({ where: { measurementId: id, item: { in: Object.keys(SAID) } } })
  expect(Object.fromEntries(kept.map(({ item, value, missing }) => [item, value ?? missing]))).toEqual(SAID)
  expect(await world.db.entry.findMany({ where: { measurementId: id } })).toMatchObject([
    { way: 'paper', state: 'in', enteredBy: 'I1', version: 1, complete: true },
  ])
  expect(codeOf(await type(id, SAID))).toBe('already_answered')
  expect(await interviewsWithoutAnswers(world.db, world.study, 10)).toEqual([])
})

test('a drawn paper waits for another person; two that are equal count', async () => {
  must(await share(100))
  const { registrationId } = await world.interviewed('Evers')
  const id = await measured(registrationId)
  expect(must(await type(id, SAID))).toEqual({ state: 'waits' })
  expect(await stands(id)).toEqual({})
  expect(codeOf(await type(id, SAID))).toBe('typed_by_same')
  expect(await waitsForSecond(world.db, world.study, 'I1', 10)).toEqual([])
  expect((await waitsForSecond(world.db, world.study, 'I2', 10)).map((one) => one.measurementId)).toEqual([id])
  expect(must(await type(id, SAID, 'I2'))).toEqual({ state: 'in' })
  expect(await stands(id)).toMatchObject(SAID)
  expect(await agreementOfEntries(world.db, world.study)).toMatchObject({ papers: 1, share: 1 })
})

test('two that differ lie side by side until somebody decides; agreement is what was typed, not what was decided', async () => {
  must(await share(100))
  const { registrationId } = await world.interviewed('Evers')
  const id = await measured(registrationId)
  must(await type(id, SAID))
  expect(must(await type(id, { ...SAID, i01: 2 }, 'I2'))).toEqual({ state: 'differs' })
  expect(codeOf(await type(id, SAID, 'I3'))).toBe('waits_for_decision')
  const [waiting] = await conflictsOf(world.db, world.study)
  expect(waiting).toMatchObject({ why: 'second_entry', wave: 'T1', perspective: 'client' })
  const entryId = waiting?.entryId ?? ''
  const decision = { entryId, chosen: { i01: 'aside' as const }, enteredBy: 'I3' }
  expect(must(await decideEntry(world.db, world.on(AFTER), decision))).toMatchObject({ complete: true })
  expect(await stands(id)).toMatchObject({ ...SAID, i01: 2 })
  expect(await conflictsOf(world.db, world.study)).toEqual([])
  const { papers, n, equal } = await agreementOfEntries(world.db, world.study)
  expect([papers, n - equal]).toEqual([1, 1])
})

test('a supervisor’s paper is not for who interviewed the client', async () => {
  const { registrationId } = await world.interviewed('Evers')
  await world.db.measurement.updateMany({
    where: { registrationId, perspective: 'client' },
    data: { interviewer: 'I1' },
  })
  const id = await measured(registrationId, 'supervisor')
  expect(codeOf(await type(id, { i01: 6 }))).toBe('knows_other_side')
  expect(must(await type(id, { i01: 6 }, 'I2'))).toEqual({ state: 'in' })
})

test('what was not asked, is no answer, came too late or was begun on a screen is refused', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const id = await measured(registrationId)
  expect(await type(id, { i01: 9 })).toMatchObject({ refusal: { code: 'out_of_range', field: 'i01', max: 7 } })
  expect(await type(id, { nothing: 1 })).toMatchObject({ refusal: { code: 'unknown_item', field: 'nothing' } })
  expect(await type(id, SAID, 'I1', addDays(MET, -1))).toMatchObject({ refusal: { code: 'before_opening' } })
  expect(await type(id, SAID, 'I1', addDays(AFTER, 1))).toMatchObject({ refusal: { code: 'in_future' } })
  await world.db.measurement.update({ where: { id }, data: { version: 1 } })
  expect(codeOf(await type(id, SAID))).toBe('begun_on_screen')
  expect(codeOf(await type('00000000-0000-4000-8000-000000000000', SAID))).toBe('unknown_measurement')
})

test('typed in by two at once, both are kept', async () => {
  must(await share(100))
  const { registrationId } = await world.interviewed('Evers')
  const id = await measured(registrationId)
  const came = await Promise.all([type(id, SAID, 'I1'), type(id, SAID, 'I2')])
  expect(came.map((one) => must(one).state).sort()).toEqual(['in', 'waits'])
})

test('the share is what was set last, and a number from 0 to 100', async () => {
  expect(await secondEntryShare(world.db, world.study.id)).toBe(0)
  must(await share(10))
  must(await share(25))
  expect(await secondEntryShare(world.db, world.study.id)).toBe(25)
  for (const percent of [-1, 101, 2.5]) expect(codeOf(await share(percent))).toBe('out_of_range')
})

test('a paper is found by the pseudonym of the pair or of the client', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const { client, dyad } = await world.db.registration.findUniqueOrThrow({
    where: { id: registrationId },
    include: { client: true, dyad: true },
  })
  const id = await measured(registrationId)
  const at = { wave: 'T1', perspective: 'client' } as const
  for (const pseudonym of [client.pseudonym, dyad?.pseudonym ?? ''])
    expect(await paperOf(world.db, world.study, { pseudonym, ...at })).toBe(id)
  expect(
    await paperOf(world.db, world.study, { pseudonym: client.pseudonym, wave: 'T2', perspective: 'client' }),
  ).toBeNull()
})
