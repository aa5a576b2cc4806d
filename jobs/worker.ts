import type { Job } from 'bullmq'
import { rotating } from '../app/identity/rotation'
import { log, marked } from '../app/platform/log'
import { asPlainError } from '../app/platform/plain-error'
import { sendCodes } from './access-codes'
import { advanceClock, movingStudies } from './advance-clock'
import { restoreDrill } from './backup/drill'
import { backupDue, nightlyBackup } from './backup/nightly'
import { readBounces } from './bounces'
import { dailySweep } from './daily-sweep'
import type { Desk } from './desk'
import { byCalendar, byCalendarOrStanding, everyStudy } from './every-study'
import { runImport } from './imports/run'
import { goOnWithImports } from './imports/under-way'
import { minute } from './minute'
import { closeNonResponses } from './non-response'
import { sendWaitingMail } from './outgoing-mail'
import {
  type JobCargo,
  type JobName,
  openQueue,
  openWorker,
  type QueueConnection,
  ringForClock,
  type WorkQueue,
} from './queues'
import { lookAtWork } from './recompute-work'
import { goOnWithReleases, makeRelease } from './release/job'
import { goOnResealing } from './reseal'
import { retain } from './retention'
import { sealAudit } from './seal-audit'
import { restoreTimetable, ringMissed } from './timetable'

type Doing = { readonly [N in JobName]: (desk: Desk, cargo: JobCargo[N], queue: WorkQueue) => Promise<unknown> }

const doing: Doing = {
  'daily-sweep': (desk) => everyStudy(desk, 'daily-sweep', byCalendar, dailySweep),
  'non-response': (desk) => everyStudy(desk, 'non-response', byCalendar, closeNonResponses),
  retention: (desk) =>
    everyStudy(desk, 'retention', byCalendar, (at, occasion) => retain(at, occasion, { announced: true })),
  'recompute-work': (desk) => everyStudy(desk, 'recompute-work', byCalendarOrStanding, lookAtWork),
  minute: async (desk, _, queue) => {
    // jobs of their own: what stops or slows the mail of the day keeps back no code and no half of a withdrawal
    await queue.enqueue('send-codes', {}, 'send-codes')
    await queue.enqueue('send-mail', {})
    const missed = await ringMissed(queue, desk.study)
    if (missed.length > 0) log.warn({ missed }, 'recurring work of today was missed and is made up for')
    await everyStudy(desk, 'minute', turnOf(desk), minute)
    if (desk.transport.name !== 'smtp') for (const id of await movingStudies(desk)) await ringForClock(queue, id)
    await goOnWithImports(desk, queue)
    await goOnWithReleases(desk, queue)
    if (await backupDue(desk)) await queue.enqueue('backup', {}, 'backup')
    if (await rotating(desk.vault)) await queue.enqueue('reseal', {}, 'reseal')
  },
  'advance-clock': (desk, { studyId }) => advanceClock(desk, studyId),
  'seal-audit': sealAudit,
  reseal: goOnResealing,
  backup: nightlyBackup,
  'restore-drill': restoreDrill,
  'send-codes': sendCodes,
  'send-mail': sendMail,
  'read-bounces': readBounces,
  'import-file': (desk, { importId }) => runImport(desk, importId),
  'make-release': (desk, { releaseId }) => makeRelease(desk, releaseId),
}

const turnOf = ({ transport }: Desk) => (transport.name === 'demo' ? byCalendarOrStanding : byCalendar)

/** Desks at which somebody is sending. */
const sending = new WeakSet<Desk>()

/** Sends what waits. One at a time in a process: a slow mail server takes one of its places, however many minutes ask. */
async function sendMail(desk: Desk): Promise<void> {
  if (sending.has(desk)) return
  sending.add(desk)
  try {
    await everyStudy(desk, 'send-mail', turnOf(desk), sendWaitingMail)
  } finally {
    sending.delete(desk)
  }
}

/** A worker at work; closing it lets the step at hand end. */
export type RunningWorker = { readonly close: () => Promise<void> }

const TIMETABLE_EVERY_MS = 60_000

/**
 * Starts working: jobs of the queue, and every minute a look whether the timetable still stands (an emptied Redis has
 * lost it). Any number may run at once. Close it before the database; the desk's transport is closed with it.
 */
export async function startWorker(
  desk: Omit<Desk, 'stop'>,
  connection: QueueConnection,
  options: Parameters<typeof openWorker>[2] & { readonly timetableEveryMs?: number } = {},
): Promise<RunningWorker> {
  const { timetableEveryMs = TIMETABLE_EVERY_MS, ...locks } = options
  const stopping = new AbortController()
  const working: Desk = { ...desk, stop: stopping.signal }
  const queue = openQueue(connection)
  // the queue keeps what a job failed of, with its stack, for a week
  const plainly = (error: unknown) => Promise.reject(asPlainError(error))
  const worker = openWorker(connection, (job) => belonging(job, () => run(working, job, queue).catch(plainly)), locks)
  worker.on('failed', (job, error) => log.error({ job: job?.name, jobId: job?.id, err: error }, 'a job failed'))
  await worker.waitUntilReady()
  await restoreTimetable(queue)
  const timer = setInterval(() => {
    restoreTimetable(queue).then(
      (restored) => restored.length > 0 && log.warn({ restored }, 'the timetable was gone and is back'),
      (error: Error) => log.warn({ reason: error.message }, 'the timetable could not be looked at'),
    )
  }, timetableEveryMs)
  return {
    close: async () => {
      stopping.abort()
      clearInterval(timer)
      await worker.close()
      await queue.close()
      desk.transport.close?.()
    },
  }
}

/** Each line that the log gets during a job says to which it belongs. */
const belonging = <T>({ name, id = '' }: Job, work: () => T): T => marked({ job: name, jobId: id }, work)

/** A name that no version of ours knows is a job of a newer one: it fails, and stays to be looked at. */
async function run(desk: Desk, job: Job, queue: WorkQueue): Promise<void> {
  if (!(job.name in doing)) throw new Error(`no job is called ${job.name}`)
  const name = job.name as JobName
  await (doing[name] as Doing[JobName])(desk, job.data as never, queue)
}
