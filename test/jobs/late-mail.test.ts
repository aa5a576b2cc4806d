import { afterEach, beforeEach, expect, test } from 'vitest'
import { suppressed } from '../../app/mail/transport'
import { addDays, day, fromColumn } from '../../app/protocol/day'
import { readyMail } from '../../app/records/ledger/ready'
import { NO_MAIL } from '../../app/records/ledger/settle'
import { dailySweep } from '../../jobs/daily-sweep'
import { closeNonResponses } from '../../jobs/non-response'
import { no } from '../mail/smtp-peer'
import { linksIn, openPost, type Post } from './post'

const MONDAY = '2012-03-05'
const TUESDAY = '2012-03-06'
const WEDNESDAY = '2012-03-07'
const WORKING = { workingDays: true } as const

let post: Post
beforeEach(async () => {
  post = await openPost()
})
afterEach(() => post.close())

const lines = async () =>
  (await post.world.database.study.mailLine.findMany({ orderBy: { id: 'asc' } })).map(
    ({ kind, round, state, plannedOn }) => [`${kind} ${round}`, state, fromColumn(plannedOn)],
  )

test("what did not leave on its day becomes today's, in one message; the day as planned stays", async () => {
  await post.asked('Aalders', 'Berends', MONDAY)
  await post.asked('Cornelis', 'Berends', TUESDAY)
  expect(await post.send(TUESDAY)).toMatchObject({ sent: 1 })
  expect(post.arrived.map(linksIn)).toEqual([2])
  expect(await post.envelopes()).toEqual([
    ['cancelled', 'merged', MONDAY],
    ['sent', null, TUESDAY],
  ])
  expect(await lines()).toEqual([
    ['inquiry 0', 'sent', MONDAY],
    ['inquiry 0', 'sent', TUESDAY],
  ])
  expect(await post.send(WEDNESDAY)).toEqual(NO_MAIL)
})

test('what waited over a weekend with a holiday leaves as one message for each supervisor', async () => {
  // Good Friday to Easter Monday of 2012
  for (const [client, supervisor, on] of [
    ['Aalders', 'Berends', '2012-04-06'],
    ['Cornelis', 'Berends', '2012-04-07'],
    ['Dekker', 'Evers', '2012-04-08'],
    ['Faber', 'Berends', '2012-04-09'],
  ] as const)
    await post.asked(client, supervisor, on)
  for (const on of ['2012-04-06', '2012-04-07', '2012-04-08', '2012-04-09'])
    expect(await post.send(on, WORKING), on).toEqual(NO_MAIL)
  await post.asked('Gerrits', 'Hendriks', '2012-04-10')
  expect(await post.send('2012-04-10', WORKING)).toMatchObject({ sent: 3 })
  expect(post.arrived.map((one) => [one.to[0]?.split('@')[0], linksIn(one)]).sort()).toEqual([
    ['berends', 3],
    ['evers', 1],
    ['hendriks', 1],
  ])
})

test('the 7, 14 and 21 days count from the day as planned, whenever the message left', async () => {
  // planned on the Saturday before Easter, a holiday on the Monday: it leaves on Tuesday
  const saturday = day('2012-04-07')
  const { registrationId } = await post.asked('Aalders', 'Berends', saturday)
  const left: Record<string, number> = {}
  for (let days = 0; days <= 22; days++) {
    const on = addDays(saturday, days)
    const occasion = post.world.on(on)
    await dailySweep(post.world.desk(suppressed), occasion)
    await closeNonResponses(post.world.desk(suppressed), occasion)
    const { sent } = await post.send(on, WORKING)
    if (sent > 0) left[on] = sent
  }
  expect(await lines()).toEqual([
    ['inquiry 0', 'sent', '2012-04-07'],
    ['inquiry_reminder 1', 'sent', '2012-04-14'],
    ['inquiry_reminder 2', 'sent', '2012-04-21'],
  ])
  // both reminders were planned on a Saturday and left on the Monday after
  expect(left).toEqual({ '2012-04-10': 1, '2012-04-16': 1, '2012-04-23': 1 })
  expect(post.arrived.every(({ mail }) => mail.text?.includes('28 april 2012'))).toBe(true)
  const [gone] = await post.world.database.study.departure.findMany({ where: { registrationId } })
  expect(gone && [gone.reason, fromColumn(gone.leftOn)]).toEqual(['no_reply', '2012-04-28'])
})

