import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { addDays } from '../../../app/protocol/day'
import { answered } from '../../../app/records/answers'
import { historyOf } from '../../../app/records/entries/history'
import { standingOf } from '../../../app/records/entries/standing'
import { takeInDraft } from '../../../app/records/entries/take-in'
import { closeQuestionnaires } from '../../../app/records/sweeps/non-response'
import { withdraw } from '../../../app/records/withdrawal'
import { freshDatabase } from '../../database'
import { MET } from '../../people'
import { codeOf, must, namedWorld, type World } from '../../world'
import { atOnce } from '../at-once'
import { allOf, device, handIn, measurementOf } from './course'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

async function interview() {
  const { registrationId, clientId } = await world.interviewed('Evers')
  const { id } = await measurementOf(world, registrationId, 'client')
  return { registrationId, clientId, id }
}
async function questionnaire() {
  const { registrationId } = await world.interviewed('Evers')
  const { id } = await measurementOf(world, registrationId, 'supervisor')
  return { registrationId, id }
}
const entries = (measurementId: string) => world.db.entry.count({ where: { measurementId } })

test('what is handed in piece by piece is kept as far as it came, and complete once it is signed off', async () => {
  const { id } = await interview()
  const tablet = device()
  const first = { i01: 5, i04: 2 } as const
  const taken = await handIn(world, id, 'client', tablet.next(first, { seconds: { statements: 50 }, language: 'en' }))
  expect(must(taken)).toEqual({ state: 'in', version: 1, complete: false })
  expect(await standingOf(world.db, world.study, id)).toMatchObject({
    given: first,
    base: { draftId: tablet.draftId, draftSeq: 1 },
    complete: false,
    version: 1,
    language: 'en',
    seconds: { statements: 50 },
  })
  const whole = { ...allOf(world, 'client'), i01: 6, i04: 'no_answer' } as const
  const signed = tablet.next(whole, { complete: true, seconds: { statements: 290 } })
  expect(must(await handIn(world, id, 'client', signed))).toEqual({ state: 'in', version: 2, complete: true })
  const standing = await standingOf(world.db, world.study, id)
  expect(standing).toMatchObject({ given: whole, complete: true, completedOn: MET, version: 2 })
  expect(await world.db.measurement.findUniqueOrThrow({ where: { id } })).toMatchObject({ minutes: 5, closedOn: null })
  const history = await historyOf(world.db, world.study.id, id)
  expect(history.filter(({ item }) => item === 'i01')).toMatchObject([
    { from: null, to: 5, version: 1, way: 'interview', by: 'I1', on: MET },
    { from: 5, to: 6, version: 2 },
  ])
  expect(history.find(({ item, version }) => item === 'i04' && version === 2)).toMatchObject({
    from: 2,
    to: 'no_answer',
  })
})

test('the same part again comes to the same and writes nothing, also when it is over', async () => {
  const { id } = await interview()
  const tablet = device()
  const draft = tablet.next({ i01: 5 })
  must(await handIn(world, id, 'client', draft))
  const { version } = must(await handIn(world, id, 'client', tablet.next(allOf(world, 'client'), { complete: true })))
  const before = await world.db.auditEntry.count()
  for (const again of [draft, { ...draft, answers: { i01: 7 } }])
    expect(must(await handIn(world, id, 'client', again))).toEqual({ state: 'known', version, complete: true })
  expect(await entries(id)).toBe(2)
  expect(await world.db.auditEntry.count()).toBe(before)
  expect((await standingOf(world.db, world.study, id))?.given.i01).toBe(allOf(world, 'client').i01)
})

test('the same part twice at once is one entry', async () => {
  const { id, registrationId } = await interview()
  const draft = device().next({ i01: 5 })
  const both = await atOnce(database, registrationId, [
    () => handIn(world, id, 'client', draft),
    () => handIn(world, id, 'client', draft),
  ])
  expect(both.map((one) => must(one).state)).toEqual(['in', 'known'])
  expect(await entries(id)).toBe(1)
})

test('an answer that is no longer asked is taken away, and when it is over it says that it was not asked', async () => {
  const { id } = await interview()
  const tablet = device()
  const asked = { detained: 1, detention_staff_how: 4 }
  must(await handIn(world, id, 'client', tablet.next(asked)))
  const { detention_staff_how: _, ...without } = asked
  must(await handIn(world, id, 'client', tablet.next({ ...without, detained: 0 })))
  const row = () =>
    world.db.answer.findUniqueOrThrow({
      where: { measurementId_item: { measurementId: id, item: 'detention_staff_how' } },
    })
  expect(await row()).toMatchObject({ value: null, missing: null })
  must(await handIn(world, id, 'client', tablet.next({ ...allOf(world, 'client'), detained: 0 }, { complete: true })))
  expect(await row()).toMatchObject({ value: null, missing: 'not_asked' })
  const history = await historyOf(world.db, world.study.id, id)
  expect(history.filter(({ item }) => item === 'detention_staff_how').map(({ from, to }) => [from, to])).toEqual([
    [null, 4],
    [4, null],
    [null, 'not_asked'],
  ])
  const [released] = await answered(world.db, world.study.id)
  expect(released?.answers).not.toHaveProperty('detention_staff_how')
})

