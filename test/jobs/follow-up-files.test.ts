import { beforeEach, expect, test } from 'vitest'
import { auditIsWhole } from '../../app/platform/audit/whole'
import { addDays, addMonths, type Day, day } from '../../app/protocol/day'
import type { Origin } from '../../app/protocol/extract/origin'
import { takeBackEvent } from '../../app/records/follow-up/by-hand'
import { followedTo, sourcesKnown } from '../../app/records/follow-up/known-to'
import { followedUp } from '../../app/records/follow-up/list'
import { importById } from '../../app/records/imports'
import { registerFilesErased } from '../../app/records/retention/register-files'
import { recomputeWork } from '../../app/records/work/recompute'
import { runImport } from '../../jobs/imports/run'
import { retain, retentionReport } from '../../jobs/retention'
import { freshDatabase, type TestDatabase } from '../database'
import { CLIENTS, named, REGISTERED } from '../people'
import { connected } from '../platform/connect'
import { must, namedWorld, type World } from '../world'
import { handedIn } from './import-world'

let database: TestDatabase
let world: World
let registrationId: string
beforeEach(async () => {
  database = await freshDatabase()
  world = await namedWorld(database)
  registrationId = (await world.interviewed('Evers')).registrationId
  await clockOn(OVER)
})

const OVER = addMonths(REGISTERED, 24)
const NUMBER = named('Evers', CLIENTS.Evers).supervisionNumber
const ORIGIN: Origin = { source: 'IRIS', legalBasis: 'Consent, §6', deleteBy: addMonths(OVER, 12), knownTo: OVER }

const clockOn = (today: Day) =>
  connected(database.urls.owner, (owner) =>
    owner.query(
      `INSERT INTO study.clock (study_id, today, target) VALUES ($1, $2, $2)
       ON CONFLICT (study_id) DO UPDATE SET today = excluded.today, target = excluded.target`,
      [world.study.id, today],
    ),
  )
const REPORT = `${NUMBER},2012-11-05,early_intervention_report,,`
const ENDED = `${NUMBER},2013-01-07,ended,negative,repeated_absence`

/** A file of these rows, taken in as the worker does; gives its id. */
async function taken(rows: readonly string[], more: Partial<Origin> = {}, today = OVER): Promise<string> {
  const file = Buffer.from(['supervision,on,event,kind,reason', ...rows, ''].join('\n'))
  const origin = { ...ORIGIN, ...more }
  const sent = { kind: 'followup', file, past: false, apply: true, origin } as const
  const importId = await handedIn(world.desk, world.on(today), sent)
  await runImport(world.desk, importId)
  expect(await importById(world.db, world.study.id, importId)).toMatchObject({ state: 'done', refusedCount: 0 })
  return importId
}
const events = () => world.db.registerEvent.findMany({ where: { registrationId }, orderBy: { happenedOn: 'asc' } })
const night = (on: Day) => retain(world.desk, world.on(on), { announced: true })
const known = (today = OVER) => followedTo(world.db, { study: world.study, today })
const stateNow = async () => (await followedUp(world.db, world.on(OVER), {})).items[0]?.state

test('without a file the register is taken as known up to today; with files up to where the one that lags knows it', async () => {
  expect([await known(), await known(addDays(OVER, 3))]).toEqual([OVER, addDays(OVER, 3)])
  await taken([REPORT], { knownTo: day('2013-06-01') })
  expect(await known()).toBe('2013-06-01')
  await taken([REPORT], { source: 'Politie', knownTo: day('2013-04-01') })
  expect(await known()).toBe('2013-04-01')
  // the same source however it is written
  await taken([REPORT], { source: 'politie', knownTo: day('2013-09-01') })
  expect(await known()).toBe('2013-06-01')
  expect((await sourcesKnown(world.db, world.study.id)).map(({ source, knownTo }) => [source, knownTo])).toEqual([
    ['IRIS', '2013-06-01'],
    ['politie', '2013-09-01'],
  ])
})

test('a file that knows the register to the end of a follow-up ends the work, though it does not name the client', async () => {
  expect(await stateNow()).toBe('lacking')
  await taken([REPORT], { knownTo: addDays(OVER, -1) })
  expect(await stateNow()).toBe('lacking')
  await taken([REPORT], { knownTo: OVER })
  expect(await stateNow()).toBe('known')
})

