import { once } from 'node:events'
import { join } from 'node:path'
import { actorWith, createDemoAccounts } from '../app/identity/accounts'
import { suppressed } from '../app/mail/transport'
import { type Databases, openDatabases } from '../app/platform/database'
import { type Environment, environment } from '../app/platform/environment'
import { type Prepared, prepareHome, releaseHome } from '../app/platform/prepare'
import { addDays, day } from '../app/protocol/day'
import { ANY_TIME } from '../app/protocol/sending'
import { clockOf } from '../app/records/clock'
import { newestStudy } from '../app/records/studies'
import { deskOf } from '../jobs/desk'
import { openQueue, ringForClock } from '../jobs/queues'
import { replay } from '../jobs/replay/replay'
import { demoTransport, sendingOf } from '../jobs/transports'
import { startWorker } from '../jobs/worker'
import { fillCalendar } from './demo/calendar'
import { furnish } from './demo/interviewers'
import { welcome } from './demo/people'
import { freePort } from './demo/port'
import { askedToEnd } from './ending'
import { serve } from './serve'

/** Where the visitor comes in: many first interviews are done, and the first windows of T2 are opening. */
const OPENING_DAY = day('2012-08-15')
const COORDINATOR = 'coordinator@koppel.example'
const COHORT = join(import.meta.dirname, 'demo/cohort')

const say = (line: string) => process.stdout.write(`${line}\n`)

/** The demo's surroundings: its own home, a free port, and no mail that leaves. */
async function demoEnvironment(): Promise<Environment> {
  const { PORT, KOPPEL_HOME = '.koppel-demo' } = process.env
  const port = PORT ?? String(await freePort(3000))
  Object.assign(process.env, { KOPPEL_MODE: 'demo', KOPPEL_HOME, PORT: port, NODE_ENV: 'production' })
  process.env.LOG_LEVEL ??= 'warn'
  return environment()
}

/** How much of the mail before the opening day a visitor finds in the mailbox. */
const MAIL_DAYS = 7

/**
 * The cohort up to the opening day; older mail stays in the ledger, the last week's lies in the mailbox. Goes on where
 * an earlier start stopped, and stops after the day at hand.
 */
async function playCohort(prepared: Prepared, databases: Databases, stop: AbortSignal): Promise<void> {
  const parts = [
    { until: addDays(OPENING_DAY, -MAIL_DAYS), transport: suppressed },
    { until: OPENING_DAY, transport: demoTransport(databases.study) },
  ]
  for (const { until, transport } of parts) {
    const desk = deskOf(databases, prepared, { transport, sending: ANY_TIME, baseUrl: environment().baseUrl })
    const played = await replay({ ...desk, stop }, { folder: COHORT, until, protocol: 'werkalliantie' })
    if (!played.ok && played.refusal.code !== 'already_replayed') throw new Error(`the cohort: ${played.refusal.code}`)
  }
}

/** Web and worker in this process, until somebody stops it. Each is closed before what it stands on. */
async function run(prepared: Prepared, databases: Databases, settings: Environment, stop: AbortSignal): Promise<void> {
  const transport = demoTransport(databases.study)
  const desk = deskOf(databases, prepared, { transport, sending: sendingOf(settings), baseUrl: settings.baseUrl })
  const connection = { jobsUrl: databases.jobsUrl, redisUrl: settings.redisUrl }
  const worker = await startWorker(desk, connection)
  const serving = await serve(prepared, settings)
  say(welcome(settings.baseUrl, await goOn(databases, connection)))
  await stopped(stop)
  say('Stopping.')
  await worker.close()
  await serving.close()
}

async function stopped(stop: AbortSignal): Promise<void> {
  if (!stop.aborted) await once(stop, 'abort')
}

/** Today of the demo. A clock that was moving when the demo stopped is set going again. */
async function goOn({ study: db }: Databases, connection: Parameters<typeof openQueue>[0]): Promise<string> {
  const study = await newestStudy(db)
  const clock = study && (await clockOf(db, study.id))
  if (!study || !clock) return ''
  if (clock.today < clock.target) {
    const queue = openQueue(connection)
    await ringForClock(queue, study.id)
    await queue.close()
  }
  return clock.today
}

/** What the cohort's files do not tell, as the demo's coordinator writes it down. */
async function furnishAs(email: string, prepared: Prepared, databases: Databases): Promise<void> {
  const actor = (await actorWith(databases.vault, email)) ?? 'system'
  const desk = deskOf(databases, prepared, { transport: suppressed, sending: ANY_TIME, baseUrl: environment().baseUrl })
  await furnish(desk, actor)
  await fillCalendar(desk, actor)
}

async function main(): Promise<void> {
  const stopping = new AbortController()
  askedToEnd().then(() => stopping.abort())
  const settings = await demoEnvironment()
  say('Preparing the demo: the first start takes a minute or two, the next ones a second.')
  const prepared = await prepareHome({ home: settings.home })
  const databases = openDatabases(prepared.connections)
  try {
    await createDemoAccounts(databases.vault)
    await playCohort(prepared, databases, stopping.signal)
    if (!stopping.signal.aborted) await furnishAs(COORDINATOR, prepared, databases)
    if (!stopping.signal.aborted) await run(prepared, databases, settings, stopping.signal)
  } finally {
    await databases.close()
    await releaseHome(prepared)
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`The demo stopped: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)
