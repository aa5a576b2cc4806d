import { beforeEach, expect, test } from 'vitest'
import { withdrawNamed } from '../../app/identity/withdrawal'
import { addDays, monthOf } from '../../app/protocol/day'
import type { Result } from '../../app/protocol/refusal'
import { releasable } from '../../app/protocol/released'
import { declineAltogether } from '../../app/records/declining'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { flow } from '../../app/records/flow'
import { recordEvent } from '../../app/records/follow-up/event'
import { withdraw } from '../../app/records/withdrawal'
import { dailySweep } from '../../jobs/daily-sweep'
import { closeNonResponses } from '../../jobs/non-response'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { freshDatabase } from '../database'
import { ASKED, FINALLY, MET, OPENS, REPLIED } from '../people'
import { releasedCases } from '../released'
import { codeOf, must, namedWorld, type World } from '../world'
import { atOnce } from './at-once'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

type Verb = () => Promise<Result<unknown>>
const AFTER = addDays(MET, 1)
/** What a release needs, and all that is left after withdrawing with `keep`. */
const RELEASED = ['pseudonymous_processing', 'register_linkage', 'take_part']
const leave = (clientId: string, collected: 'keep' | 'erase' = 'keep', on = AFTER) =>
  withdrawNamed(world.vault, world.on(on), {
    clientId,
    collected,
    withdraw: (what) => withdraw(world.db, world.on(on), what),
  })
const answersOf = (registrationId: string, perspective: string) =>
  world.db.answer.count({ where: { measurement: { registrationId, perspective } } })

test.each([
  ['keep', true],
  ['erase', false],
] as const)('%s: contact stops, permissions end, and what the client answered stays: %s', async (collected, stays) => {
  const { registrationId, clientId } = await world.interviewed('Evers')
  must(await world.answered('Evers', 'client'))
  const before = await answersOf(registrationId, 'client')
  expect(before).toBeGreaterThan(0)
  must(await leave(clientId, collected))
  expect(await world.db.mailLine.count({ where: { registrationId, state: 'planned' } })).toBe(0)
  const granted = await world.db.permission.findMany({ where: { clientId }, orderBy: { scope: 'asc' } })
  expect(granted.length).toBe(world.study.protocol.scopes.length)
  expect(granted.filter((one) => one.granted).map(({ scope }) => scope)).toEqual(stays ? RELEASED : [])
  expect(await world.db.measurement.findMany({ where: { registrationId, perspective: 'supervisor' } })).toMatchObject([
    { completedOn: null, closedOn: new Date(AFTER) },
  ])
  expect(await answersOf(registrationId, 'client')).toBe(stays ? before : 0)
  expect(
    await world.vault.db.consentForm.findMany({ where: { personId: await world.inVault(clientId) } }),
  ).toMatchObject([{ endedMonth: monthOf(AFTER), collected }])
})

test('what the supervisor answered is the supervisor’s: erasing leaves it', async () => {
  const { registrationId, clientId } = await world.interviewed('Evers')
  must(await world.answered('Evers', 'client'))
  must(await world.answered('Evers', 'supervisor'))
  const theirs = await answersOf(registrationId, 'supervisor')
  must(await leave(clientId, 'erase'))
  expect(await answersOf(registrationId, 'client')).toBe(0)
  expect(await answersOf(registrationId, 'supervisor')).toBe(theirs)
  for (const one of await releasedCases(database.analyst, world.study))
    expect(releasable(world.study.protocol, one)).toBeNull()
})

test('the answers of another client are not touched', async () => {
  const { clientId } = await world.interviewed('Evers')
  const { registrationId } = await world.interviewed('Fokkens')
  must(await world.answered('Evers', 'client'))
  must(await world.answered('Fokkens', 'client'))
  const before = await answersOf(registrationId, 'client')
  must(await leave(clientId, 'erase'))
  expect(await answersOf(registrationId, 'client')).toBe(before)
  expect(await world.db.permission.count({ where: { client: { studyId: world.study.id }, granted: true } })).toBe(
    world.study.protocol.scopes.length,
  )
})

test('who was not interviewed frees the place', async () => {
  const { registrationId, clientId } = await world.approached('Evers')
  must(await leave(clientId))
  expect(await world.db.dyad.findUnique({ where: { registrationId } })).toMatchObject({ unboundOn: new Date(AFTER) })
  const { registrationId: held, clientId: theirs } = await world.interviewed('Fokkens')
  must(await leave(theirs))
  expect(await world.db.dyad.findUnique({ where: { registrationId: held } })).toMatchObject({ unboundOn: null })
})