test('of two sources the one that lags decides whether somebody was followed, as it does for outcomes', async () => {
  await taken([REPORT], { knownTo: OVER })
  expect([await known(), await stateNow()]).toEqual([OVER, 'known'])
  await taken([REPORT], { source: 'Politie', knownTo: day('2013-06-01') })
  expect([await known(), await stateNow()]).toEqual([day('2013-06-01'), 'lacking'])
  await taken([REPORT], { source: 'POLITIE', knownTo: OVER })
  expect([await known(), await stateNow()]).toEqual([OVER, 'known'])
  // one of which nothing could be taken in says nothing, neither far nor near
  const nobody = await handedIn(world.desk, world.on(OVER), {
    ...{ kind: 'followup', past: false, apply: true, origin: { ...ORIGIN, source: 'RISc', knownTo: REGISTERED } },
    file: Buffer.from(`supervision,on,event,kind,reason\nT9999999,2012-03-05,early_intervention_report,,\n`),
  })
  await runImport(world.desk, nobody)
  expect(await importById(world.db, world.study.id, nobody)).toMatchObject({ state: 'done', rows: 1, refusedCount: 1 })
  expect([await known(), await stateNow()]).toEqual([OVER, 'known'])
  expect(await recomputeWork(world.db, world.on(OVER))).toEqual([])
})

test('on its day what a file told is erased, after a week in the report, and then the register is not known any more', async () => {
  const importId = await taken([REPORT, ENDED])
  const due = ORIGIN.deleteBy
  const line = async (on: Day) =>
    (await retentionReport(world.desk, world.on(on))).find(({ kind }) => kind === 'register_files')
  expect(await line(addDays(due, -8))).toMatchObject({ due: 0, soon: 0, goes: 'on_its_day' })
  expect(await line(addDays(due, -7))).toMatchObject({ due: 0, soon: 2 })
  expect(await line(due)).toMatchObject({ due: 2, soon: 0 })
  for (let before = 7; before > 0; before--)
    expect(await night(addDays(due, -before))).toMatchObject({ register_files: 0 })
  expect(await events()).toHaveLength(2)
  expect(await night(due)).toMatchObject({ register_files: 2 })
  expect(await events()).toEqual([])
  expect(await importById(world.db, world.study.id, importId)).toMatchObject({ erased: 2 })
  expect(await registerFilesErased(world.db, world.study.id, addDays(due, -1))).toEqual([{ day: due, count: 2 }])
  expect(await night(addDays(due, 1))).toMatchObject({ register_files: 0 })
  // no event in it means nothing any more; that the follow-up was done stays
  expect(await known(due)).toBe('1900-01-01')
  expect(await stateNow()).toBe('known')
  expect(await auditIsWhole(database.urls.owner, world.vault.keys)).toMatchObject({ ok: true, faults: [] })
})

test('nobody’s events go before they were announced for a week, however near their day was', async () => {
  await taken([REPORT])
  const due = ORIGIN.deleteBy
  expect(await night(due)).toMatchObject({ register_files: 0 })
  expect(await night(addDays(due, 7))).toMatchObject({ register_files: 1 })
})

test('what stands in a later file too stays as long as that file says; what was typed in or taken back by hand stays so', async () => {
  const first = await taken([REPORT, ENDED])
  const later = addMonths(OVER, 36)
  const second = await taken([REPORT], { deleteBy: later })
  expect((await events()).map(({ importId }) => importId)).toEqual([second, first])
  // a file that goes sooner shortens nothing
  await taken([REPORT], { deleteBy: addMonths(OVER, 6) })
  expect((await events()).map(({ importId }) => importId)).toEqual([second, first])
  for (let before = 7; before >= 0; before--) await night(addDays(ORIGIN.deleteBy, -before))
  expect((await events()).map(({ event }) => event)).toEqual(['early_intervention_report'])
  expect(await known(addMonths(OVER, 13))).toBe('1900-01-01')
})

test('what somebody took back, a file does not bring again', async () => {
  await taken([REPORT])
  const [told] = await events()
  const eventId = told?.id ?? ''
  must(await takeBackEvent(world.db, world.on(OVER), { registrationId, eventId, why: 'Another client.' }))
  await taken([REPORT])
  expect(await events()).toMatchObject([{ id: eventId, supersededBy: eventId, takenBackWhy: 'Another client.' }])
})
