import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'

export type TestRedis = {
  readonly url: string
  readonly flush: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** A real redis-server on a free port, of this test file only, that keeps nothing. Takes where the program lies. */
export async function redisServer(program: string): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'koppel-redis-'))
  const port = await freePort()
  const server = spawn(program, ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder], {
    stdio: 'ignore',
  })
  const url = `redis://127.0.0.1:${port}`
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 })
  client.on('error', () => {}) // not yet listening
  await client.ping()
  return {
    url,
    flush: async () => {
      await client.flushall()
    },
    stop: async () => {
      client.disconnect()
      await ended(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const ended = (server: ChildProcess) =>
  new Promise<void>((resolve) => {
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