test('an item that has to be said stands in the way of signing off, and not of closing what was broken off', async () => {
  const { id } = await interview()
  const tablet = device()
  const { detained: _, ...rest } = allOf(world, 'client')
  const refused = await handIn(world, id, 'client', tablet.next(rest, { complete: true }))
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'required', field: 'detained' } })
  must(await handIn(world, id, 'client', tablet.next(rest, { brokenOff: true })))
  expect(await standingOf(world.db, world.study, id)).toMatchObject({ complete: false, brokenOffOn: MET })
  must(await handIn(world, id, 'client', tablet.next(rest, { brokenOff: true, complete: true })))
  expect(await standingOf(world.db, world.study, id)).toMatchObject({ complete: true, brokenOffOn: MET })
})

test('an interview that is brought in later counts on the day on which it was held', async () => {
  const { id } = await interview()
  const later = addDays(MET, 3)
  const held = device().next(allOf(world, 'client'), { complete: true, on: MET })
  must(await handIn(world, id, 'client', held, later))
  expect(await standingOf(world.db, world.study, id)).toMatchObject({ completedOn: MET })
  const { id: other } = await measurementOf(world, (await world.interviewed('Fokkens')).registrationId, 'client')
  const ahead = device().next({ i01: 1 }, { on: addDays(later, 1) })
  expect(codeOf(await handIn(world, other, 'client', ahead, later))).toBe('in_future')
  const before = device().next({ i01: 1 }, { on: addDays(MET, -1) })
  expect(codeOf(await handIn(world, other, 'client', before, later))).toBe('before_opening')
})

test('a supervisor’s answer counts up to the last day though it was closed, and cancels what would remind of it', async () => {
  const { id, registrationId } = await questionnaire()
  const last = addDays(MET, 21)
  const laptop = device()
  must(await handIn(world, id, 'supervisor', laptop.next({ i01: 4 }), addDays(MET, 2)))
  await closeQuestionnaires(world.db, world.on(last))
  must(await handIn(world, id, 'supervisor', laptop.next({ i01: 5 }), last))
  expect(await world.db.measurement.findUniqueOrThrow({ where: { id } })).toMatchObject({
    completedOn: null,
    closedOn: new Date(last),
  })
  const late = laptop.next(allOf(world, 'supervisor'), { complete: true })
  expect(codeOf(await handIn(world, id, 'supervisor', late, addDays(last, 1)))).toBe('too_late')
  must(await handIn(world, id, 'supervisor', late, last))
  expect(await world.db.measurement.findUniqueOrThrow({ where: { id } })).toMatchObject({
    completedOn: new Date(last),
    closedOn: null,
  })
  expect(await world.db.mailLine.findMany({ where: { registrationId, kind: 'questionnaire' } })).toMatchObject([
    { state: 'cancelled' },
  ])
})

test('what was signed off is not filled in again', async () => {
  const { id } = await questionnaire()
  const laptop = device()
  must(await handIn(world, id, 'supervisor', laptop.next(allOf(world, 'supervisor'), { complete: true })))
  const changed = { ...allOf(world, 'supervisor'), i01: 7 }
  expect(codeOf(await handIn(world, id, 'supervisor', laptop.next(changed)))).toBe('already_answered')
  expect(codeOf(await handIn(world, id, 'supervisor', device().next(changed)))).toBe('already_answered')
  // pressed twice: another part with the same answers
  const again = laptop.next(allOf(world, 'supervisor'), { complete: true })
  expect(must(await handIn(world, id, 'supervisor', again))).toEqual({ state: 'known', version: 1, complete: true })
})

test.each([
  [{ i02: 1 }, 'unknown_item', 'i02'],
  [{ i01: 8 }, 'out_of_range', 'i01'],
  [{ constructor: 1 }, 'unknown_item', 'constructor'],
])('%j is refused as a whole', async (answers, code, field) => {
  const { id } = await interview()
  const refused = await handIn(world, id, 'client', device().next({ ...answers, i04: 2 } as never))
  expect(refused).toMatchObject({ ok: false, refusal: { code, field } })
  expect(await entries(id)).toBe(0)
})

test('nothing is taken in of who stopped, for another side, or for what is not there', async () => {
  const { id, clientId } = await interview()
  const link = { way: 'link', enteredBy: null, draft: device().next({ i01: 1 }) } as const
  expect(codeOf(await takeInDraft(world.db, world.on(MET), { measurementId: id, ...link }))).toBe('unknown_measurement')
  expect(codeOf(await handIn(world, randomUUID(), 'client', link.draft))).toBe('unknown_measurement')
  must(await withdraw(world.db, world.on(MET), { clientId, collected: 'keep' }))
  expect(codeOf(await handIn(world, id, 'client', link.draft))).toBe('withdrawn')
  expect(await entries(id)).toBe(0)
})

test('notes are kept beside their item, the last one counts, and none is written twice', async () => {
  const { id } = await interview()
  const tablet = device()
  must(await handIn(world, id, 'client', tablet.next({ i01: 1 }, { notes: { i01: 'hesitated', '': 'noisy' } })))
  must(await handIn(world, id, 'client', tablet.next({ i01: 2 }, { notes: { i01: 'asked twice', '': 'noisy' } })))
  expect((await standingOf(world.db, world.study, id))?.notes).toEqual({ i01: 'asked twice', '': 'noisy' })
  expect(await world.db.entryNote.count({ where: { entry: { measurementId: id } } })).toBe(3)
  must(await handIn(world, id, 'client', tablet.next({ i01: 2 }, { notes: { i01: '', '': 'noisy' } })))
  expect((await standingOf(world.db, world.study, id))?.notes).toEqual({ '': 'noisy' })
})