test('a question and its reminder that meet in one message are one question', async () => {
  await post.asked('Aalders', 'Berends', MONDAY)
  const desk = post.world.desk(suppressed)
  const later = addDays(day(MONDAY), 7)
  await dailySweep(desk, post.world.on(later))
  expect(await post.send(later)).toMatchObject({ sent: 1 })
  expect(post.arrived.map(linksIn)).toEqual([1])
  const said = await post.world.database.study.mailLine.findMany({ orderBy: { id: 'asc' } })
  expect(said.map(({ kind, state, reason }) => [kind, state, reason])).toEqual([
    ['inquiry', 'sent', null],
    ['inquiry_reminder', 'cancelled', 'asked_already'],
  ])
})

test('who had a message today gets what is late another day', async () => {
  await post.asked('Aalders', 'Berends', TUESDAY)
  await post.send(TUESDAY)
  await post.asked('Cornelis', 'Berends', MONDAY)
  expect(await post.send(TUESDAY)).toMatchObject({ sent: 0 })
  expect(await post.send(WEDNESDAY)).toMatchObject({ sent: 1 })
  expect((await post.envelopes()).map(([, , on]) => on).sort()).toEqual([TUESDAY, WEDNESDAY])
})

test('a message that was tried goes first, as it was, and what is new waits a day', async () => {
  const { study } = post.world.database
  await post.asked('Aalders', 'Berends', MONDAY)
  post.refusals.push(no(451, '4.7.1 greylisted'))
  await post.send(MONDAY)
  const tried = await study.mailEnvelope.findFirstOrThrow()
  // as if it was refused after the text: it may have arrived all the same
  await study.mailEnvelope.updateMany({ data: { retryAt: null, reason: null } })
  await post.asked('Cornelis', 'Berends', TUESDAY)
  expect(await post.send(TUESDAY)).toMatchObject({ sent: 1 })
  expect(post.arrived.map(({ mail }) => mail.messageId)).toEqual([`<${tried.messageId}@koppel.example>`])
  expect(post.arrived.map(linksIn)).toEqual([1])
  expect(await post.send(TUESDAY)).toEqual(NO_MAIL)
  expect(await post.send(WEDNESDAY)).toMatchObject({ sent: 1 })
  expect(post.arrived).toHaveLength(2)
})

test('after a server that took nothing for days all leaves as one message', async () => {
  for (const [client, on] of [
    ['Aalders', MONDAY],
    ['Cornelis', TUESDAY],
  ] as const) {
    await post.asked(client, 'Berends', on)
    post.refusals.push(no(421, '4.3.2 not now'))
    await post.world.database.study.mailEnvelope.updateMany({ data: { retryAt: null } })
    expect(await post.send(on)).toMatchObject({ retry: 1 })
  }
  await post.world.database.study.mailEnvelope.updateMany({ data: { retryAt: null } })
  await post.asked('Dekker', 'Berends', WEDNESDAY)
  expect(await post.send(WEDNESDAY)).toMatchObject({ sent: 1 })
  expect(post.arrived.map(linksIn)).toEqual([3])
})

test('nothing leaves before its day', async () => {
  await post.asked('Aalders', 'Berends', TUESDAY)
  expect(await readyMail(post.world.database.study, post.world.on(MONDAY), 0)).toBe(false)
  expect(await post.send(MONDAY)).toEqual(NO_MAIL)
})