test('no message leaves about a client who withdrew, in the whole course that would have followed', async () => {
  const { registrationId, clientId } = await world.interviewed('Evers')
  must(await leave(clientId))
  for (const on of [AFTER, ...[7, 14, 21].map((days) => addDays(MET, days)), OPENS, addDays(OPENS, 14)]) {
    await dailySweep(world.desk, world.on(on))
    expect(await sendWaitingMail(world.desk, world.on(on))).toMatchObject({ sent: 0, suppressed: 0 })
  }
  expect(await world.db.mailLine.count({ where: { registrationId, state: { not: 'cancelled' } } })).toBe(0)
})

test('nothing more is done with a client who withdrew, and no form gives anything back', async () => {
  const { registrationId, clientId } = await world.interviewed('Evers')
  must(await leave(clientId))
  const interview = { registrationId, wave: 'T2', on: OPENS, contacts: null, minutes: null, interviewer: null }
  expect(codeOf(await holdInterview(world.db, world.on(OPENS), interview))).toBe('withdrawn')
  expect(codeOf(await world.answered('Evers', 'client'))).toBe('withdrawn')
  expect(codeOf(await world.answered('Evers', 'supervisor'))).toBe('withdrawn')
  must(await world.consented('Evers'))
  const contact = { clientId, granted: true, scope: { notIn: RELEASED } }
  expect(await world.db.permission.count({ where: contact })).toBe(0)
  const ended = { registrationId, event: 'ended', on: AFTER, kind: 'completed', reason: null }
  expect(codeOf(await recordEvent(world.db, world.on(OPENS), ended))).toBe('withdrawn')
})

test('withdrawing twice, also at once, is withdrawing once', async () => {
  const { registrationId, clientId } = await world.interviewed('Evers')
  const study = () => withdraw(world.db, world.on(AFTER), { clientId, collected: 'erase' })
  expect((await atOnce(database, registrationId, [study, study, study])).map(codeOf).sort()).toEqual([
    'already_withdrawn',
    'already_withdrawn',
    'done',
  ])
  expect(codeOf(await leave(clientId, 'keep'))).toBe('already_withdrawn')
  expect(await world.db.withdrawal.findMany({ where: { clientId } })).toMatchObject([{ collected: 'erase' }])
  expect(await world.db.auditEntry.count({ where: { subjectId: clientId, verb: 'withdraw' } })).toBe(1)
})

// an interview and a withdrawal at once: whichever comes first, no questionnaire and no mail is left open
test.each([
  ['interview', (hold: Verb, leaveNow: Verb) => [hold, leaveNow]],
  ['withdrawal', (hold: Verb, leaveNow: Verb) => [leaveNow, hold]],
])('an interview and a withdrawal at once leave nothing open (first the %s)', async (_, order) => {
  const { registrationId, clientId } = await world.approached('Evers')
  must(await world.consented('Evers'))
  const interview = { registrationId, wave: 'T1', on: MET, contacts: 3, minutes: null, interviewer: null }
  const hold = () => holdInterview(world.db, world.on(MET), interview)
  const leaveNow = () => withdraw(world.db, world.on(MET), { clientId, collected: 'keep' })
  const both = await atOnce<Result<unknown>>(database, registrationId, order(hold, leaveNow))
  expect(both.map(codeOf)).toContain('done')
  expect(await world.db.measurement.count({ where: { registrationId, completedOn: null, closedOn: null } })).toBe(0)
  expect(await world.db.mailLine.count({ where: { registrationId, state: 'planned' } })).toBe(0)
})

test('a client of another study, or of none, is refused', async () => {
  const { clientId } = await world.registered('Evers')
  const other = await namedWorld(database)
  const what = { clientId, collected: 'keep' } as const
  expect(codeOf(await withdraw(other.db, other.on(ASKED), what))).toBe('unknown_client')
  expect(await world.db.withdrawal.count({ where: { clientId } })).toBe(0)
})

test('a supervisor who declines altogether is sent nothing more about anybody, and can decline once', async () => {
  const { registrationId, supervisorId } = await world.inquired('Evers')
  const { registrationId: other } = await world.registered('Fokkens')
  const decline = () => declineAltogether(world.db, world.on(REPLIED), supervisorId as string)
  must(await decline())
  expect(codeOf(await decline())).toBe('unknown_supervisor')
  expect(await world.db.mailLine.findMany({ where: { registrationId } })).toMatchObject([
    { kind: 'inquiry', state: 'cancelled', reason: 'supervisor_declined' },
  ])
  for (const on of [7, 14].map((days) => addDays(ASKED, days))) {
    await dailySweep(world.desk, world.on(on))
    expect(await sendWaitingMail(world.desk, world.on(on))).toMatchObject({ suppressed: 0 })
  }
  expect(await world.db.inquiry.count({ where: { registrationId: other } })).toBe(0)
})

