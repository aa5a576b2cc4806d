import { setTimeout as wait } from 'node:timers/promises'
import type { Express } from 'express'
import type { AppContext } from '../../app/platform/app-context'
import { log } from '../../app/platform/log'
import {
  APPLIED,
  type Applied,
  demandUsable,
  FOLDER,
  MigrationError,
  migrationsIn,
} from '../../app/platform/schema-version'

/** Whoever asks has to hear in time, also of a database that does not answer at all. */
const LONGEST_LOOK_MS = 5_000
/** A queue that is away keeps nobody waiting. */
const QUEUE_LOOK_MS = 1_000

type Looked = Pick<AppContext, 'databases' | 'queue'>

/**
 * `/healthz`: whether the process lives; it asks nobody, so a database that is away restarts no process. `/readyz`:
 * whether it can do its work: it reaches both sides of the database, which fit this version, and it is not about to end.
 * A queue that is away is said and keeps nobody out: what is to be done stands in the database, and is found by the minute.
 */
export function health(app: Express, house: Looked, leaving: () => boolean): void {
  const migrations = migrationsIn(FOLDER)
  app.get('/healthz', (_request, response) => void response.type('text/plain').send('ok\n'))
  app.get('/readyz', async (_request, response) => {
    const [obstacle, queue] = leaving()
      ? ['ending', true]
      : await Promise.all([obstacleTo(house, migrations), rings(house)])
    response.set('Cache-Control', 'no-store').type('text/plain')
    response.status(obstacle ? 503 : 200)
    response.send(`${obstacle ? `not ready: ${obstacle}` : 'ready'}\n${queue ? '' : 'queue: away\n'}`)
  })
}

/** Why this process cannot do its work now, in a word; null when it can. The log has the rest. */
async function obstacleTo(
  { databases }: Looked,
  migrations: Parameters<typeof demandUsable>[1],
): Promise<string | null> {
  try {
    const [applied] = await inTime(
      Promise.all([databases.study.$queryRawUnsafe<Applied[]>(APPLIED), databases.vault.$queryRaw`SELECT 1`]),
    )
    demandUsable(applied, migrations)
    return null
  } catch (error) {
    log.warn({ err: error }, 'not ready')
    return error instanceof MigrationError ? 'migrations' : 'database'
  }
}

const rings = ({ queue }: Looked): Promise<boolean> =>
  inTime(queue.reached(), QUEUE_LOOK_MS).then(
    () => true,
    () => false,
  )

/** What comes in time; throws afterwards. */
async function inTime<T>(asked: Promise<T>, longest = LONGEST_LOOK_MS): Promise<T> {
  const over = new AbortController()
  const late = wait(longest, undefined, { signal: over.signal, ref: false }).then(() => {
    throw new Error(`no answer within ${longest} ms`)
  })
  late.catch(() => undefined)
  try {
    return await Promise.race([asked, late])
  } finally {
    over.abort()
  }
}
