import { beforeEach, expect, test } from 'vitest'
import { addDays, type Day } from '../../app/protocol/day'
import { releasable } from '../../app/protocol/released'
import { askedBy } from '../../app/records/asked'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { loseBeforeWave } from '../../app/records/fieldwork/loss'
import { flow } from '../../app/records/flow'
import { withdrawScopes } from '../../app/records/taking-back'
import { withdraw } from '../../app/records/withdrawal'
import { worklist } from '../../app/records/worklist'
import { dailySweep } from '../../jobs/daily-sweep'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { freshDatabase } from '../database'
import { FINALLY, MET, OPENS } from '../people'
import { releasedCases } from '../released'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const AFTER = addDays(MET, 1)
const takeBack = (clientId: string, scopes: string[], on: Day = AFTER) =>
  withdrawScopes(world.db, world.on(on), { clientId, scopes })
/** What the vault says to the study when a client signs: what was taken back before this day is changed too. */
const form = (clientId: string, scope: string, granted: boolean, before: Day | null) =>
  database.vault
    .$executeRaw`SELECT study.set_permissions(${clientId}::uuid, ${[scope]}::text[], ${[granted]}::boolean[], ${before}::date)`
const permission = (clientId: string, scope: string) =>
  world.db.permission.findUnique({ where: { clientId_scope: { clientId, scope } } })
const second = (registrationId: string, on: Day = OPENS) => ({
  registrationId,
  wave: 'T2',
  on,
  contacts: null,
  minutes: null,
  interviewer: null,
})
const released = async () => {
  const all = []
  for (const one of await releasedCases(database.analyst, world.study)) all.push(releasable(world.study.protocol, one))
  return all
}

test('who does not want to be asked again leaves the next wave, and nobody is asked about it', async () => {
  const { registrationId, clientId } = await world.interviewed('Evers')
  must(await world.answered('Evers', 'client'))
  must(await takeBack(clientId, ['approach_again']))
  expect(await permission(clientId, 'approach_again')).toMatchObject({ granted: false, endedOn: new Date(AFTER) })
  expect(await permission(clientId, 'take_part')).toMatchObject({ granted: true, endedOn: null })
  expect(await world.db.departure.findMany({ where: { registrationId } })).toMatchObject([
    { step: 'T2', reason: 'withdrew', leftOn: new Date(AFTER), returnedOn: null },
  ])
  expect((await flow(world.db, world.study, FINALLY)).t2.lost).toEqual({ withdrew: 1 })
  for (const on of [OPENS, ...[14, 28, 120].map((days) => addDays(OPENS, days))]) {
    await dailySweep(world.desk, world.on(on))
    await sendWaitingMail(world.desk, world.on(on))
  }
  expect(await world.db.mailLine.count({ where: { registrationId, wave: 'T2' } })).toBe(0)
  expect(codeOf(await holdInterview(world.db, world.on(OPENS), second(registrationId)))).toBe('lost_to_wave')
  const work = await worklist(world.db, world.on(OPENS), { on: OPENS, role: 'coordinator', limit: null })
  expect(work.items.filter(({ kind }) => kind === 'appointment')).toEqual([])
  expect(await released()).toMatchObject([{ linked: true, measurements: [{ wave: 'T1' }] }])
})

test('in the open window the mail that waits is cancelled in the same transaction, and the link says so', async () => {
  const { registrationId, clientId } = await world.interviewed('Evers')
  must(await world.answered('Evers', 'supervisor'))
  await dailySweep(world.desk, world.on(OPENS))
  const lines = () => world.db.mailLine.findMany({ where: { registrationId, wave: 'T2' } })
  expect(await lines()).toMatchObject([{ kind: 'window_opens', state: 'planned' }])
  const link = { kind: 'appointment', id: registrationId } as const
  expect(await askedBy(world.db, world.study, OPENS, link)).toMatchObject({ state: 'open' })
  must(await takeBack(clientId, ['approach_again'], OPENS))
  expect(await lines()).toMatchObject([{ state: 'cancelled', reason: 'withdrawn' }])
  expect(await askedBy(world.db, world.study, OPENS, link)).toMatchObject({ state: 'stopped' })
  expect(await sendWaitingMail(world.desk, world.on(OPENS))).toMatchObject({ suppressed: 0 })
  expect(codeOf(await world.answered('Evers', 'supervisor', { wave: 'T2', on: OPENS }))).toBe('withdrawn')
})

test('a questionnaire that was under way about a client who was lost closes, and is not counted as lost twice', async () => {
  const { registrationId, clientId } = await world.interviewed('Evers')
  const loss = { registrationId, wave: 'T2', on: OPENS, reason: 'supervision_ended' }
  must(await loseBeforeWave(world.db, world.on(OPENS), loss))
  must(await takeBack(clientId, ['approach_again'], OPENS))
  const asked = { registrationId, wave: 'T2', perspective: 'supervisor' }
  expect(await world.db.measurement.findMany({ where: asked })).toMatchObject([{ closedOn: new Date(OPENS) }])
  expect((await flow(world.db, world.study, FINALLY)).t2.lost).toEqual({ supervision_ended: 1 })
  expect(await world.db.mailLine.count({ where: { registrationId, wave: 'T2', state: 'planned' } })).toBe(0)
})

