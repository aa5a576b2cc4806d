import { createPostgresBackend, type JobsOptions, type Processor, Queue, Worker, type WorkerOptions } from 'bullmq'
import { log } from '../app/platform/log'

/** Every job and what it carries: ids at most, never a name or an answer. */
export type JobCargo = {
  'daily-sweep': Record<string, never>
  'non-response': Record<string, never>
  minute: Record<string, never>
  'seal-audit': Record<string, never>
  retention: Record<string, never>
  'recompute-work': Record<string, never>
  'read-bounces': Record<string, never>
  'advance-clock': { readonly studyId: string }
  reseal: Record<string, never>
  backup: Record<string, never>
  'restore-drill': Record<string, never>
  'send-codes': Record<string, never>
  'send-mail': Record<string, never>
  'import-file': { readonly importId: string }
  'make-release': { readonly releaseId: string }
}
export type JobName = keyof JobCargo

/** Where the queue lives: in PostgreSQL under its own role, or in Redis when a URL of one is given. */
export type QueueConnection = { readonly jobsUrl: string; readonly redisUrl?: string | undefined }

/**
 * The doorbell. What is to be done stands in the database; a lost job is rung again from there. Asking throws while the
 * queue cannot be reached.
 */
export type WorkQueue = {
  readonly queue: Queue
  /** Asks for a job; with `once`, not again while one with that mark waits or runs. */
  readonly enqueue: <N extends JobName>(name: N, cargo: JobCargo[N], once?: string) => Promise<void>
  readonly close: () => Promise<void>
}

const NAME = 'koppel'
const SCHEMA = 'bullmq'
const DAY_SECONDS = 24 * 3600

/** Done jobs go, failed ones stay for a week to be looked at. */
export const jobOptions: JobsOptions = {
  removeOnComplete: true,
  removeOnFail: { age: 7 * DAY_SECONDS, count: 500 },
}

/** Opens the queue for asking. Whoever opens it closes it, after the worker and before the database. */
export function openQueue(connection: QueueConnection): WorkQueue {
  const [where, ...backend] = backendOf(connection, { max: 2, patient: false })
  const queue = new Queue(NAME, { ...where, defaultJobOptions: jobOptions }, ...backend)
  queue.on('error', report('queue'))
  return {
    queue,
    enqueue: async (name, cargo, once) => {
      // A failed job would keep its mark taken, so a marked one does not stay.
      await queue.add(name, cargo, once === undefined ? {} : { jobId: once, removeOnFail: true })
    },
    close: () => queue.close(),
  }
}

/** Asks for a study's clock to be moved to its aim; once, however often it is asked. */
export const ringForClock = (queue: WorkQueue, studyId: string): Promise<void> =>
  queue.enqueue('advance-clock', { studyId }, `advance-clock-${studyId}`)

/**
 * Asks for the codes that wait to be sent. Each time anew: a job that runs has looked already. Throws no trouble of the
 * queue, since the next minute looks too.
 */
export const ringForCodes = (queue: WorkQueue): Promise<void> => queue.enqueue('send-codes', {}).catch(report('queue'))

/**
 * Asks for an import to go on. Each time anew, since a job that runs may have looked already: of two at one import one works.
 * Throws no trouble of the queue, since the next minute looks too.
 */
export const ringForImport = (queue: WorkQueue, importId: string): Promise<void> =>
  queue.enqueue('import-file', { importId }).catch(report('queue'))

/** Asks for a release to be made, in the same way. */
export const ringForRelease = (queue: WorkQueue, releaseId: string): Promise<void> =>
  queue.enqueue('make-release', { releaseId }).catch(report('queue'))

/** Opens the queue for working. A job whose worker died is taken over after the ten seconds of its lock. */
export function openWorker(
  connection: QueueConnection,
  work: Processor,
  options: Pick<WorkerOptions, 'lockDuration' | 'stalledInterval'> = {},
): Worker {
  const [where, ...backend] = backendOf(connection, { max: 4, patient: true })
  const given = { concurrency: 4, lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 100, ...options }
  const worker = new Worker(NAME, work, { ...where, ...given }, ...backend)
  worker.on('error', report('worker'))
  return worker
}

type Backend = [where: { connection: object; prefix?: string }, factory?: undefined]

/**
 * Both take the same calls and give the same results; only here does anyone know which it is. A worker waits for a
 * lost Redis as long as it takes; whoever asks is told soon.
 */
function backendOf(
  { jobsUrl, redisUrl }: QueueConnection,
  { max, patient }: { max: number; patient: boolean },
): Backend {
  if (redisUrl) return [{ connection: { url: redisUrl, maxRetriesPerRequest: patient ? null : 3 }, prefix: NAME }]
  const postgres = [{ connection: { connectionString: jobsUrl, schema: SCHEMA, max } }, createPostgresBackend]
  return postgres as unknown as Backend
}

/** A lost connection comes back by itself; without a listener it would end the process. */
const report = (what: string) => (error: Error & { code?: string }) =>
  log.warn({ what, code: error.code, reason: error.message }, 'the queue has trouble')
