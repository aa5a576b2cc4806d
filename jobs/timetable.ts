import { now, systemToday } from '../app/platform/clock'
import type { StudyDb } from '../app/platform/database'
import { ZONE } from '../app/protocol/day'
import { wallAt } from '../app/protocol/moment'
import { undoneOn } from '../app/records/running/runs'
import { type JobName, jobOptions, type WorkQueue } from './queues'

type Recurring = {
  readonly pattern: string
  readonly attempts: number
  readonly retryAfterMs: number
  /** From which time of an Amsterdam wall on (HH:MM) a day should have had its first; without it the next is soon enough. */
  readonly missedFrom?: string
}

/** All that recurs, in the study's time zone. Each is a scan for what is due: one that is missed can be made up. */
export const timetable = {
  'daily-sweep': { pattern: '0 6 * * *', attempts: 5, retryAfterMs: 60_000, missedFrom: '06:05' },
  'non-response': { pattern: '20 * * * *', attempts: 3, retryAfterMs: 60_000, missedFrom: '00:25' },
  // neither in the hour that comes twice in October nor in the one that does not come in March
  backup: { pattern: '30 1 * * *', attempts: 3, retryAfterMs: 600_000 },
  // on Sunday, with the back-up of its night
  'restore-drill': { pattern: '0 5 * * 0', attempts: 1, retryAfterMs: 0 },
  // before the day begins, so that what is due goes on its day
  retention: { pattern: '30 3 * * *', attempts: 3, retryAfterMs: 300_000, missedFrom: '03:35' },
  // before anybody reads a list
  'recompute-work': { pattern: '0 4 * * *', attempts: 3, retryAfterMs: 300_000, missedFrom: '04:05' },
  'read-bounces': { pattern: '*/10 * * * *', attempts: 1, retryAfterMs: 0 },
  minute: { pattern: '* * * * *', attempts: 1, retryAfterMs: 0 },
  // never more than a minute behind, also when one of them is missed
  'seal-audit': { pattern: '*/20 * * * * *', attempts: 1, retryAfterMs: 0 },
} as const satisfies Partial<Record<JobName, Recurring>>

/**
 * Puts the timetable in the queue where it is missing, and returns what had to be put there: an emptied Redis has lost
 * it. One that stands is left alone: writing it again in the second that it fires would skip that time.
 */
export async function restoreTimetable({ queue }: WorkQueue): Promise<string[]> {
  const restored: string[] = []
  for (const [name, recurring] of Object.entries(timetable)) {
    const { pattern } = recurring
    const standing = await queue.getJobScheduler(name)
    const same = standing?.pattern === pattern && standing.tz === ZONE
    if (same && (await queue.getJob(`repeat:${name}:${standing.next}`))) continue
    await queue.upsertJobScheduler(name, { pattern, tz: ZONE }, { name, data: {}, opts: optionsOf(recurring) })
    restored.push(name)
  }
  return restored
}

const optionsOf = ({ attempts, retryAfterMs }: Recurring) => ({
  ...jobOptions,
  attempts,
  backoff: { type: 'exponential', delay: retryAfterMs },
})

/**
 * Asks for what today should have had by now and has not, whatever became of it: the queue was emptied or drained, or no
 * worker was there. Once a day: one that fails stays, with its mark, to be looked at. Nothing is asked for that waits, runs
 * or is to be tried again. Gives what was asked for.
 */
export async function ringMissed({ queue }: WorkQueue, db: StudyDb): Promise<string[]> {
  const [today, wall] = [systemToday(), wallAt(now()).slice(11)]
  const due = Object.entries<Recurring>(timetable).filter(([, { missedFrom }]) => missedFrom && missedFrom <= wall)
  // the queue first: one that ends between the two looks has noted that it ran
  const [atHand, delayed] = await Promise.all([queue.getJobs(['waiting', 'active']), queue.getDelayed()])
  const again = delayed.filter((job) => job?.attemptsMade > 0)
  // a job that ended between two looks is there no more
  const underWay = new Set([...atHand, ...again].map((job) => job?.name))
  const names = due.map(([name]) => name).filter((name) => !underWay.has(name))
  const undone = new Set(names.length > 0 ? await undoneOn(db, today, names) : [])
  const asked: string[] = []
  for (const [name, recurring] of due) {
    const jobId = `${name}-${today}`
    if (!undone.has(name) || (await queue.getJob(jobId))) continue
    await queue.add(name, {}, { ...optionsOf(recurring), jobId })
    asked.push(name)
  }
  return asked
}
