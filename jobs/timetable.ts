import { ZONE } from '../app/protocol/day'
import { type JobName, jobOptions, type WorkQueue } from './queues'

type Recurring = { readonly pattern: string; readonly attempts: number; readonly retryAfterMs: number }

/** All that recurs, in the study's time zone. Each is a scan for what is due: one that is missed is made up by the next. */
export const timetable = {
  'daily-sweep': { pattern: '0 6 * * *', attempts: 5, retryAfterMs: 60_000 },
  'non-response': { pattern: '20 * * * *', attempts: 3, retryAfterMs: 60_000 },
  // before the day begins, so that what is due goes on its day
  retention: { pattern: '30 3 * * *', attempts: 3, retryAfterMs: 300_000 },
  // before anybody reads a list
  'recompute-work': { pattern: '0 4 * * *', attempts: 3, retryAfterMs: 300_000 },
  'read-bounces': { pattern: '*/10 * * * *', attempts: 1, retryAfterMs: 0 },
  minute: { pattern: '* * * * *', attempts: 1, retryAfterMs: 0 },
} as const satisfies Partial<Record<JobName, Recurring>>

/**
 * Puts the timetable in the queue where it is missing, and returns what had to be put there: an emptied Redis has lost
 * it. One that stands is left alone: writing it again in the second that it fires would skip that time.
 */
export async function restoreTimetable({ queue }: WorkQueue): Promise<string[]> {
  const restored: string[] = []
  for (const [name, { pattern, attempts, retryAfterMs }] of Object.entries(timetable)) {
    const standing = await queue.getJobScheduler(name)
    const same = standing?.pattern === pattern && standing.tz === ZONE
    if (same && (await queue.getJob(`repeat:${name}:${standing.next}`))) continue
    const opts = { ...jobOptions, attempts, backoff: { type: 'exponential', delay: retryAfterMs } }
    await queue.upsertJobScheduler(name, { pattern, tz: ZONE }, { name, data: {}, opts })
    restored.push(name)
  }
  return restored
}
