import { expect, test } from 'vitest'
import { suppressed } from '../../app/mail/transport'
import { ANY_TIME } from '../../app/protocol/sending'
import { deskOf } from '../../jobs/desk'
import { replay } from '../../jobs/replay/replay'
import { freshDatabase } from '../database'
import { ownFolder } from '../koppel/cli'
import { codeOf } from '../world'
import { dayIn, FILES, published, smallCohort, writeCohort } from './small-cohort'

test('the same cohort replayed by two at once is one study, played once', async () => {
  const database = await freshDatabase()
  const { study } = database
  const desk = deskOf(database, database, { transport: suppressed, sending: ANY_TIME, baseUrl: 'http://localhost' })
  const cohort = smallCohort(4, '2011-11-20')
  // no file may be empty, and a row that cannot be read is kept with the replay that it belongs to
  const empty = FILES.filter((file) => cohort[file].rows.length === 0)
  for (const file of empty) cohort[file].rows.push({ ...published(file).rows[0], [dayIn(file)]: 'never' })
  const folder = writeCohort(ownFolder(), cohort)
  const play = () => replay(desk, { folder, protocol: 'werkalliantie' })
  expect((await Promise.all([play(), play()])).map(codeOf).sort()).toEqual(['done', 'replay_running'])
  expect(codeOf(await play())).toBe('already_replayed')
  expect([await study.study.count(), await study.replay.count(), await study.replayRefusal.count()]).toEqual([
    1,
    1,
    empty.length,
  ])
  const days = await study.auditEntry.findMany({ where: { verb: 'play_day' }, select: { day: true } })
  expect(new Set(days.map(({ day }) => day.getTime())).size).toBe(days.length)
})
