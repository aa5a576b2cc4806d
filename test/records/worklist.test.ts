import { beforeEach, expect, test } from 'vitest'
import { addDays, addMonths, type Day } from '../../app/protocol/day'
import { endangered } from '../../app/records/endangered'
import { planAppointment } from '../../app/records/fieldwork/appointment'
import { loseBeforeWave } from '../../app/records/fieldwork/loss'
import { recordEvent } from '../../app/records/follow-up/event'
import { closeInquiries } from '../../app/records/sweeps/non-response'
import { withdraw } from '../../app/records/withdrawal'
import { recomputeWork } from '../../app/records/work/recompute'
import { type Part, worklist } from '../../app/records/worklist'
import { freshDatabase } from '../database'
import { ASKED, CLOSES, MET, OPENS, REGISTERED, REPLIED } from '../people'
import { codeOf, must, namedWorld, type World } from '../world'
import { MANY, tenThousand } from './ten-thousand'

const database = await freshDatabase()
let world: World
beforeEach(async () => {
  world = await namedWorld(database)
})

const list = (on: Day, part: Partial<Part> = {}, today = on) =>
  worklist(world.db, world.on(today), { on, role: 'coordinator', limit: null, ...part })
const brief = async (on: Day, part: Partial<Part> = {}, today = on) =>
  (await list(on, part, today)).items.map(({ kind, wave, state, due }) => [kind, wave, state, due])

test('an inquiry waits until the supervisor answers, and the past shows what was to be done then', async () => {
  await world.inquired('Evers')
  expect(await brief(addDays(ASKED, -1))).toEqual([])
  const due = addDays(ASKED, 21)
  expect(await brief(ASKED)).toEqual([['inquiry', 'intake', 'open', due]])
  expect(await brief(due)).toEqual([['inquiry', 'intake', 'due', due]])
  await world.approached('Evers')
  expect(await brief(REPLIED)).toEqual([['interview', 'T1', 'open', MET]])
  expect(await brief(ASKED, {}, REPLIED)).toEqual([['inquiry', 'intake', 'open', due]])
})

test('a case whose supervisor is another one waits for somebody to find out, until it leaves', async () => {
  const { clientId } = await world.inquired('Evers')
  must(await world.reply('Evers', { isSupervisor: false, contacts: null, nextContactOn: null }))
  const waits = ['screening', 'intake', 'due', REPLIED]
  expect(await brief(REPLIED)).toEqual([waits])
  expect((await list(REPLIED)).counts).toMatchObject({ inquiry: 0, screening: 1 })
  expect((await list(REPLIED, { role: 'interviewer' })).items).toEqual([])
  expect(await brief(MET)).toEqual([['screening', 'intake', 'overdue', REPLIED]])
  must(await withdraw(world.db, world.on(MET), { clientId, collected: 'keep' }))
  expect(await brief(MET)).toEqual([])
})

test('an inquiry that was closed is no work any more', async () => {
  await world.inquired('Evers')
  const end = addDays(ASKED, 21)
  await closeInquiries(world.db, world.on(end))
  expect(await brief(end)).toEqual([])
  expect(await brief(addDays(end, -1), {}, end)).toHaveLength(1)
})

test('each kind has its day: interview, questionnaire, appointment, follow-up', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const dyad = await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })
  const { items, counts } = await list(MET)
  expect(counts).toEqual({
    inquiry: 0,
    screening: 0,
    interview: 0,
    questionnaire: 1,
    appointment: 0,
    resume: 0,
    follow_up: 0,
    address: 0,
    reconciliation: 0,
  })
  const due = addDays(MET, 21)
  expect(items).toMatchObject([
    { kind: 'questionnaire', state: 'open', due, daysLeft: 21, registrationId, dyad: dyad.pseudonym, cite: '§3' },
  ])
  must(await world.answered('Evers', 'supervisor', { on: due }))
  expect(await brief(OPENS)).toEqual([['appointment', 'T2', 'open', CLOSES]])
  expect(await brief(addDays(CLOSES, -28))).toEqual([['appointment', 'T2', 'closing', CLOSES]])
  expect(await brief(CLOSES)).toEqual([['appointment', 'T2', 'due', CLOSES]])
  expect(await brief(addDays(CLOSES, 1))).toEqual([])
  const planned = addDays(OPENS, 10)
  must(await planAppointment(world.db, world.on(OPENS), { registrationId, wave: 'T2', appointmentOn: planned }))
  expect(await brief(addDays(planned, 1))).toEqual([['appointment', 'T2', 'overdue', planned]])
  const over = addMonths(REGISTERED, 24)
  expect(await brief(addDays(over, -1))).toEqual([])
  expect(await brief(over)).toEqual([['follow_up', 'follow_up', 'due', over]])
  const ended = { registrationId, event: 'ended', on: OPENS, kind: 'completed', reason: null }
  must(await recordEvent(world.db, world.on(over), ended))
  expect(await brief(over)).toEqual([])
})