test('a wave that was held stays, with the supervisor’s side of it', async () => {
  const { registrationId, clientId } = await world.interviewed('Evers')
  must(await holdInterview(world.db, world.on(OPENS), second(registrationId)))
  must(await takeBack(clientId, ['approach_again'], OPENS))
  expect(await world.db.departure.count({ where: { registrationId } })).toBe(0)
  must(await world.answered('Evers', 'supervisor', { wave: 'T2', on: OPENS }))
})

test('taken back before the first interview, it ends the second wave on the day of the first', async () => {
  const { registrationId, clientId } = await world.approached('Evers')
  must(await world.consented('Evers'))
  must(await takeBack(clientId, ['approach_again'], MET))
  expect(await world.db.departure.count({ where: { registrationId } })).toBe(0)
  must(await holdInterview(world.db, world.on(MET), { ...second(registrationId, MET), wave: 'T1', contacts: 3 }))
  expect(await world.db.departure.findMany({ where: { registrationId } })).toMatchObject([
    { step: 'T2', reason: 'withdrew' },
  ])
})

test('without processing under a number nobody is interviewed, and nothing is released', async () => {
  const { registrationId, clientId } = await world.approached('Evers')
  must(await world.consented('Evers'))
  must(await takeBack(clientId, ['pseudonymous_processing'], MET))
  expect((await flow(world.db, world.study, FINALLY)).not_included.refused).toEqual({ withdrew: 1 })
  expect(await world.db.dyad.findUnique({ where: { registrationId } })).toMatchObject({ unboundOn: new Date(MET) })
  const { clientId: theirs } = await world.interviewed('Fokkens')
  must(await world.answered('Fokkens', 'client'))
  expect(await released()).toHaveLength(1)
  must(await takeBack(theirs, ['pseudonymous_processing']))
  expect(await released()).toEqual([null])
})

test.each([
  ['register_linkage', { linked: false, events: [] }],
  ['phone', { linked: true }],
])('taking back %s ends no wave, and a release follows it', async (scope, left) => {
  const { registrationId, clientId } = await world.interviewed('Evers')
  must(await world.answered('Evers', 'client'))
  must(await takeBack(clientId, [scope]))
  expect(await world.db.departure.count({ where: { registrationId } })).toBe(0)
  expect(await world.db.mailLine.count({ where: { registrationId, state: 'planned' } })).toBe(1)
  expect(await released()).toMatchObject([left])
})

test('what cannot be taken back, or was before, is refused and leaves no trace', async () => {
  const { clientId } = await world.interviewed('Evers')
  expect(codeOf(await takeBack(clientId, ['phone', 'take_part']))).toBe('withdraw_altogether')
  expect(codeOf(await takeBack(clientId, ['phone', 'nothing_known']))).toBe('unknown_scope')
  expect(codeOf(await takeBack(clientId, []))).toBe('already_withdrawn')
  expect(await permission(clientId, 'phone')).toMatchObject({ granted: true })
  must(await takeBack(clientId, ['phone']))
  expect(codeOf(await takeBack(clientId, ['phone']))).toBe('already_withdrawn')
  const other = await namedWorld(database)
  const elsewhere = { clientId, scopes: ['approach_again'] }
  expect(codeOf(await withdrawScopes(other.db, other.on(AFTER), elsewhere))).toBe('unknown_client')
  must(await withdraw(world.db, world.on(AFTER), { clientId, collected: 'keep' }))
  expect(codeOf(await takeBack(clientId, ['approach_again']))).toBe('already_withdrawn')
  const said = await world.db.auditEntry.findMany({ where: { subjectId: clientId, verb: 'withdraw_scopes' } })
  expect(said.map(({ details }) => details)).toEqual([{ scopes: 'phone' }])
})

test('an older form gives nothing back; a new one does, and the wave is taken up again', async () => {
  const { registrationId, clientId } = await world.interviewed('Evers')
  must(await takeBack(clientId, ['approach_again']))
  await form(clientId, 'approach_again', true, AFTER)
  expect(await permission(clientId, 'approach_again')).toMatchObject({ granted: false })
  await form(clientId, 'approach_again', true, addDays(AFTER, 1))
  expect(await permission(clientId, 'approach_again')).toMatchObject({ granted: true, endedOn: new Date(AFTER) })
  await form(clientId, 'approach_again', false, AFTER)
  expect(await permission(clientId, 'approach_again')).toMatchObject({ granted: true })
  must(await holdInterview(world.db, world.on(OPENS), second(registrationId)))
  expect((await flow(world.db, world.study, FINALLY)).t2.lost).toEqual({})
})

test('what was taken back before an older form arrived is not given by it', async () => {
  const { clientId } = await world.approached('Evers')
  must(await takeBack(clientId, ['phone'], MET))
  for (const scope of ['phone', 'approach_again']) await form(clientId, scope, true, null)
  expect(await permission(clientId, 'phone')).toMatchObject({ granted: false, endedOn: new Date(MET) })
  expect(await permission(clientId, 'approach_again')).toMatchObject({ granted: true })
})

test('after a withdrawal no form changes anything, in either way', async () => {
  const { clientId } = await world.interviewed('Evers')
  must(await withdraw(world.db, world.on(AFTER), { clientId, collected: 'keep' }))
  const before = await world.db.permission.findMany({ where: { clientId }, orderBy: { scope: 'asc' } })
  for (const scope of world.study.protocol.scopes)
    for (const granted of [true, false]) await form(clientId, scope, granted, addDays(AFTER, 1))
  expect(await world.db.permission.findMany({ where: { clientId }, orderBy: { scope: 'asc' } })).toEqual(before)
})
