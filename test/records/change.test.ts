import { beforeEach, expect, test } from 'vitest'
import { done, refuse } from '../../app/protocol/refusal'
import { change } from '../../app/records/change'
import { depart } from '../../app/records/departures'
import { inquire } from '../../app/records/intake/inquire'
import { freshDatabase } from '../database'
import { ASKED, SMIT } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const entries = (verb: string) =>
  world.db.auditEntry.findMany({ where: { studyId: world.study.id, verb }, orderBy: { id: 'asc' } })
const what = { verb: 'try', subject: 'study' }
/** A write that shows whether it was carried out: a departure at a step. */
const leave = (registrationId: string, step: string, request?: string) =>
  change(world.db, world.on(ASKED, request), { ...what, subjectId: registrationId, details: { step } }, async (tx) => {
    await depart(tx, world.on(ASKED), registrationId, step, 'no_reply', ASKED)
    return done(step)
  })
const left = (registrationId: string) => world.db.departure.count({ where: { registrationId } })

test('one write is one entry: who, on which day, what, about which record', async () => {
  const { registrationId } = await world.registered('Evers')
  expect(must(await leave(registrationId, 'inquiry'))).toBe('inquiry')
  expect(await entries('try')).toMatchObject([
    { actor: SMIT, day: new Date(ASKED), subject: 'study', subjectId: registrationId, details: { step: 'inquiry' } },
  ])
})

test('a refusal leaves no trace, neither of the write nor in the trail', async () => {
  const { registrationId } = await world.registered('Evers')
  const refused = await change(world.db, world.on(ASKED), what, async (tx) => {
    await depart(tx, world.on(ASKED), registrationId, 'inquiry', 'no_reply', ASKED)
    return refuse('case_left', { field: 'supervision' })
  })
  expect(refused).toEqual({ ok: false, refusal: { code: 'case_left', field: 'supervision' } })
  expect(await left(registrationId)).toBe(0)
  expect(await entries('try')).toEqual([])
})

test('what throws leaves no trace either, and is thrown', async () => {
  const { registrationId } = await world.registered('Evers')
  const broken = change(world.db, world.on(ASKED), what, async (tx) => {
    await depart(tx, world.on(ASKED), registrationId, 'inquiry', 'no_reply', ASKED)
    throw new Error('broken')
  })
  await expect(broken).rejects.toThrow('broken')
  expect(await left(registrationId)).toBe(0)
  expect(await entries('try')).toEqual([])
})

test('the same request is carried out once, one after the other and at once', async () => {
  const { registrationId } = await world.registered('Evers')
  const many = await Promise.all(['a', 'b', 'c', 'd'].map((step) => leave(registrationId, step, 'file.csv:2')))
  expect(many.map(codeOf).sort()).toEqual(['already_done', 'already_done', 'already_done', 'done'])
  expect(codeOf(await leave(registrationId, 'e', 'file.csv:2'))).toBe('already_done')
  expect(await left(registrationId)).toBe(1)
  expect(await entries('try')).toMatchObject([{ request: 'file.csv:2' }])
  expect(codeOf(await leave(registrationId, 'e', 'file.csv:3'))).toBe('done')
})

test('a request that was refused may be made again', async () => {
  const { registrationId } = await world.registered('Evers', { supervisor: null })
  const ask = () => inquire(world.db, world.on(ASKED, 'form:1'), registrationId)
  expect(codeOf(await ask())).toBe('supervisor_unknown')
  await world.register('Evers')
  expect(codeOf(await ask())).toBe('done')
  expect(codeOf(await ask())).toBe('already_done')
})

test('one waits for the other’s request: if that is refused, this one is carried out', async () => {
  const { registrationId } = await world.registered('Evers')
  let second: Promise<unknown> = Promise.resolve()
  const first = await change(world.db, world.on(ASKED, 'row:1'), what, async () => {
    second = leave(registrationId, 'inquiry', 'row:1')
    return refuse('case_left')
  })
  expect(codeOf(first)).toBe('case_left')
  expect(await second).toMatchObject({ ok: true })
  expect(await entries('try')).toHaveLength(1)
})

test('two studies may use the same request', async () => {
  const other = await namedWorld(database)
  const { registrationId } = await world.registered('Evers')
  must(await leave(registrationId, 'inquiry', 'row:1'))
  expect(codeOf(await change(other.db, other.on(ASKED, 'row:1'), what, async () => done(null)))).toBe('done')
})

test('a course of four verbs is four entries; what was done in the vault is not among them', async () => {
  await world.approached('Evers')
  const all = await world.db.auditEntry.findMany({ where: { studyId: world.study.id }, orderBy: { id: 'asc' } })
  expect(all.map(({ verb }) => verb)).toEqual(['create_study', 'register', 'inquire', 'record_reply'])
})
