import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'

const pidFile = (cluster: string) => join(cluster, 'postmaster.pid')

/** What the server wrote of itself: its process and, once it listens, its port. Undefined when it is not there. */
export function postmasterOf(cluster: string): { pid: number; port: number | undefined } | undefined {
  try {
    const lines = readFileSync(pidFile(cluster), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]) || undefined }
  } catch {
    return undefined
  }
}

/**
 * Takes away the mark of a server that was killed, when its process number now belongs to another program or to a dead
 * process that nobody has buried (a container's first process often does not). PostgreSQL itself only looks whether the
 * number is in use, and would refuse to start for ever. Known for sure on Linux only; elsewhere nothing is done.
 */
export function clearStaleMark(cluster: string): void {
  const marked = postmasterOf(cluster)
  if (!marked || process.platform !== 'linux') return
  try {
    const [, name, state] = /\((.*)\) (\S)/.exec(readFileSync(`/proc/${marked.pid}/stat`, 'utf8')) ?? []
    if (name?.startsWith('postgres') && state !== 'Z') return
  } catch {
    return // no such process: PostgreSQL sees that by itself
  }
  rmSync(pidFile(cluster), { force: true })
}

/** Whether a PostgreSQL behind this address lets us in and answers. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** A free port of this machine: the preferred one when nobody has it, else any. */
export function freePort(preferred: number | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (preferred && error.code === 'EADDRINUSE') freePort(undefined).then(resolve, reject)
      else reject(error)
    })
    server.listen(preferred ?? 0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