test('the interviewer meets clients, and does not see what supervisors owe', async () => {
  await world.inquired('Evers')
  await world.interviewed('Fokkens')
  await world.approached('Gerrits')
  expect(await brief(MET, { role: 'interviewer' })).toEqual([['interview', 'T1', 'due', MET]])
  expect((await list(MET, { role: 'interviewer' })).counts).toMatchObject({ inquiry: 0, questionnaire: 0 })
  expect(await brief(MET, { locations: ['Arnhem'] })).toEqual([])
  expect(await brief(MET, { locations: ['Arnhem', 'Utrecht'] })).toHaveLength(3)
})

test('ten thousand pieces of work are paged without gaps or doubles', async () => {
  await tenThousand(database, world.study, MET)
  await recomputeWork(world.db, world.on(MET))
  const whole = (await list(MET)).items.map(({ id }) => id)
  expect(whole).toHaveLength(MANY + MANY / 10)
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof list>> = await list(MET, { limit: 1500, after })
    seen.push(...page.items.map(({ id }) => id))
    expect(page.counts).toMatchObject({ inquiry: MANY, interview: MANY / 10 })
    after = page.next
  } while (after !== null)
  expect(seen).toEqual(whole)
  expect(new Set(seen).size).toBe(whole.length)
  expect((await list(MET, { locations: ['Utrecht'] })).counts).toMatchObject({ inquiry: MANY / 2 })
})

test('a page that ends exactly at the end has no next one', async () => {
  for (const name of ['Evers', 'Fokkens', 'Gerrits'] as const) await world.inquired(name)
  expect((await list(ASKED, { limit: 3 })).next).toBeNull()
  const { items, next } = await list(ASKED, { limit: 2 })
  expect([items.length, next === null]).toEqual([2, false])
  // who answered between two pages is not on the second, and nobody else is skipped
  must(await world.reply('Evers', { reason: 'abroad' }))
  const rest = await list(REPLIED, { limit: 2, after: next })
  expect(rest.items.length).toBeLessThanOrEqual(1)
})

test('who has the fewest talks left is in the most danger; the interview or a refusal takes them off', async () => {
  await world.inquired('Evers')
  await world.inquired('Fokkens')
  must(await world.reply('Evers', { contacts: 2 }))
  must(await world.reply('Fokkens', { contacts: 3, nextContactOn: addDays(MET, 2) }))
  const all = await endangered(world.db, world.on(REPLIED), { limit: 10 })
  expect(all.contactsTotal).toBe(2)
  expect(all.contacts).toMatchObject([
    { contacts: 3, contactsLeft: 1, nextContactOn: addDays(MET, 2), daysLeft: 9, location: 'Utrecht' },
    { contacts: 2, contactsLeft: 2, nextContactOn: MET, daysLeft: 7 },
  ])
  expect((await endangered(world.db, world.on(REPLIED), { limit: 1 })).contacts).toHaveLength(1)
  await world.approached('Gerrits')
  await world.interviewed('Gerrits')
  expect((await endangered(world.db, world.on(MET), { limit: 10 })).contactsTotal).toBe(2)
})

test('a window that closes is in danger from the day it opens to its last', async () => {
  const { registrationId } = await world.interviewed('Evers')
  const at = async (on: Day) => (await endangered(world.db, world.on(on), { limit: 10 })).windows
  expect(await at(addDays(OPENS, -1))).toEqual([])
  expect(await at(CLOSES)).toMatchObject([{ wave: 'T2', closes: CLOSES, daysLeft: 0, appointmentOn: null }])
  expect(await at(addDays(CLOSES, 1))).toEqual([])
  const loss = { registrationId, wave: 'T2', on: OPENS, reason: 'supervision_ended' }
  expect(codeOf(await loseBeforeWave(world.db, world.on(OPENS), loss))).toBe('done')
  expect(await at(OPENS)).toEqual([])
})

test('who does not want to be asked again is in no danger of being lost to a window', async () => {
  await world.interviewed('Evers', { approach_again: 'declined' })
  const { windows, windowsTotal } = await endangered(world.db, world.on(CLOSES), { limit: 10 })
  expect([windows, windowsTotal]).toEqual([[], 0])
})
