import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mendedSince } from '../../app/identity/mended'
import { day, fromColumn } from '../../app/protocol/day'
import { recordReply } from '../../app/records/intake/reply'
import { bounceMail } from '../../app/records/ledger/bounced'
import { failedTo, resendFailed } from '../../app/records/ledger/resend'
import { no } from '../mail/smtp-peer'
import { linksIn, openPost, type Post } from './post'
import { addressFor } from './world'

const DAY = '2012-03-05'
const NEXT = '2012-03-06'
let post: Post
beforeEach(async () => {
  post = await openPost()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await post.close()
})

test('what did not reach a supervisor goes again once the register told another address: the same lines, another envelope', async () => {
  const { study } = post.world.database
  const { supervisorId } = await post.asked('Aalders', 'Berends', DAY)
  const answered = await post.asked('Cornelis', 'Berends', DAY)
  post.refusals.push(no(550, '5.1.1 no such user'))
  expect(await post.send(DAY)).toMatchObject({ failed: 1 })
  const failed = await failedTo(study, supervisorId)
  expect(failed?.lines).toMatchObject([
    { kind: 'inquiry', reason: 'unknown_mailbox' },
    { kind: 'inquiry', reason: 'unknown_mailbox' },
  ])
  const since = failed?.tried as Date
  const { vault, keys } = post.world.database
  expect(await mendedSince({ db: vault, keys }, supervisorId, since)).toBe(false)
  // the register tells another address, in the row of a client
  await post.world.client('Aalders', 'Berends', DAY, addressFor('Better'))
  expect(await mendedSince({ db: vault, keys }, supervisorId, since)).toBe(true)
  // one of the two was answered by telephone meanwhile
  const reply = { isSupervisor: false, contacts: null, nextContactOn: null, reason: null }
  expect(
    await recordReply(study, post.world.on(NEXT), {
      ...{ registrationId: answered.registrationId, repliedOn: day(NEXT) },
      ...reply,
    }),
  ).toMatchObject({ ok: true })

  expect(await resendFailed(study, post.world.on(NEXT), supervisorId)).toEqual({ ok: true, value: 2 })
  expect(await resendFailed(study, post.world.on(NEXT), supervisorId)).toMatchObject({
    ok: false,
    refusal: { code: 'nothing_failed' },
  })
  expect(await post.send(NEXT)).toMatchObject({ sent: 1 })
  expect(post.arrived.map(({ to }) => to)).toEqual([[addressFor('Better')]])
  expect(post.arrived.map(linksIn)).toEqual([1])
  expect(await post.envelopes()).toEqual([
    ['failed', 'unknown_mailbox', DAY],
    ['sent', null, NEXT],
  ])
  const lines = await study.mailLine.findMany({ orderBy: { id: 'asc' } })
  expect(lines.map(({ state, reason, plannedOn }) => [state, reason, fromColumn(plannedOn)])).toEqual([
    ['sent', null, DAY],
    ['cancelled', 'replied', DAY],
  ])
  expect(await failedTo(study, supervisorId)).toBeNull()
})

test('on the day on which it failed it goes the day after: one message a day', async () => {
  const { study } = post.world.database
  const { supervisorId } = await post.asked('Aalders', 'Berends', DAY)
  post.refusals.push(no(550, '5.1.1 no such user'))
  await post.send(DAY)
  expect(await resendFailed(study, post.world.on(DAY), supervisorId)).toEqual({ ok: true, value: 1 })
  expect(await post.envelopes()).toEqual([
    ['failed', 'unknown_mailbox', DAY],
    ['planned', null, NEXT],
  ])
})

test('a report that is read after the address was mended counts from when the message left', async () => {
  vi.stubEnv('KOPPEL_MODE', 'test')
  const { study, vault, keys } = post.world.database
  vi.stubEnv('KOPPEL_NOW', `${DAY}T08:00:00Z`)
  const { supervisorId } = await post.asked('Aalders', 'Berends', DAY)
  await post.send(DAY)
  vi.stubEnv('KOPPEL_NOW', '2012-03-07T08:00:00Z')
  await post.world.client('Aalders', 'Berends', '2012-03-07', addressFor('Better'))
  vi.stubEnv('KOPPEL_NOW', '2012-03-09T08:00:00Z')
  const { messageId } = await study.mailEnvelope.findFirstOrThrow()
  await bounceMail(study, post.world.on('2012-03-09'), [{ messageId, status: '5.1.1' }])
  const failed = await failedTo(study, supervisorId)
  expect(failed?.lines.map(({ on }) => on)).toEqual(['2012-03-09'])
  expect(await mendedSince({ db: vault, keys }, supervisorId, failed?.tried as Date)).toBe(true)
})

test('what is sent again in an envelope that was cancelled waits since then', async () => {
  vi.stubEnv('KOPPEL_MODE', 'test')
  const { study } = post.world.database
  vi.stubEnv('KOPPEL_NOW', `${DAY}T08:00:00Z`)
  const { supervisorId } = await post.asked('Aalders', 'Berends', DAY)
  post.refusals.push(no(550, '5.1.1 no such user'))
  await post.send(DAY)
  vi.stubEnv('KOPPEL_NOW', `${NEXT}T06:05:00Z`)
  await post.asked('Cornelis', 'Berends', NEXT)
  await study.inquiry.updateMany({ where: { sentOn: new Date(NEXT) }, data: { repliedOn: new Date(NEXT) } })
  await post.send(NEXT)
  expect((await post.envelopes())[1]).toEqual(['cancelled', null, NEXT])
  vi.stubEnv('KOPPEL_NOW', `${NEXT}T12:00:00Z`)
  expect(await resendFailed(study, post.world.on(NEXT), supervisorId)).toEqual({ ok: true, value: 1 })
  const again = await study.mailEnvelope.findFirstOrThrow({ where: { state: 'planned' } })
  expect(again.plannedAt).toEqual(new Date(`${NEXT}T12:00:00Z`))
})
