import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { openDatabases } from '../app/platform/database'
import { type Environment, EnvironmentError, environment, inEarnest } from '../app/platform/environment'
import { log } from '../app/platform/log'
import { linkKeyOf } from '../app/platform/personal-link'
import { type Prepared, prepareHome, releaseHome } from '../app/platform/prepare'
import { derive } from '../app/platform/secrets'
import { keepLookout } from '../jobs/lookout'
import { deskAt } from '../jobs/queue-sight'
import { openQueue, ringForClock, ringForCodes, ringForImport, ringForRelease } from '../jobs/queues'
import { sendingOf, tellingOf } from '../jobs/transports'
import { askedToEnd } from './ending'
import { application } from './web/application'

/** A running web server. Close it before its database. */
export type Serving = { readonly address: string; readonly close: () => Promise<void> }

/** A file of 250 MB takes this long over a line of 2 Mbit/s; Node would cut it off after five minutes. */
const LONGEST_REQUEST_MS = 20 * 60_000

const LOOK_EVERY_MS = 5 * 60_000

/** A proxy that looks at /readyz every two seconds has noticed by then that no more is to be sent here. */
const NOTICED_MS = 5_000
/** So long may a request under way still take, and an upload in the middle of it. */
const LAST_REQUESTS_MS = 15_000
const SWEEP_MS = 100

/** Takes no more, and waits for what is under way; a connection that waits for nothing goes at once. */
async function ended(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
  const insist = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS)
  await closed
  clearTimeout(insist)
  clearInterval(sweep)
}

/** Serves the pages of a prepared home at the environment's port (0: any free one). Needs a built build/. */
export async function serve(prepared: Prepared, settings: Environment): Promise<Serving> {
  const databases = openDatabases(prepared.connections)
  const queue = openQueue({ jobsUrl: databases.jobsUrl, redisUrl: settings.redisUrl })
  const { secret } = prepared
  const keys = { link: linkKeyOf(secret), address: derive(secret, 'network-address') }
  const vault = { db: databases.vault, keys: prepared.keys }
  const wakeClock = (studyId: string) => ringForClock(queue, studyId)
  const wakeCodes = () => ringForCodes(queue)
  const wakeImport = (importId: string) => ringForImport(queue, importId)
  const wakeRelease = (releaseId: string) => ringForRelease(queue, releaseId)
  const rings = { wakeClock, wakeCodes, wakeImport, wakeRelease }
  let leaving = false
  const house = { environment: settings, databases, vault, keys, queue: deskAt(queue), ...rings }
  const app = await application(house, () => leaving)
  // the demo is for this machine only; elsewhere the surroundings decide who reaches the port
  const host = settings.mode === 'demo' ? '127.0.0.1' : undefined
  const server = host ? app.listen(settings.port, host) : app.listen(settings.port)
  server.requestTimeout = LONGEST_REQUEST_MS
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject))
  const { port } = server.address() as AddressInfo
  // the worker looks too; here it is noticed that there is none
  const backups = settings.backupDir !== undefined
  const watched = { study: databases.study, sending: sendingOf(settings), backups, tell: tellingOf(settings) }
  const lookout = keepLookout(watched, LOOK_EVERY_MS)
  return {
    address: `http://localhost:${port}`,
    close: async () => {
      leaving = true
      await lookout.close()
      // whoever shares the visitors out among processes has to notice first
      if (settings.mode === 'production') await wait(NOTICED_MS)
      await ended(server)
      await queue.close()
      await databases.close()
    },
  }
}

async function main(): Promise<void> {
  const settings = environment(inEarnest(process.env))
  const prepared = await prepareHome({ home: settings.home })
  const serving = await serve(prepared, settings)
  log.info({ at: serving.address, mode: settings.mode }, 'serving')
  await askedToEnd()
  await serving.close()
  await releaseHome(prepared)
  process.exit(0)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    if (error instanceof EnvironmentError) process.stderr.write(`Koppel does not start:\n${error.message}\n`)
    else log.fatal({ err: error }, 'the server did not start')
    process.exit(1)
  })
}
