import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { raiseAlarm } from '../../app/records/running/alarms'
import { openQueue } from '../../jobs/queues'
import { restoreTimetable, timetable } from '../../jobs/timetable'
import { SAMPLES } from '../mail/bounces/samples'
import { REPLIED } from '../people'
import { namedWorld, type World } from '../world'
import { answerOf, koppelHere } from './cli'
import { freshHome } from './database'

const home = await freshHome()
let world: World
beforeAll(async () => {
  world = await namedWorld(home.database)
  await world.inquired('Aalders')
})

const run = (...words: string[]) =>
  koppelHere([...words, '--json', '--home', home.folder, '--study', world.study.code], home.env)

test('the queue is shown with its timetable and the mail', async () => {
  const queue = openQueue({ jobsUrl: home.database.jobsUrl })
  try {
    await restoreTimetable(queue)
  } finally {
    await queue.close()
  }
  const shown = answerOf(await run('jobs'))
  expect(shown).toMatchObject({ study: world.study.code, counts: { waiting: 0, failed: 0 }, failed: [], last_runs: [] })
  expect(shown.timetable).toHaveLength(Object.keys(timetable).length)
  expect(shown.mail).toEqual({ states: { planned: 1 }, waiting: 1 })
})

test('alarms are listed, those that stand first', async () => {
  expect(answerOf(await run('alarms'))).toEqual({ study: world.study.code, standing: 0, alarms: [] })
  await raiseAlarm(world.db, world.on(REPLIED), { kind: 'work_differs', amount: 2 })
  expect(answerOf(await run('alarms'))).toMatchObject({
    standing: 1,
    alarms: [{ kind: 'work_differs', amount: 2, ended_at: null, told_at: null }],
  })
})

test('a mailbox is read, and read again without a change', async () => {
  const { messageId } = await world.db.mailEnvelope.findFirstOrThrow()
  await world.db.mailEnvelope.updateMany({ data: { state: 'sent', attempts: 1 } })
  await world.db.mailLine.updateMany({ data: { state: 'sent' } })
  const file = join(home.folder, 'mbox')
  writeFileSync(file, `From MAILER-DAEMON Mon Oct  8 07:00:03 2012\n${SAMPLES.gmail(messageId)}\n`)
  expect(answerOf(await run('bounces', file))).toMatchObject({ messages: 1, bounced: 1, known: 0 })
  expect(answerOf(await run('bounces', file))).toMatchObject({ messages: 1, bounced: 0, known: 1 })
  const nothing = await run('bounces', join(home.folder, 'nothing'))
  expect(nothing.code).toBe(1)
  expect(JSON.parse(nothing.stdout || nothing.stderr)).toMatchObject({ error: { code: 'unreadable_mailbox' } })
})