test('a supervisor who declines after the interview is asked nothing more; the client goes on', async () => {
  const { registrationId, supervisorId } = await world.interviewed('Evers')
  must(await declineAltogether(world.db, world.on(AFTER), supervisorId as string))
  const asked = { registrationId, perspective: 'supervisor' }
  expect(await world.db.measurement.findMany({ where: asked })).toMatchObject([{ closedOn: new Date(AFTER) }])
  const second = { registrationId, wave: 'T2', on: OPENS, contacts: null, minutes: null, interviewer: null }
  must(await holdInterview(world.db, world.on(OPENS), second))
  expect(await world.db.measurement.count({ where: asked })).toBe(1)
  expect(await world.db.mailLine.count({ where: { registrationId, state: 'planned' } })).toBe(0)
})

/** One client at each place of the course: not started, asked, answered "not mine", approached, interviewed. */
async function everywhere() {
  const all = [
    await world.registered('Aalders', { status: 'waiting_list' }),
    await world.registered('Evers', { supervisor: 'Prins' }),
    await world.inquired('Berends'),
    await world.inquired('Cornelis'),
    await world.approached('Dekker'),
    await world.interviewed('Fokkens'),
  ]
  must(await world.reply('Cornelis', { isSupervisor: false, contacts: null, nextContactOn: null }))
  return all
}
const standing = async () =>
  (await world.db.departure.findMany({ where: { returnedOn: null, registration: { studyId: world.study.id } } })).map(
    ({ step, reason }) => `${step} ${reason}`,
  )

test('who withdraws leaves where the case stands, with the reason; who had left already does not leave again', async () => {
  for (const { clientId } of await everywhere())
    must(await withdraw(world.db, world.on(AFTER), { clientId, collected: 'keep' }))
  expect((await standing()).sort()).toEqual([
    'T2 withdrew',
    'approach withdrew',
    'inquiry withdrew',
    'inquiry withdrew',
    'register waiting_list',
    'register withdrew',
  ])
  const { funnel, not_included, t2 } = await flow(world.db, world.study, FINALLY)
  expect(not_included).toMatchObject({
    register: { waiting_list: 1, withdrew: 1 },
    no_reply: 0,
    inquiry: { withdrew: 2 },
    refused: { withdrew: 1 },
  })
  expect([funnel.registered, funnel.interviewed, t2.lost]).toEqual([6, 1, { withdrew: 1 }])
  // nothing of it is undone or counted again by what the days bring
  must(await world.register('Evers', { supervisor: 'Prins', supervisionLevel: 3 }))
  for (const on of [7, 21].map((days) => addDays(ASKED, days))) {
    await dailySweep(world.desk, world.on(on))
    await closeNonResponses(world.desk, world.on(on))
  }
  expect(await standing()).toHaveLength(6)
  expect(await world.db.auditEntry.count({ where: { studyId: world.study.id, verb: 'remind' } })).toBe(0)
})

test('cases of a supervisor who declines altogether leave once, old and new', async () => {
  const [{ supervisorId }] = (await everywhere()) as [Awaited<ReturnType<World['registered']>>]
  must(await declineAltogether(world.db, world.on(AFTER), supervisorId as string))
  const left = { no_reply: 0, inquiry: { supervisor_declines_altogether: 3 }, practical: 1 }
  expect((await flow(world.db, world.study, FINALLY)).not_included).toMatchObject(left)
  expect(await world.db.dyad.count({ where: { studyId: world.study.id, unboundOn: null } })).toBe(1)
  expect(codeOf(await world.reply('Berends', {}, AFTER))).toBe('supervisor_declined')
  await world.registered('Hendriks', { supervisor: 'Prins' })
  expect((await flow(world.db, world.study, FINALLY)).not_included.inquiry).toEqual({
    supervisor_declines_altogether: 4,
  })
  must(await world.register('Hendriks', { supervisor: 'Prins', supervisionLevel: 3 }))
  expect((await flow(world.db, world.study, FINALLY)).not_included.inquiry).toEqual({
    supervisor_declines_altogether: 4,
  })
  for (const on of [7, 21].map((days) => addDays(ASKED, days))) await closeNonResponses(world.desk, world.on(on))
  expect((await flow(world.db, world.study, FINALLY)).not_included.no_reply).toBe(0)
})
