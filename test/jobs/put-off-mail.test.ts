import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { smtpTransport } from '../../app/mail/smtp'
import { addDays, day } from '../../app/protocol/day'
import { sendWaitingMail } from '../../jobs/outgoing-mail'
import { no, smtpPeer } from '../mail/smtp-peer'
import { linksIn, openPost, type Post } from './post'

const DAY = day('2012-03-05')
let post: Post
beforeEach(async () => {
  post = await openPost()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await post.close()
})

const clockAt = (on: string) => {
  vi.stubEnv('KOPPEL_MODE', 'test')
  vi.stubEnv('KOPPEL_NOW', `${on}T08:00:00Z`)
}
const addressWork = () => post.world.database.study.work.count({ where: { kind: 'address' } })

test('what no server ever got takes what comes up later', async () => {
  const { study } = post.world.database
  await post.asked('Aalders', 'Berends', DAY)
  for (const _ of [1, 2]) {
    post.refusals.push(no(451, '4.7.1 greylisted'))
    await study.mailEnvelope.updateMany({ data: { retryAt: null } })
    expect(await post.send(DAY)).toMatchObject({ retry: 1 })
  }
  await post.asked('Cornelis', 'Berends', DAY)
  await study.mailEnvelope.updateMany({ data: { retryAt: null } })
  expect(await post.send(DAY)).toMatchObject({ sent: 1 })
  expect(post.arrived.map(linksIn)).toEqual([2])
  expect(await study.mailEnvelope.findMany()).toMatchObject([{ attempts: 3, reason: null }])
})

test('a recipient who is refused for now for five days is a task for the coordinator', async () => {
  const { study } = post.world.database
  clockAt(DAY)
  await post.asked('Aalders', 'Berends', DAY)
  for (let days = 0; days < 6; days++) {
    const on = addDays(DAY, days)
    clockAt(on)
    expect(await addressWork(), on).toBe(0)
    post.refusals.push(no(452, '4.2.2 mailbox full'))
    expect(await post.send(on), on).toMatchObject(days < 5 ? { retry: 1 } : {})
  }
  const failed = { state: 'failed', reason: 'not_taken' }
  expect(await study.mailEnvelope.findMany()).toMatchObject([{ ...failed, answer: '452 4.2.2 mailbox full' }])
  expect(await study.mailLine.findMany()).toMatchObject([failed])
  expect(await addressWork()).toBe(1)
})

test('a server that is away for a week makes nobody a task', async () => {
  clockAt(DAY)
  await post.asked('Aalders', 'Berends', DAY)
  const gone = await smtpPeer()
  await gone.close()
  const transport = smtpTransport(gone.url, 'onderzoek@koppel.example')
  for (let days = 0; days < 8; days++) {
    const on = addDays(DAY, days)
    clockAt(on)
    expect(await sendWaitingMail(post.world.desk(transport), post.world.on(on)), on).toMatchObject({ retry: 1 })
  }
  transport.close?.()
  expect(await post.world.database.study.mailEnvelope.findMany()).toMatchObject([
    { state: 'planned', reason: 'unheard', attempts: 8 },
  ])
  expect(await addressWork()).toBe(0)
})
