import { beforeEach, expect, test } from 'vitest'
import { day } from '../../app/protocol/day'
import { endApproval, recordApproval, setInclusionPeriod, setTarget } from '../../app/records/sites/keeping'
import { approvalsOf, periodsOf, recordedOf } from '../../app/records/sites/recorded'
import { freshDatabase } from '../database'
import { MET, REGISTERED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const told = {
  kind: 'regional',
  region: 'Utrecht',
  location: null,
  reference: 'letter 12',
  grantedOn: REGISTERED,
  untilOn: null,
}
const record = (changes: object = {}) => recordApproval(world.db, world.on(MET), { ...told, ...changes })

test('an approval is recorded with where and when it holds, and ends on the day that it is taken back', async () => {
  const { id } = must(await record())
  expect(await approvalsOf(world.db, world.study.id)).toEqual([{ ...told, id, endedOn: null }])
  expect(codeOf(await endApproval(world.db, world.on(MET), id))).toBe('done')
  expect(await approvalsOf(world.db, world.study.id)).toEqual([{ ...told, id, endedOn: MET }])
  expect(codeOf(await endApproval(world.db, world.on(MET), id))).toBe('already_ended')
  expect(codeOf(await endApproval(world.db, world.on(MET), world.study.id))).toBe('unknown_approval')
})

test('one that is still to begin never does', async () => {
  const grantedOn = day('2012-09-01')
  const { id } = must(await record({ grantedOn }))
  must(await endApproval(world.db, world.on(MET), id))
  expect(await approvalsOf(world.db, world.study.id)).toMatchObject([{ grantedOn, endedOn: grantedOn }])
})

test.each([
  [{ kind: 'royal' }, 'required'],
  [{ region: null, location: 'Alkmaar' }, 'required'],
  [{ reference: '' }, 'required'],
  [{ untilOn: day('2012-02-29') }, 'ends_before_it_begins'],
])('an approval that says too little is refused: %o', async (changes, code) => {
  expect(codeOf(await record(changes))).toBe(code)
  expect(await approvalsOf(world.db, world.study.id)).toEqual([])
})

test('the period of a region is the last one that was set', async () => {
  const set = async (region: string, from: string, until: string | null) =>
    codeOf(
      await setInclusionPeriod(world.db, world.on(MET), {
        region,
        from: day(from),
        until: until === null ? null : day(until),
      }),
    )
  expect(await set('Utrecht', '2012-01-01', null)).toBe('done')
  expect(await set('Utrecht', '2012-01-01', null)).toBe('already_recorded')
  expect(await set('Utrecht', '2012-01-01', '2012-11-28')).toBe('done')
  expect(await set('Brabant', '2012-03-01', '2012-02-29')).toBe('ends_before_it_begins')
  expect(await set('', '2012-03-01', null)).toBe('required')
  expect(await set('Brabant', '2012-03-01', '2012-03-01')).toBe('done')
  expect(await periodsOf(world.db, world.study.id)).toEqual([
    { region: 'Brabant', from: '2012-03-01', until: '2012-03-01' },
    { region: 'Utrecht', from: '2012-01-01', until: '2012-11-28' },
  ])
  expect(await world.db.inclusionPeriod.count({ where: { studyId: world.study.id } })).toBe(3)
  expect(await recordedOf(world.db, world.study.id)).toMatchObject({ approvals: [], periods: { length: 2 } })
})

test('a target is a number of a month of a location; what stood before stays', async () => {
  const set = async (changes: object = {}) =>
    codeOf(await setTarget(world.db, world.on(MET), { location: 'Utrecht', month: '2012-03', target: 4, ...changes }))
  expect([await set(), await set(), await set({ target: 0 })]).toEqual(['done', 'already_recorded', 'done'])
  expect(await set({ month: '2012-13' })).toBe('not_a_month')
  expect(await set({ target: -1 })).toBe('out_of_range')
  expect(await set({ target: Number.NaN })).toBe('out_of_range')
  expect(await set({ location: '' })).toBe('required')
  expect(
    await world.db.recruitmentTarget.findMany({ where: { studyId: world.study.id }, orderBy: { seq: 'asc' } }),
  ).toMatchObject([
    { seq: 1, target: 4 },
    { seq: 2, target: 0 },
  ])
})
