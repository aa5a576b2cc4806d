import { withoutValues } from '../app/platform/plain-error'
import { JOB_STATES, type QueueDesk, type QueueSight } from '../app/platform/queue-sight'
import type { WorkQueue } from './queues'

/** Failed jobs are kept for a week; of more than this many the oldest are not shown. */
const MOST_SHOWN = 50

/** Looks at the queue, whichever it is. */
export async function queueSight({ queue }: WorkQueue): Promise<QueueSight> {
  const [counts, failed, active, timetable] = await Promise.all([
    queue.getJobCounts(...JOB_STATES),
    queue.getFailed(0, MOST_SHOWN - 1),
    queue.getActive(0, MOST_SHOWN - 1),
    queue.getJobSchedulers(),
  ])
  return {
    counts: Object.fromEntries(JOB_STATES.map((state) => [state, counts[state] ?? 0])) as QueueSight['counts'],
    // a job that ended between two looks is there no more
    failed: failed.filter(Boolean).map(({ id = '', name, finishedOn, failedReason = '' }) => {
      return { id, name, failedAt: momentOf(finishedOn), reason: withoutValues(failedReason) }
    }),
    active: active
      .filter(Boolean)
      .map(({ id = '', name, processedOn }) => ({ id, name, since: momentOf(processedOn) })),
    timetable: timetable
      .map(({ key, next }) => ({ name: key, next: momentOf(next) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

const momentOf = (milliseconds: number | null | undefined): Date | null =>
  milliseconds ? new Date(milliseconds) : null

async function retryJob({ queue }: WorkQueue, id: string): Promise<boolean> {
  const job = await queue.getJob(id)
  if (!job || (await job.getState()) !== 'failed') return false
  await job.retry('failed', { resetAttemptsMade: true })
  return true
}

/**
 * What waits now goes; what is planned for later stays, so the timetable stands. What the jobs were to do is found again in
 * the database by the next of their kind: mail, codes, imports and halves of pairs within a minute.
 */
async function drainQueue({ queue }: WorkQueue): Promise<number> {
  const waiting = await queue.getWaitingCount()
  await queue.drain()
  return waiting
}

/** The queue as a page looks at it. */
export const deskAt = (queue: WorkQueue): QueueDesk => ({
  reached: () => queue.queue.getWaitingCount(),
  sight: () => queueSight(queue),
  retry: (id) => retryJob(queue, id),
  drain: () => drainQueue(queue),
})
