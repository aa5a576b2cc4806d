import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterwards } from '../afterwards'
import type { TestDatabase } from '../database'

/** A web server in a process of its own, as `npm start` runs it. */
export type WebProcess = {
  readonly base: string
  readonly logged: () => string
  readonly kill: (signal: NodeJS.Signals) => void
  /** With which code it ended, and how many milliseconds after it was first told to. */
  readonly ended: Promise<{ readonly code: number | null; readonly after: number }>
}

/** Where visitors reach it: what comes from elsewhere changes nothing. */
export const ORIGIN = 'https://koppel.example.org'
const PRODUCTION = {
  KOPPEL_MODE: 'production',
  KOPPEL_BASE_URL: ORIGIN,
  SMTP_URL: 'smtp://127.0.0.1:1',
}

/** Starts one on a database that is there; it is gone when the calling test file has ended. */
export async function startWeb(
  database: TestDatabase,
  more: Readonly<Record<string, string>> = {},
): Promise<WebProcess> {
  const home = mkdtempSync(join(tmpdir(), 'koppel-web-'))
  const { PATH = '', HOME = '' } = process.env
  const own = { PATH, HOME, KOPPEL_HOME: home, DATABASE_URL: database.urls.owner, KOPPEL_SECRET: database.secret }
  const env = { ...own, ...PRODUCTION, PORT: '0', ...more } as unknown as NodeJS.ProcessEnv
  const command = ['--import', 'tsx', 'scripts/serve.ts']
  const child: ChildProcessByStdio<null, null, Readable> = spawn(process.execPath, command, {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let all = ''
  let told: number | undefined
  const ended = new Promise<{ code: number | null; after: number }>((resolve) => {
    child.once('exit', (code) => resolve({ code, after: performance.now() - (told ?? performance.now()) }))
  })
  afterwards(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await ended
    rmSync(home, { recursive: true, force: true })
  })
  const base = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (text: Buffer) => {
      all += text
      const found = /"at":"http:\/\/localhost:(\d+)"/.exec(all)?.[1]
      if (found) resolve(`http://127.0.0.1:${found}`)
    })
    child.once('exit', () => reject(new Error(`the server ended:\n${all}`)))
  })
  return {
    base,
    ended,
    logged: () => all,
    kill: (signal) => {
      told ??= performance.now()
      child.kill(signal)
    },
  }
}
