import { said } from '../../../app/platform/environment'
import { ALARMS } from '../../../app/protocol/alarms'
import { todayOf } from '../../../app/records/clock'
import { alarmsOf } from '../../../app/records/running/alarms'
import { mailStanding } from '../../../app/records/running/mail-standing'
import { lastRuns } from '../../../app/records/running/runs'
import { answer, type Command } from '../command'
import { withSession, withStudy } from '../session'
import { language, refusalAnswer } from '../words'

// the queue, and what reads mail, come when they are asked for: every other command would read them in vain
export const jobsCommand: Command = {
  words: ['jobs'],
  about:
    'the queue: how many jobs in which state, what failed, what recurs and when it was last done; the mail by state',
  run: (given) =>
    withStudy(given, async ({ databases: { study: db, jobsUrl }, study }) => {
      const [{ openQueue }, { queueSight }] = await Promise.all([
        import('../../../jobs/queues'),
        import('../../../jobs/queue-sight'),
      ])
      const queue = openQueue({ jobsUrl, redisUrl: said().REDIS_URL })
      try {
        const today = await todayOf(db, study.id)
        const { states, waiting } = await mailStanding(db, { study, today })
        const runs = await lastRuns(db, study.id)
        return answer({ study: study.code, ...(await queueSight(queue)), last_runs: runs, mail: { states, waiting } })
      } finally {
        await queue.close()
      }
    }),
}

const EARLIER = 100

export const alarmsCommand: Command = {
  words: ['alarms'],
  about: 'what somebody has to look at: alarms that stand, and the last hundred that are over',
  run: (given) =>
    withStudy(given, async ({ databases: { study: db }, study }) => {
      const alarms = (await alarmsOf(db, study.id, EARLIER)).map(({ kind, amount, raisedAt, toldAt, endedAt }) => ({
        kind,
        amount,
        what: ALARMS[kind].what(amount)[language],
        raised_at: raisedAt,
        told_at: toldAt,
        ended_at: endedAt,
      }))
      return answer({ study: study.code, standing: alarms.filter((one) => one.ended_at === null).length, alarms })
    }),
}

export const bouncesCommand: Command = {
  words: ['bounces'],
  parameters: ['FILE'],
  about: 'read an mbox file or a Maildir folder of messages that came back; reading it again changes nothing',
  run: (given) =>
    withSession(given, async ({ desk }) => {
      const { takeBounces } = await import('../../../jobs/bounces')
      const mailbox = given.parameters[0] ?? ''
      try {
        return answer((await takeBounces(desk, mailbox, null)).read)
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'ENOTDIR') throw error
        return refusalAnswer({ code: 'unreadable_mailbox' })
      }
    }),
}
