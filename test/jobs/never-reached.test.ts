import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays, day, fromColumn } from '../../app/protocol/day'
import { resendFailed } from '../../app/records/ledger/resend'
import { closeInquiries } from '../../app/records/sweeps/non-response'
import { remindInquiries } from '../../app/records/sweeps/remind-inquiries'
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
