import { beforeEach, expect, test } from 'vitest'
import type { StudyTx } from '../../app/platform/database'
import { addDays } from '../../app/protocol/day'
import { done } from '../../app/protocol/refusal'
import { WORK_KINDS } from '../../app/protocol/work'
import { change } from '../../app/records/change'
import { declineAltogether } from '../../app/records/declining'
import { planAppointment } from '../../app/records/fieldwork/appointment'
import { recordNoShow } from '../../app/records/fieldwork/no-show'
import { planApproach } from '../../app/records/intake/plan'
import { changeSupervisor } from '../../app/records/pairs/change-supervisor'
import { followStale, recomputeWork } from '../../app/records/work/recompute'
import { worklist } from '../../app/records/worklist'
import { freshDatabase } from '../database'
import { ASKED, MET, OPENS, REPLIED } from '../people'
import { must, namedWorld, type World } from '../world'
import { atOnce } from './at-once'
import { courses, happen } from './random-courses'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const kept = (registrationId: string) =>
  world.db.work.findMany({ where: { registrationId }, orderBy: [{ opensOn: 'asc' }, { kind: 'asc' }] })
const kinds = async (registrationId: string) => (await kept(registrationId)).map(({ kind, wave }) => `${kind} ${wave}`)
const recompute = () => recomputeWork(world.db, world.on(MET))
/** Facts that other tests bring about by their verbs. */
const facts = (write: (tx: StudyTx) => Promise<unknown>) =>
  change(world.db, world.on(MET), { verb: 'correct_reply', subject: 'registration' }, async (tx) => {
    await write(tx)
    return done(null)
  })
/** What somebody writes without `change()`. */
const unseen = (registrationId: string) =>
  world.db.inquiry.updateMany({ where: { registrationId }, data: { repliedOn: new Date(REPLIED) } })

test('after every verb, what is kept is what the planner makes of the facts', { timeout: 120_000 }, async () => {
  const seen = new Set<string>()
  for (const course of courses(2, { later: true })) {
    const here = await namedWorld(database)
    const look = async (today: typeof MET) => {
      expect(await recomputeWork(here.db, here.on(today))).toEqual([])
      for (const { kind } of await here.db.work.findMany({ where: { studyId: here.study.id } })) seen.add(kind)
    }
    await happen(here, course, look, 1)
  }
  // an interview that is broken off, mail that comes back and months that differ have tests of their own
  const elsewhere = ['resume', 'address', 'reconciliation']
  expect(WORK_KINDS.filter((kind) => !seen.has(kind) && !elsewhere.includes(kind))).toEqual([])
})

test('a case has work as its facts have it, in the transaction of the fact', async () => {
  const { registrationId } = await world.inquired('Evers')
  expect(await kinds(registrationId)).toEqual(['inquiry intake'])
  await world.approached('Evers')
  expect(await kinds(registrationId)).toEqual(['interview T1'])
  await world.interviewed('Evers')
  expect(await kinds(registrationId)).toEqual(['questionnaire T1', 'appointment T2', 'follow_up follow_up'])
})

test('a refusal leaves the work as it was', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const before = await kept(registrationId)
  const late = { registrationId, wave: 'T2', appointmentOn: addDays(OPENS, -1) }
  expect((await planAppointment(world.db, world.on(OPENS), late)).ok).toBe(false)
  expect(await kept(registrationId)).toEqual(before)
})

test('a fact that is written past the door is found, by case, kind and wave, and mended', async () => {
  const { registrationId } = await world.inquired('Evers')
  await unseen(registrationId)
  expect(await kinds(registrationId)).toEqual(['inquiry intake'])
  expect(await recompute()).toEqual([
    { registrationId, kind: 'inquiry', wave: 'intake', what: 'needless' },
    { registrationId, kind: 'screening', wave: 'intake', what: 'missing' },
  ])
  expect(await kinds(registrationId)).toEqual(['screening intake'])
  expect(await recompute()).toEqual([])
})

test('work that was changed by hand is found and mended, with an entry in the audit', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const before = await kept(registrationId)
  const { db } = world
  await db.work.updateMany({ where: { registrationId, kind: 'appointment' }, data: { dueOn: new Date(MET) } })
  await db.work.deleteMany({ where: { registrationId, kind: 'follow_up' } })
  const found = await recompute()
  expect(found.map(({ kind, what }) => `${kind} ${what}`).sort()).toEqual([
    'appointment otherwise',
    'follow_up missing',
  ])
  expect(await kept(registrationId)).toEqual(before)
  const entries = await db.auditEntry.findMany({ where: { studyId: world.study.id, verb: 'mend_work' } })
  expect(entries).toMatchObject([{ subject: 'study', details: { cases: 1 } }])
  await recompute()
  expect(await db.auditEntry.count({ where: { studyId: world.study.id, verb: 'mend_work' } })).toBe(1)
})

