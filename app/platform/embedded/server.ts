import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { binaries, EmbeddedError, execute, type ServerUser, serverUser } from './binaries'
import { clusterOf, makeCluster, ownerPassword } from './cluster'
import { withLock } from './lock'
import { answers, clearStaleMark, freePort, postmasterOf } from './postmaster'
import { withinReach } from './reach'

const START_TRIES = 40

/** Settings that the server starts with, over those of its files. */
export type ServerSettings = Readonly<Record<string, string>>
/** A running embedded database: the owner's address, and whether this call started it. */
export type Embedded = { readonly ownerUrl: string; readonly started: boolean }

const SETTINGS: ServerSettings = {
  listen_addresses: '127.0.0.1',
  // a socket's path must be short, and the home's may be long
  unix_socket_directories: "''",
  max_connections: '200',
}

const portFile = (home: string) => join(home, 'pg.port')

const lastPort = (home: string): number | undefined => {
  try {
    return Number(readFileSync(portFile(home), 'utf8')) || undefined
  } catch {
    return undefined
  }
}

/** The owner's address of a home's server when it runs, else null. Starts nothing. */
export async function runningEmbedded(home: string): Promise<{ readonly ownerUrl: string } | null> {
  const folder = resolve(home)
  const port = postmasterOf(clusterOf(folder))?.port
  const password = ownerPassword(folder)
  if (!port || !password) return null
  const ownerUrl = `postgresql://owner:${password}@127.0.0.1:${port}/postgres`
  return (await answers(ownerUrl)) ? { ownerUrl } : null
}

async function launch(home: string, user: ServerUser, settings: ServerSettings): Promise<void> {
  const { pg_ctl } = withinReach(await binaries(), user)
  const cluster = clusterOf(home)
  // the same port as last time: a worker or a server that lives through a restart finds its database again
  const port = await freePort(lastPort(home))
  const options = Object.entries({ port: String(port), ...SETTINGS, ...settings })
  const switches = options.map(([name, value]) => `-c ${name}=${value}`).join(' ')
  const arguments_ = ['start', '-w', '-s', '-t', '60', '-D', cluster, '-l', join(cluster, 'server.log'), '-o', switches]
  await execute(pg_ctl, arguments_, user)
  writeFileSync(portFile(home), `${port}\n`, { mode: 0o600 })
}

/** A server that was killed may still be dying, a port may be taken in between: what fails is tried again for a while. */
async function launchPatiently(home: string, user: ServerUser, settings: ServerSettings): Promise<Embedded> {
  for (let attempt = 1; ; attempt++) {
    let failure: unknown
    try {
      await launch(home, user, settings)
    } catch (error) {
      failure = error
    }
    const running = await runningEmbedded(home)
    if (running) return { ...running, started: failure === undefined }
    if (attempt === START_TRIES) {
      const log = join(clusterOf(home), 'server.log')
      throw new EmbeddedError(`the embedded PostgreSQL does not start; its log is ${log}`, { cause: failure })
    }
    if (attempt % 5 === 0) clearStaleMark(clusterOf(home))
    await wait(100)
  }
}

/**
 * The embedded PostgreSQL of a home: makes it when the home is empty, starts it when it is down, joins it when it runs.
 * It goes on after this process, until stopEmbedded. Any number of processes may call this at once.
 * Throws an EmbeddedError that says what to do where it cannot run.
 */
export async function startEmbedded(home: string, settings: ServerSettings = {}): Promise<Embedded> {
  const folder = resolve(home)
  const attach = async () => {
    const running = await runningEmbedded(folder)
    return running && { ...running, started: false }
  }
  const attached = await attach()
  if (attached) return attached
  mkdirSync(folder, { recursive: true })
  const user = serverUser(clusterOf(folder))
  return withLock(join(folder, 'pg.lock'), attach, async () => {
    if (ownerPassword(folder) === undefined) await makeCluster(folder, user)
    return launchPatiently(folder, user, settings)
  })
}

/**
 * Stops a home's server: `fast` ends its sessions and closes properly, `immediate` just ends (for what is thrown away).
 * False when it was not running.
 */
export async function stopEmbedded(home: string, mode: 'fast' | 'immediate' = 'fast'): Promise<boolean> {
  const cluster = clusterOf(resolve(home))
  if (!postmasterOf(cluster)) return false
  const user = serverUser(cluster)
  const { pg_ctl } = withinReach(await binaries(), user)
  try {
    await execute(pg_ctl, ['stop', '-w', '-s', '-m', mode, '-D', cluster], user)
    return true
  } catch (error) {
    if (await runningEmbedded(home)) throw error
    return false
  }
}

/** How many others are connected to the server behind this address. */
export async function sessionsOf(ownerUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ others: number }>(
      `SELECT count(*)::int AS others FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    )
    return rows[0]?.others ?? 0
  } finally {
    await client.end()
  }
}
