import { beforeEach, expect, test } from 'vitest'
import { sealAll } from '../../app/platform/audit/heads'
import { auditIsWhole } from '../../app/platform/audit/whole'
import { addDays } from '../../app/protocol/day'
import { releasable } from '../../app/protocol/released'
import { answered } from '../../app/records/answers'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { flow } from '../../app/records/flow'
import { recordEvent } from '../../app/records/follow-up/event'
import { withdraw } from '../../app/records/withdrawal'
import { worklist } from '../../app/records/worklist'
import { freshDatabase } from '../database'
import { FINALLY, MET, OPENS } from '../people'
import { releasedCases } from '../released'
import { codeOf, must, namedWorld, type World } from '../world'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const AFTER = addDays(OPENS, 1)
const second = (registrationId: string) => ({
  registrationId,
  wave: 'T2',
  on: OPENS,
  contacts: null,
  minutes: null,
  interviewer: null,
})
const erase = (clientId: string) => withdraw(world.db, world.on(AFTER), { clientId, collected: 'erase' })

/** A client with two interviews, an ending in the register and a remark of the interviewer; T2 is under way on both sides. */
async function whole() {
  const ids = await world.interviewed('Evers')
  const { registrationId } = ids
  must(await world.answered('Evers', 'client'))
  must(await world.answered('Evers', 'supervisor'))
  must(await holdInterview(world.db, world.on(OPENS), second(registrationId)))
  const ended = { registrationId, event: 'ended', on: OPENS, kind: 'completed', reason: null }
  must(await recordEvent(world.db, world.on(OPENS), ended))
  const first = { registrationId, wave: 'T1', perspective: 'client' }
  await world.db.measurement.updateMany({ where: first, data: { unreliable: 'said that friends were listening' } })
  return ids
}

test('what the client said goes, with the remark about it and what the register told; the days and counts stay', async () => {
  const { registrationId, clientId } = await whole()
  const before = await flow(world.db, world.study, FINALLY)
  must(await erase(clientId))
  expect(await flow(world.db, world.study, FINALLY)).toEqual(before)
  const side = (perspective: string) =>
    world.db.measurement.findMany({
      where: { registrationId, perspective },
      include: { answers: true },
      orderBy: { wave: 'asc' },
    })
  expect(await side('client')).toMatchObject([
    { completedOn: new Date(MET), erasedOn: new Date(AFTER), unreliable: null, answers: [] },
    { completedOn: null, closedOn: new Date(AFTER), erasedOn: new Date(AFTER), answers: [] },
  ])
  const [theirs, open] = await side('supervisor')
  expect([theirs?.erasedOn, open?.closedOn]).toEqual([null, new Date(AFTER)])
  expect(theirs?.answers.length).toBeGreaterThan(0)
  expect(await world.db.registerEvent.count({ where: { registrationId } })).toBe(0)
})

test('before the second wave, erasing is one loss more in the flow and nothing less', async () => {
  const { clientId } = await world.interviewed('Evers')
  must(await world.answered('Evers', 'client'))
  const { t2, steps: stepsBefore, ...before } = await flow(world.db, world.study, FINALLY)
  must(await erase(clientId))
  const { steps, ...after } = await flow(world.db, world.study, FINALLY)
  expect(after).toEqual({ ...before, t2: { ...t2, lost: { withdrew: 1 } } })
  const intake = ({ step }: { step: string }) => step !== 'T1'
  expect(steps.filter(intake)).toEqual(stepsBefore.filter(intake))
})

test.each([
  ['client', 'T1'],
  ['client', 'T2'],
  ['supervisor', 'T2'],
] as const)('what was under way and arrives later is not taken in: %s at %s', async (perspective, wave) => {
  const { registrationId, clientId } = await world.interviewed('Evers')
  must(await holdInterview(world.db, world.on(OPENS), second(registrationId)))
  must(await erase(clientId))
  expect(codeOf(await world.answered('Evers', perspective, { wave, on: OPENS }))).toBe('withdrawn')
  expect(await world.db.answer.count({ where: { measurement: { registrationId } } })).toBe(0)
})

test('afterwards the case is in no release, no score and no work list, and the audit is whole', async () => {
  const { clientId } = await whole()
  must(await erase(clientId))
  for (const one of await releasedCases(database.analyst, world.study)) {
    expect(releasable(world.study.protocol, one)).toBeNull()
    expect([one.events, one.measurements.map(({ perspective }) => perspective)]).toEqual([[], ['supervisor']])
  }
  expect((await answered(world.db, world.study.id)).map(({ perspective }) => perspective)).toEqual(['supervisor'])
  const later = addDays(OPENS, 900)
  expect((await worklist(world.db, world.on(later), { on: later, role: 'coordinator', limit: null })).items).toEqual([])
  expect(await auditIsWhole(database.urls.owner, world.vault.keys)).toMatchObject({ ok: true, faults: [] })
})

test('what the trail says of the client goes too: who did what when stays, and the chain is whole', async () => {
  const { clientId, registrationId } = await whole()
  const seal = () => sealAll(world.db, world.vault, { all: true })
  const theirs = () =>
    world.db.auditEntry.findMany({ where: { subjectId: { in: [clientId, registrationId] } }, orderBy: { id: 'asc' } })
  await seal()
  const before = await theirs()
  expect(before.filter(({ details }) => JSON.stringify(details) !== '{}').length).toBeGreaterThan(3)
  must(await erase(clientId))
  await seal()
  const after = await theirs()
  const told = after.filter(({ details }) => JSON.stringify(details) !== '{}')
  // that they wished it is kept
  expect(told.map(({ verb }) => verb)).toEqual(['withdraw'])
  const who = ({ id, at, actor, verb }: (typeof before)[number]) => [id, at, actor, verb]
  expect(after.slice(0, before.length).map(who)).toEqual(before.map(who))
  expect(after.filter((entry) => entry.erased).length).toBe(before.length - before.filter(isEmpty).length)
  const erased = await world.db.auditEntry.count({ where: { erased: { not: null } } })
  const found = await auditIsWhole(database.urls.owner, world.vault.keys)
  expect(found).toMatchObject({ ok: true, faults: [], erased })
  expect(found.unsealed.study.entries).toBe(0)
})

const isEmpty = ({ details }: { details: unknown }) => JSON.stringify(details) === '{}'
