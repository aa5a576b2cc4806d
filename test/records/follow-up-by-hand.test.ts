import { beforeEach, expect, test } from 'vitest'
import { addDays, addMonths, day } from '../../app/protocol/day'
import { enterEvent, takeBackEvent } from '../../app/records/follow-up/by-hand'
import { recordEvent } from '../../app/records/follow-up/event'
import { followUpOf } from '../../app/records/follow-up/events-of'
import { followedUp, followUpCounts } from '../../app/records/follow-up/list'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { MET, REGISTERED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const OVER = addMonths(REGISTERED, 24)
const END = day('2012-10-01')
const NOTE = 'Letter of closure, part 3 of the dossier.'
const ending = { event: 'ended', on: END, kind: 'completed', reason: null } as const
const enter = (registrationId: string, more: object = {}, today = OVER) =>
  enterEvent(world.db, world.on(today), { registrationId, dossierNote: NOTE, ...ending, ...more })
const takeBack = (registrationId: string, eventId: string, why = 'Wrong dossier.') =>
  takeBackEvent(world.db, world.on(OVER), { registrationId, eventId, why })
const eventsOf = (registrationId: string) =>
  world.db.registerEvent.findMany({ where: { registrationId }, orderBy: { id: 'asc' } })

test('an event out of a dossier is kept with what was noted, and told with who and when', async () => {
  const { registrationId } = await world.interviewed('Evers')
  expect(must(await enter(registrationId))).toBe('new')
  const { pseudonym } = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
  const found = await followUpOf(world.db, world.study, pseudonym)
  const told = { ...ending, recordedOn: OVER, file: null, note: NOTE, standing: true, takenBack: null }
  expect(found).toMatchObject({ registrationId, startedOn: REGISTERED, events: [told] })
  expect(await followUpOf(world.db, world.study, '222-222-222')).toBeNull()
})

test.each([
  ['required', 'note', { dossierNote: '' }],
  ['too_long', 'note', { dossierNote: 'x'.repeat(2_001) }],
  ['unknown_reason', 'reason', { reason: 'goals_reached' }],
  ['unknown_kind', 'kind', { kind: null }],
  ['before_start', 'on', { on: addDays(REGISTERED, -1) }],
  ['in_future', 'on', { on: addDays(OVER, 1) }],
] as const)('%s is refused at %s', async (code, field, more) => {
  const { registrationId } = await world.interviewed('Evers')
  expect(await enter(registrationId, more)).toMatchObject({ ok: false, refusal: { code, field } })
  expect(await eventsOf(registrationId)).toEqual([])
})

test('nothing is kept of who was not interviewed, said no to the register, or withdrew', async () => {
  const { registrationId } = await world.approached('Fokkens')
  expect(codeOf(await enter(registrationId))).toBe('took_no_part')
  const no = await world.interviewed('Aalders', { [world.study.protocol.registerLinkage]: 'declined' })
  expect(codeOf(await enter(no.registrationId))).toBe('linkage_refused')
  const gone = await world.interviewed('Berends')
  must(await withdraw(world.db, world.on(MET), { clientId: gone.clientId, collected: 'keep' }))
  // what is taken back is no yes any more, so the register is not asked either
  expect(['withdrawn', 'linkage_refused']).toContain(codeOf(await enter(gone.registrationId)))
})

test('what stands already is not entered twice', async () => {
  const { registrationId } = await world.interviewed('Evers')
  must(await enter(registrationId))
  expect(await enter(registrationId)).toMatchObject({ refusal: { code: 'already_recorded', field: 'event' } })
})

test('taken back it stays and counts no more, what it had corrected counts again, and it can be entered anew', async () => {
  const { registrationId } = await world.interviewed('Evers')
  must(await recordEvent(world.db, world.on(OVER), { registrationId, ...ending }))
  expect(must(await enter(registrationId, { kind: 'negative', reason: 'repeated_absence' }))).toBe('correction')
  const [, wrong] = await eventsOf(registrationId)
  const eventId = wrong?.id ?? ''
  expect(await takeBack(registrationId, eventId, '')).toMatchObject({ refusal: { code: 'required', field: 'why' } })
  must(await takeBack(registrationId, eventId))
  expect(await eventsOf(registrationId)).toMatchObject([
    { kind: 'completed', supersededBy: null },
    { kind: 'negative', supersededBy: eventId, takenBackOn: new Date(OVER), takenBackWhy: 'Wrong dossier.' },
  ])
  expect(codeOf(await takeBack(registrationId, eventId))).toBe('event_superseded')
  expect(codeOf(await takeBack(registrationId, registrationId))).toBe('unknown_event')
  const other = await world.interviewed('Fokkens')
  expect(codeOf(await takeBack(other.registrationId, eventId))).toBe('unknown_event')
  expect(must(await enter(registrationId, { kind: 'negative', reason: 'repeated_absence' }))).toBe('correction')
})

test('who lacks follow-up, of whom it is due, and of whom it is known', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const { clientId } = await world.interviewed('Fokkens')
  await world.approached('Aalders')
  const stateOn = async (today: string) =>
    (await followedUp(world.db, world.on(today), {})).items.map(({ state, until, heardOn, ended }) => [
      state,
      until,
      heardOn,
      ended,
    ])
  expect(await stateOn(addDays(OVER, -57))).toEqual(Array(2).fill(['later', OVER, null, null]))
  expect(await stateOn(addDays(OVER, -56))).toEqual(Array(2).fill(['due', OVER, null, null]))
  expect(await stateOn(OVER)).toEqual(Array(2).fill(['lacking', OVER, null, null]))
  must(await enter(registrationId))
  const { counts, locations } = await followUpCounts(world.db, world.on(OVER))
  expect([counts, locations]).toEqual([{ lacking: 1, due: 0, later: 0, known: 1 }, ['Utrecht']])
  const part = async (more: object) => (await followedUp(world.db, world.on(OVER), more)).items.length
  expect([await part({ state: 'known' }), await part({ state: 'due' }), await part({ location: 'Alkmaar' })]).toEqual([
    1, 0, 0,
  ])
  const first = await followedUp(world.db, world.on(OVER), { limit: 1 })
  const second = await followedUp(world.db, world.on(OVER), { limit: 1, after: first.next })
  expect([first.items.length, second.items.length, second.next]).toEqual([1, 1, null])
  expect(second.items[0]?.registrationId).not.toBe(first.items[0]?.registrationId)
  // nobody asks a register about who withdrew
  must(await withdraw(world.db, world.on(OVER), { clientId, collected: 'keep' }))
  expect(await stateOn(OVER)).toEqual([['known', OVER, END, 'completed']])
})
