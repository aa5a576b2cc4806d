import { beforeEach, expect, test } from 'vitest'
import { conflict, conflictsOf } from '../../../app/records/entries/conflicts'
import { decideEntry } from '../../../app/records/entries/decide'
import { historyOf } from '../../../app/records/entries/history'
import { standingOf } from '../../../app/records/entries/standing'
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

async function begun() {
  const { registrationId, clientId } = await world.interviewed('Evers')
  const { id } = await measurementOf(world, registrationId, 'client')
  return { registrationId, clientId, id }
}
const given = async (id: string) => (await standingOf(world.db, world.study, id))?.given
const aside = async () => (await conflictsOf(world.db, world.study)).map(({ entryId }) => entryId)
const decide = (entryId: string, chosen: Record<string, 'standing' | 'aside'>) =>
  decideEntry(world.db, world.on(MET), { entryId, chosen, enteredBy: 'I2' })

test('two devices at once: one is taken in, the other is kept whole and shown, and nothing is overwritten', async () => {
  const { id, registrationId } = await begun()
  const [tablet, phone] = [device(), device()]
  const both = await atOnce(database, registrationId, [
    () => handIn(world, id, 'client', tablet.next({ i01: 5, i04: 2 })),
    () => handIn(world, id, 'client', phone.next({ i01: 3, i04: 2, i05: 7 })),
  ])
  expect(both.map((one) => must(one).state)).toEqual(['in', 'aside'])
  expect(await given(id)).toEqual({ i01: 5, i04: 2 })
  const [one] = await conflictsOf(world.db, world.study)
  const dyad = await world.db.dyad.findFirstOrThrow({ where: { registrationId } })
  expect(one).toMatchObject({
    pseudonym: dyad.pseudonym,
    wave: 'T1',
    perspective: 'client',
    why: 'two_devices',
    on: MET,
  })
  expect(JSON.stringify(one)).not.toContain('i05')
  const shown = await conflict(world.db, world.study, one?.entryId ?? '')
  expect(shown).toMatchObject({ standing: { answers: { i01: 5 } }, aside: { answers: { i01: 3, i05: 7 } } })
  expect(shown?.items.toSorted()).toEqual(['i01', 'i05'])
})

test('a device that goes on from what stands takes over; the one before it lies aside from then on, its last part only', async () => {
  const { id } = await begun()
  const tablet = device()
  must(await handIn(world, id, 'client', tablet.next({ i01: 5 })))
  const phone = device((await standingOf(world.db, world.study, id))?.base)
  expect(must(await handIn(world, id, 'client', phone.next({ i01: 5, i04: 1 })))).toMatchObject({
    state: 'in',
    version: 2,
  })
  const older = tablet.next({ i01: 6 })
  expect(must(await handIn(world, id, 'client', older)).state).toBe('aside')
  expect(must(await handIn(world, id, 'client', older)).state).toBe('aside')
  expect(must(await handIn(world, id, 'client', tablet.next({ i01: 7 }))).state).toBe('aside')
  expect(await given(id)).toEqual({ i01: 5, i04: 1 })
  expect(await aside()).toHaveLength(1)
  expect(
    await world.db.entry.groupBy({
      by: ['state'],
      where: { measurementId: id },
      _count: true,
      orderBy: { state: 'asc' },
    }),
  ).toEqual([
    { state: 'aside', _count: 1 },
    { state: 'dropped', _count: 1 },
    { state: 'in', _count: 2 },
  ])
})

