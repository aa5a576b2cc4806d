import { afterEach, beforeEach, expect, test } from 'vitest'
import { suppressed } from '../../app/mail/transport'
import { addDays, day, fromColumn } from '../../app/protocol/day'
import { resendFailed } from '../../app/records/ledger/resend'
import { closeInquiries } from '../../app/records/sweeps/non-response'
import { remindInquiries } from '../../app/records/sweeps/remind-inquiries'
import { closeNonResponses } from '../../jobs/non-response'
import { no } from '../mail/smtp-peer'
import { openPost, type Post } from './post'

const DAY = day('2012-03-05')
let post: Post
beforeEach(async () => {
  post = await openPost()
})
afterEach(() => post.close())

const sweeps = async (on: string) => [
  await remindInquiries(post.world.database.study, post.world.on(on)),
  await closeInquiries(post.world.database.study, post.world.on(on)),
]

test('who never got the question is neither reminded nor counted as silent; their days begin when it goes out', async () => {
  const { study } = post.world.database
  const { registrationId, supervisorId } = await post.asked('Aalders', 'Berends', DAY)
  const heard = await post.asked('Cornelis', 'Dekker', DAY)
  post.refusals.push(no(550, '5.1.1 no such user'))
  expect(await post.send(DAY)).toMatchObject({ failed: 1, sent: 1 })
  // the one whose mail arrived is reminded, and then silent
  const failed = await study.mailLine.findFirstOrThrow({ where: { state: 'failed' } })
  const [lost, silent] =
    failed.registrationId === registrationId
      ? [registrationId, heard.registrationId]
      : [heard.registrationId, registrationId]
  const unheard = failed.registrationId === registrationId ? supervisorId : heard.supervisorId
  expect(await sweeps(addDays(DAY, 8))).toEqual([1, 0])
  expect(await sweeps(addDays(DAY, 21))).toEqual([0, 1])
  expect((await study.departure.findMany()).map((one) => one.registrationId)).toEqual([silent])
  // the register told another address, and the question goes out
  const again = addDays(DAY, 25)
  expect(await resendFailed(study, post.world.on(again), unheard)).toMatchObject({ ok: true, value: 1 })
  expect(fromColumn((await study.inquiry.findUniqueOrThrow({ where: { registrationId: lost } })).sentOn)).toBe(again)
  expect(await post.send(again)).toMatchObject({ sent: 1 })
  expect(post.arrived.at(-1)?.mail.text).toContain('20 april 2012')
  expect(await sweeps(addDays(again, 7))).toEqual([1, 0])
  expect(await sweeps(addDays(again, 20))).toEqual([1, 0])
  expect(await sweeps(addDays(again, 21))).toEqual([0, 1])
})

test('while mail stands still nobody is silent; when it leaves again the days of what waited begin', async () => {
  const { study } = post.world.database
  const { registrationId } = await post.asked('Aalders', 'Berends', DAY)
  const job = async (on: string) => {
    await remindInquiries(study, post.world.on(on))
    return closeNonResponses(post.world.desk(suppressed), post.world.on(on))
  }
  for (let on = addDays(DAY, 1); on <= addDays(DAY, 24); on = addDays(on, 1))
    expect((await job(on)).inquiries ?? 0).toBe(0)
  const out = addDays(DAY, 24)
  expect(await post.send(out)).toMatchObject({ sent: 1 })
  expect(post.arrived).toHaveLength(1)
  expect(post.arrived[0]?.mail.text).toContain('donderdag 19 april 2012')
  expect(fromColumn((await study.inquiry.findUniqueOrThrow({ where: { registrationId } })).sentOn)).toBe(out)
  expect(await job(addDays(out, 20))).toEqual({ inquiries: 0, questionnaires: 0 })
  expect(await job(addDays(out, 21))).toEqual({ inquiries: 1, questionnaires: 0 })
})

test('a message that one server keeps putting off keeps no other case open, and what lies behind it is asked anew', async () => {
  const { study } = post.world.database
  const stuck = await post.asked('Aalders', 'Berends', DAY)
  post.refusals.push(no(451, '4.7.1 not now'))
  await post.send(DAY)
  // as if it was refused after the text, and is put off again each time
  await study.mailEnvelope.updateMany({ data: { reason: null, retryAt: new Date('2100-01-01') } })
  const behind = await post.asked('Cornelis', 'Berends', DAY)
  const silent = await post.asked('Dekker', 'Evers', DAY)
  const closed: number[] = []
  for (let days = 1; days <= 24; days++) {
    const on = addDays(DAY, days)
    const { inquiries = 0 } = await closeNonResponses(post.world.desk(suppressed), post.world.on(on))
    if (inquiries > 0) closed.push(days)
    await post.send(on)
  }
  expect(closed).toEqual([21])
  const gone = await study.departure.findMany()
  expect(gone.map(({ registrationId }) => registrationId)).toEqual([silent.registrationId])
  for (const { registrationId } of [stuck, behind]) {
    const { sentOn } = await study.inquiry.findUniqueOrThrow({ where: { registrationId } })
    expect(fromColumn(sentOn)).toBe(addDays(DAY, 21))
  }
})
