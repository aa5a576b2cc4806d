import { type Day, toColumn } from '../../app/protocol/day'
import type { WorkQueue } from '../../jobs/queues'
import type { Stage } from './cast'
import { until } from './until'

/** An envelope that did not come to an end. */
export type Left = {
  readonly id: string
  readonly state: string
  readonly day: string
  readonly attempts: number
  readonly answer: string | null
}

/** What is still planned or on its way. */
export const standing = ({ desk, study }: Stage): Promise<Left[]> =>
  desk.study.$queryRaw<Left[]>`
    SELECT id, state, day::text, attempts, answer FROM study.mail_envelope
     WHERE study_id = ${study.id}::uuid AND state IN ('planned', 'sending') ORDER BY day, id`

/** Whether a message of this day waits that was not put off. */
export async function mayLeave({ desk, study }: Stage, day: Day): Promise<boolean> {
  const where = { studyId: study.id, state: 'planned', day: toColumn(day), retryAt: null }
  return (await desk.study.mailEnvelope.count({ where })) > 0
}

/** Asks for a job and waits until it was done, or has failed. */
export async function doneByWorkers(
  queue: WorkQueue,
  name: 'minute' | 'daily-sweep' | 'non-response' | 'send-mail',
): Promise<void> {
  const mark = `chaos-${name}-${crypto.randomUUID()}`
  await queue.enqueue(name, {}, mark)
  const stands = async () => ({
    counts: await queue.queue.getJobCounts(),
    job: (await queue.queue.getJob(mark))?.toJSON(),
  })
  await until(`${name} was done`, async () => (await queue.queue.getJob(mark)) === undefined, { stands })
}

/** Waits until nobody sends any more: of several who are asked to, one does. */
export async function nobodySends(queue: WorkQueue): Promise<void> {
  const sending = async () =>
    (await queue.queue.getJobs(['waiting', 'active'])).filter((job) => job?.name === 'send-mail')
  await until('nobody sends', async () => (await sending()).length === 0, { stands: () => queue.queue.getJobCounts() })
}

/** Asks for jobs as the timetable would, and much more often: none that is lost is missed for long. */
export function ringing(queue: WorkQueue): { readonly stop: () => Promise<void> } {
  let stopped = false
  const every = async (ms: number, name: 'minute' | 'daily-sweep' | 'non-response') => {
    while (!stopped) {
      const waiting = await queue.queue.getWaitingCount().catch(() => Number.POSITIVE_INFINITY)
      if (waiting < 2) await queue.enqueue(name, {}).catch(() => {})
      for (let waited = 0; waited < ms && !stopped; waited += 50) await new Promise((then) => setTimeout(then, 50))
    }
  }
  const rung = Promise.all([every(1_000, 'minute'), every(4_000, 'daily-sweep'), every(5_000, 'non-response')])
  return {
    stop: async () => {
      stopped = true
      await rung
    },
  }
}