test('it is decided item by item, as an entry of its own; whoever goes on must begin from there', async () => {
  const { id, registrationId } = await begun()
  const [tablet, phone] = [device(), device()]
  must(await handIn(world, id, 'client', tablet.next({ i01: 5, i04: 2, i06: 1 }, { notes: { '': 'one' } })))
  must(await handIn(world, id, 'client', phone.next({ i01: 3, i04: 4, i05: 7 }, { notes: { i05: 'two' } })))
  const [entryId = ''] = await aside()
  expect(await decide(entryId, { i01: 'aside', i04: 'standing', i06: 'aside' })).toMatchObject({
    refusal: { code: 'required', field: 'i05' },
  })
  const chosen = { i01: 'aside', i04: 'standing', i05: 'aside', i06: 'aside' } as const
  const both = await atOnce(database, registrationId, [() => decide(entryId, chosen), () => decide(entryId, chosen)])
  expect(both.map(codeOf)).toEqual(['done', 'already_decided'])
  expect(await standingOf(world.db, world.study, id)).toMatchObject({
    given: { i01: 3, i04: 2, i05: 7 },
    notes: { '': 'one', i05: 'two' },
    version: 2,
    aside: 0,
    complete: false,
  })
  expect(await given(id)).not.toHaveProperty('i06')
  expect(await aside()).toEqual([])
  const history = await historyOf(world.db, world.study.id, id)
  expect(history.filter(({ version }) => version === 2)).toMatchObject([
    { item: 'i01', from: 5, to: 3, way: 'decision', by: 'I2', why: 'two_devices' },
    { item: 'i05', from: null, to: 7 },
    { item: 'i06', from: 1, to: null },
  ])
  expect(must(await handIn(world, id, 'client', tablet.next({ i01: 1 }))).state).toBe('aside')
  const next = device((await standingOf(world.db, world.study, id))?.base)
  expect(must(await handIn(world, id, 'client', next.next({ i01: 3 }))).state).toBe('in')
})

test('what another device brings of an interview that is over is kept, and what both did is complete', async () => {
  const { id } = await begun()
  const [tablet, phone] = [device(), device()]
  must(await handIn(world, id, 'client', tablet.next({ i01: 5 })))
  const whole = allOf(world, 'client')
  const signed = phone.next(whole, { complete: true })
  expect(must(await handIn(world, id, 'client', signed))).toEqual({ state: 'aside', version: 1, complete: false })
  const [entryId = ''] = await aside()
  const { items = [] } = (await conflict(world.db, world.study, entryId)) ?? {}
  const chosen = Object.fromEntries(items.map((item) => [item, 'aside' as const]))
  expect(must(await decide(entryId, chosen))).toEqual({ version: 2, complete: true })
  expect(await given(id)).toEqual(whole)
  expect(must(await handIn(world, id, 'client', tablet.next({ i01: 2 })))).toMatchObject({
    state: 'aside',
    complete: true,
  })
  expect(await given(id)).toEqual(whole)
})

test('a supervisor’s second device waits for nobody: what they sign off elsewhere counts, and is not shown to staff', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const { id } = await measurementOf(world, registrationId, 'supervisor')
  const [laptop, phone] = [device(), device()]
  must(await handIn(world, id, 'supervisor', laptop.next({ i01: 5 })))
  expect(must(await handIn(world, id, 'supervisor', phone.next({ i01: 3 }))).state).toBe('aside')
  expect(await aside()).toEqual([])
  const { id: entryId } = await world.db.entry.findFirstOrThrow({ where: { measurementId: id, state: 'aside' } })
  expect(await conflict(world.db, world.study, entryId)).toBeNull()
  must(await handIn(world, id, 'supervisor', laptop.next(allOf(world, 'supervisor'), { complete: true })))
  expect(await world.db.entry.count({ where: { measurementId: id, state: 'aside' } })).toBe(0)
  expect(codeOf(await handIn(world, id, 'supervisor', phone.next({ i01: 2 })))).toBe('already_answered')
})

test('nothing is decided about who stopped, and nothing of it is listed; what lay aside goes with the rest', async () => {
  const { id, clientId } = await begun()
  must(await handIn(world, id, 'client', device().next({ i01: 5 }, { notes: { '': 'a note' } })))
  must(await handIn(world, id, 'client', device().next({ i01: 3 }, { notes: { '': 'another' } })))
  const [entryId = ''] = await aside()
  must(await withdraw(world.db, world.on(MET), { clientId, collected: 'keep' }))
  expect(await aside()).toEqual([])
  expect(codeOf(await decide(entryId, { i01: 'aside' }))).toBe('withdrawn')
  must(await withdraw(world.db, world.on(MET), { clientId, collected: 'erase' }))
  const ofIt = { where: { entry: { measurementId: id } } }
  expect([await world.db.enteredAnswer.count(ofIt), await world.db.entryNote.count(ofIt)]).toEqual([0, 0])
  expect(codeOf(await decide(entryId, { i01: 'aside' }))).toBe('already_decided')
})