test('what a client allows comes from the other room: the case is stale until it is followed, and no mistake', async () => {
  const { registrationId, clientId } = await world.interviewed('Evers', { approach_again: 'declined' })
  expect(await kinds(registrationId)).not.toContain('appointment T2')
  await world.vault.db
    .$executeRaw`SELECT study.set_permissions(${clientId}::uuid, ARRAY['approach_again'], ARRAY[true])`
  expect(await world.db.stale.count({ where: { registrationId } })).toBeGreaterThan(0)
  expect(await recompute()).toEqual([])
  expect(await kinds(registrationId)).toContain('appointment T2')
  expect(await world.db.stale.count({ where: { registrationId } })).toBe(0)
  expect(await followStale(world.db, world.on(MET))).toBe(0)
})

test('mail that comes back is work on an address, until a message goes out again', async () => {
  const { registrationId } = await world.inquired('Evers')
  const state = (to: string) =>
    facts((tx) => tx.mailLine.updateMany({ where: { registrationId }, data: { state: to } }))
  await state('failed')
  expect(await kinds(registrationId)).toEqual(['address intake', 'inquiry intake'])
  const [address] = await kept(registrationId)
  expect(address).toMatchObject({ fact: 'mail_returned', opensOn: new Date(ASKED), dueOn: new Date(ASKED) })
  await state('sent')
  expect(await kinds(registrationId)).toEqual(['inquiry intake'])
  expect(await recompute()).toEqual([])
})

test('an address is mended for nobody once nothing is left to ask, or the supervisor declined', async () => {
  const failed = (registrationId: string) =>
    facts((tx) => tx.mailLine.updateMany({ where: { registrationId }, data: { state: 'failed' } }))
  const { registrationId: last } = await world.interviewed('Fokkens', { approach_again: 'declined' })
  await failed(last)
  expect(await kinds(last)).toContain('address intake')
  must(await world.answered('Fokkens', 'supervisor', { on: addDays(MET, 1) }))
  expect(await kinds(last)).toEqual(['follow_up follow_up'])
  const { registrationId, supervisorId } = await world.interviewed('Evers')
  await failed(registrationId)
  expect(await kinds(registrationId)).toContain('address intake')
  must(await declineAltogether(world.db, world.on(addDays(MET, 1)), supervisorId as string))
  expect(await kinds(registrationId)).toEqual(['appointment T2', 'follow_up follow_up'])
  expect(await recompute()).toEqual([])
})

test('an interview that was broken off is work until the window that it anchors opens', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const where = { registrationId, perspective: 'client' }
  await facts((tx) => tx.measurement.updateMany({ where, data: { brokenOffOn: new Date(MET) } }))
  const [resume] = (await kept(registrationId)).filter(({ kind }) => kind === 'resume')
  expect(resume).toMatchObject({ wave: 'T1', closesOn: new Date(addDays(OPENS, -1)), fact: 'broken_off' })
})

test('two that write about one case at once leave the work of both', async () => {
  const { registrationId } = await world.approached('Evers')
  const { supervisorId: to } = await world.registered('Hendriks')
  const plannedOn = addDays(MET, 3)
  await atOnce<unknown>(database, registrationId, [
    () => planApproach(world.db, world.on(REPLIED), { registrationId, plannedOn }),
    () => changeSupervisor(world.db, world.on(REPLIED), { registrationId, to: to as string }),
    () => recordNoShow(world.db, world.on(MET), { registrationId, wave: 'T1', on: MET }),
  ])
  expect(await recompute()).toEqual([])
})

test('a day of the past shows what was known on it, today what is kept', async () => {
  await world.interviewed('Evers')
  const on = async (day: typeof MET, today: typeof MET) =>
    (await worklist(world.db, world.on(today), { on: day, role: 'coordinator', limit: null })).items
  expect((await on(REPLIED, MET)).map(({ kind, because }) => [kind, because?.fact])).toEqual([
    ['interview', 'talk_told'],
  ])
  // whichever way it is asked, a day on which nothing more happened has the same work
  expect(await on(OPENS, addDays(OPENS, 1))).toEqual(await on(OPENS, OPENS))
  expect(await on(OPENS, OPENS)).toMatchObject([
    { kind: 'questionnaire', state: 'overdue' },
    { kind: 'appointment', opens: OPENS, because: { fact: 'anchor_held', on: MET, cite: '§4.2' } },
  ])
})
