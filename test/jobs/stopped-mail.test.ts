import { afterEach, beforeEach, expect, test } from 'vitest'
import { NO_MAIL } from '../../app/records/ledger/settle'
import { no } from '../mail/smtp-peer'
import { openPost, type Post } from './post'
import { minutesAgo } from './world'

const DAY = '2012-03-05'
let post: Post
beforeEach(async () => {
  post = await openPost()
})
afterEach(() => post.close())

const ids = async () =>
  (await post.world.database.study.mailEnvelope.findMany({ orderBy: { id: 'asc' } })).map(
    ({ messageId }) => `<${messageId}@koppel.example>`,
  )

test('what nobody can mend by waiting stops the job and is raised; after a pause the rest goes, and that last', async () => {
  await post.asked('Aalders', 'Berends', DAY)
  await post.asked('Cornelis', 'Evers', DAY)
  post.refusals.push(no(554, '5.7.1 sender not allowed'))
  await expect(post.send(DAY)).rejects.toThrow(/5\.7\.1/)
  expect(post.arrived).toHaveLength(0)
  expect(await post.envelopes()).toEqual([
    ['planned', 'stopped', DAY],
    ['planned', null, DAY],
  ])
  expect(await post.send(DAY)).toEqual(NO_MAIL)
  await post.world.database.study.mailEnvelope.updateMany({
    where: { reason: 'stopped' },
    data: { claimedAt: minutesAgo(2), retryAt: null },
  })
  expect(await post.send(DAY)).toMatchObject({ sent: 2 })
  expect(post.arrived.map(({ mail }) => mail.messageId)).toEqual((await ids()).reverse())
})

test('a door that stays shut is knocked at less and less often, and each message stays to be sent', async () => {
  for (const name of ['Aalders', 'Cornelis', 'Dekker', 'Evers']) await post.asked(name, `Of${name}`, DAY)
  const { study } = post.world.database
  const earlier = (minutes: number) => study.$executeRaw`
    UPDATE study.mail_envelope SET claimed_at = claimed_at - make_interval(mins => ${minutes}::int) WHERE reason = 'stopped'`
  const knocks = () => study.mailEnvelope.count({ where: { reason: 'stopped' } })
  for (const [pause, knocked] of [
    [0, 1],
    [2, 2],
    [4, 2],
    [2, 3],
    [14, 3],
    [2, 4],
  ] as const) {
    post.refusals[0] = no(535, '5.7.8 bad login')
    await earlier(pause)
    await post.send(DAY).catch(() => {})
    expect(await knocks(), `${pause} minutes later`).toBe(knocked)
  }
  expect(await study.mailEnvelope.count({ where: { state: 'planned' } })).toBe(4)
})

test('one that is stopped again though others got through in between is about its recipient: a task, and no closed door', async () => {
  const { study } = post.world.database
  await post.asked('Aalders', 'Berends', DAY)
  const stopped = () => post.refusals.push(no(550, '5.7.1 not allowed'))
  const later = () =>
    study.mailEnvelope.updateMany({
      where: { reason: 'stopped' },
      data: { claimedAt: minutesAgo(30), retryAt: minutesAgo(20) },
    })
  stopped()
  await expect(post.send(DAY)).rejects.toThrow(/5\.7\.1/)
  // nobody else got through: it may be us
  await later()
  stopped()
  await expect(post.send(DAY)).rejects.toThrow(/5\.7\.1/)
  expect(await post.envelopes()).toEqual([['planned', 'stopped', DAY]])
  await later()
  await post.asked('Cornelis', 'Evers', DAY)
  await study.mailEnvelope.updateMany({ where: { reason: 'stopped' }, data: { retryAt: minutesAgo(-5) } })
  expect(await post.send(DAY)).toMatchObject({ sent: 1 })
  await later()
  stopped()
  await post.send(DAY).catch(() => {})
  expect(await post.envelopes()).toEqual([
    ['failed', 'not_taken', DAY],
    ['sent', null, DAY],
  ])
  expect(await study.mailLine.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
    { state: 'failed', reason: 'not_taken' },
    { state: 'sent' },
  ])
  expect(await study.work.findMany({ where: { kind: 'address' } })).toHaveLength(1)
  await post.asked('Dekker', 'Faber', DAY)
  expect(await post.send(DAY)).toMatchObject({ sent: 1 })
})
