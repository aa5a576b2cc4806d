import { beforeEach, expect, test } from 'vitest'
import { addDays } from '../../app/protocol/day'
import { approach } from '../../app/records/intake/approach'
import { judge } from '../../app/records/intake/judgement'
import { recordReply } from '../../app/records/intake/reply'
import { screen } from '../../app/records/intake/screening'
import { closeInquiries } from '../../app/records/sweeps/non-response'
import { withdraw } from '../../app/records/withdrawal'
import { freshDatabase } from '../database'
import { ASKED, MET, REGISTERED, REPLIED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'
import { atOnce } from './at-once'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const LAST = addDays(ASKED, 21)
const open = (registrationId: string) =>
  world.db.departure.findMany({ where: { registrationId, returnedOn: null }, select: { step: true, reason: true } })
const findings = async (registrationId: string) =>
  Object.fromEntries(
    (await world.db.criterionFinding.findMany({ where: { registrationId } })).map((row) => [
      row.criterion,
      row.verdict,
    ]),
  )

test('a reply against which nothing speaks binds the pair the same day, and no reminder is left', async () => {
  const { registrationId, clientId, supervisorId } = await world.inquired('Evers')
  const { stands } = must(await world.reply('Evers'))
  expect(stands).toBe('approached')
  expect(await world.db.dyad.findMany({ where: { registrationId } })).toMatchObject([
    { clientId, supervisorId, boundOn: new Date(REPLIED), unboundOn: null },
  ])
  expect(await world.db.judgement.findMany({ where: { registrationId } })).toMatchObject([{ approachable: true }])
  expect(new Set(Object.values(await findings(registrationId)))).toEqual(new Set(['met']))
  expect(await open(registrationId)).toEqual([])
  expect(await world.db.mailLine.findMany({ where: { registrationId } })).toMatchObject([
    { state: 'cancelled', reason: 'replied' },
  ])
  expect(await world.db.contactReport.findMany({ where: { registrationId } })).toMatchObject([
    { contacts: 2, reportedOn: new Date(REPLIED), nextContactOn: new Date(MET), source: 'inquiry' },
  ])
})

test('a reason of step 3 ends the case at the criteria, and the criterion is written as not met', async () => {
  const { registrationId } = await world.inquired('Evers')
  expect(must(await world.reply('Evers', { reason: 'no_dutch' }))).toEqual({
    stands: 'left',
    step: 'criteria',
    reason: 'no_dutch',
  })
  expect(await findings(registrationId)).toMatchObject({ enough_dutch: 'not_met', few_contacts: 'met' })
  expect(await open(registrationId)).toEqual([{ step: 'criteria', reason: 'no_dutch' }])
  expect(await world.db.judgement.count({ where: { registrationId } })).toBe(0)
})

test('a reason of step 4 ends the case at the judgement: the criteria were met', async () => {
  const { registrationId } = await world.inquired('Evers')
  expect(must(await world.reply('Evers', { reason: 'supervisor_workload' }))).toMatchObject({ step: 'judgement' })
  expect(new Set(Object.values(await findings(registrationId)))).toEqual(new Set(['met']))
  expect(await world.db.judgement.findMany({ where: { registrationId } })).toMatchObject([
    { approachable: false, reason: 'supervisor_workload' },
  ])
  expect(await world.db.dyad.count({ where: { registrationId } })).toBe(0)
})

test.each([
  [3, 'approached'],
  [4, 'left'],
] as const)('%i talks without a reason: %s', async (contacts, stands) => {
  const { registrationId } = await world.inquired('Evers')
  expect(must(await world.reply('Evers', { contacts }))).toMatchObject({ stands })
  expect(await open(registrationId)).toEqual(
    stands === 'left' ? [{ step: 'criteria', reason: 'too_many_contacts' }] : [],
  )
})

test('a modality that the register calls "other" is settled by a reply without a reason against it', async () => {
  const { registrationId } = await world.registered('Evers', { modality: 'other' })
  await world.inquired('Evers')
  expect(must(await world.reply('Evers')).stands).toBe('approached')
  expect(await findings(registrationId)).toMatchObject({ conditional_sanction: 'met' })
})

test.each([
  ['electronic_monitoring', { electronicMonitoring: true }],
  ['penitentiary_programme', { penitentiaryProgramme: true }],
] as const)('%s in the register ends the case, whatever the supervisor leaves out', async (reason, facts) => {
  await world.registered('Evers', facts)
  await world.inquired('Evers')
  expect(must(await world.reply('Evers'))).toEqual({ stands: 'left', step: 'criteria', reason })
})

test('"not my client" leaves open who the supervisor is: the case waits, and nobody is approached', async () => {
  const { registrationId } = await world.inquired('Evers')
  const answer = { isSupervisor: false, contacts: null, nextContactOn: null }
  const stood = must(await world.reply('Evers', answer))
  expect(stood).toMatchObject({ stands: 'waiting', unknown: expect.arrayContaining(['supervision_started']) })
  expect(await open(registrationId)).toEqual([])
  expect(codeOf(await judge(world.db, world.on(MET), { registrationId, reason: null }))).toBe('not_screened')
  expect(codeOf(await approach(world.db, world.on(MET), registrationId))).toBe('not_judged')
  expect(must(await screen(world.db, world.on(MET), registrationId)).stands).toBe('waiting')
})

test('what the register tells later lets a waiting case go on, screened once more', async () => {
  const { registrationId } = await world.registered('Evers', { startedOn: null })
  await world.inquired('Evers')
  expect(must(await world.reply('Evers')).stands).toBe('waiting')
  await world.register('Evers', { startedOn: REGISTERED }, MET)
  expect(must(await screen(world.db, world.on(MET), registrationId)).stands).toBe('approached')
  const found = await world.db.criterionFinding.findMany({ where: { registrationId, foundOn: new Date(MET) } })
  expect(found.map(({ criterion }) => criterion)).toEqual(['supervision_started'])
  expect(codeOf(await screen(world.db, world.on(MET), registrationId))).toBe('already_approached')
  expect(codeOf(await approach(world.db, world.on(MET), registrationId))).toBe('already_approached')
  expect(codeOf(await judge(world.db, world.on(MET), { registrationId, reason: null }))).toBe('already_judged')
})

test('a case that waits is not screened on after its client withdrew', async () => {
  const { registrationId, clientId } = await world.registered('Evers', { startedOn: null })
  await world.inquired('Evers')
  await world.reply('Evers')
  must(await withdraw(world.db, world.on(MET), { clientId, collected: 'keep' }))
  await world.register('Evers', { startedOn: REGISTERED }, MET)
  expect(codeOf(await screen(world.db, world.on(MET), registrationId))).toBe('case_left')
  expect(await world.db.dyad.count({ where: { registrationId } })).toBe(0)
})

test('a case that left is neither judged, screened nor approached', async () => {
  const { registrationId } = await world.inquired('Evers')
  expect(codeOf(await judge(world.db, world.on(ASKED), { registrationId, reason: null }))).toBe('not_replied')
  expect(codeOf(await screen(world.db, world.on(ASKED), registrationId))).toBe('not_replied')
  await world.reply('Evers', { reason: 'abroad' })
  expect(codeOf(await judge(world.db, world.on(MET), { registrationId, reason: null }))).toBe('case_left')
  expect(codeOf(await screen(world.db, world.on(MET), registrationId))).toBe('case_left')
  expect(codeOf(await approach(world.db, world.on(MET), registrationId))).toBe('case_left')
})

test('an answer counts on the last day, and a day later it does not', async () => {
  await world.inquired('Evers')
  await world.inquired('Fokkens')
  const late = addDays(LAST, 1)
  expect(codeOf(await world.reply('Evers', { repliedOn: late, nextContactOn: null }))).toBe('too_late')
  expect(codeOf(await world.reply('Fokkens', { repliedOn: LAST, nextContactOn: null }))).toBe('done')
})

test('an answer on day 21 brings back the case that the non-response had closed that day', async () => {
  const { registrationId } = await world.inquired('Evers')
  expect(await closeInquiries(world.db, world.on(LAST))).toBe(1)
  expect(await open(registrationId)).toEqual([{ step: 'inquiry', reason: 'no_reply' }])
  expect(must(await world.reply('Evers', { repliedOn: LAST, nextContactOn: null })).stands).toBe('approached')
  expect(await open(registrationId)).toEqual([])
  expect(await world.db.departure.findMany({ where: { registrationId } })).toMatchObject([
    { reason: 'no_reply', leftOn: new Date(LAST), returnedOn: new Date(LAST) },
  ])
})

test('two answers to one inquiry at once: the first counts', async () => {
  const { registrationId } = await world.inquired('Evers')
  const both = await atOnce(database, registrationId, [
    () => world.reply('Evers', { reason: 'abroad' }),
    () => world.reply('Evers'),
  ])
  expect(both.map(codeOf).sort()).toEqual(['already_replied', 'done'])
  expect(await world.db.judgement.count({ where: { registrationId } })).toBe(both[1]?.ok ? 1 : 0)
  expect(codeOf(await world.reply('Evers'))).toBe('already_replied')
})

test.each([
  ['before_inquiry', 'replied_on', { repliedOn: REGISTERED }],
  ['in_future', 'replied_on', { repliedOn: MET }],
  ['required', 'contacts', { contacts: null }],
  ['out_of_range', 'contacts', { contacts: 100 }],
  ['out_of_range', 'contacts', { contacts: -1 }],
  ['before_reply', 'next_contact_on', { nextContactOn: ASKED }],
  ['unknown_reason', 'reason', { reason: 'no_reply' }],
  ['unknown_reason', 'reason', { reason: 'toString' }],
] as const)('%s is refused at %s and leaves no trace', async (code, field, changes) => {
  const { registrationId } = await world.inquired('Evers')
  const entries = () => world.db.auditEntry.count({ where: { subjectId: registrationId } })
  const before = await entries()
  expect(await world.reply('Evers', changes, REPLIED)).toMatchObject({ ok: false, refusal: { code, field } })
  expect(await world.db.inquiry.findMany({ where: { registrationId } })).toMatchObject([{ repliedOn: null }])
  expect(await world.db.contactReport.count({ where: { registrationId } })).toBe(0)
  expect(await entries()).toBe(before)
})

test('there is nothing to answer before the question, for a withdrawn client, or in another study', async () => {
  const { registrationId, clientId } = await world.registered('Evers')
  expect(codeOf(await world.reply('Evers'))).toBe('not_inquired')
  await world.inquired('Evers')
  const other = await namedWorld(database)
  const answer = { isSupervisor: true, contacts: 2, nextContactOn: null, reason: null }
  const theirs = { registrationId, repliedOn: REPLIED, ...answer }
  expect(codeOf(await recordReply(other.db, other.on(REPLIED), theirs))).toBe('unknown_case')
  must(await withdraw(world.db, world.on(ASKED), { clientId, collected: 'keep' }))
  expect(codeOf(await world.reply('Evers'))).toBe('withdrawn')
})
