import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stopEmbedded } from '../../app/platform/embedded/server'
import type { Variables } from '../../app/platform/environment'
import { main } from '../../scripts/koppel/main'
import { afterwards } from '../afterwards'

/** What a command said and how it ended. */
export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** The surroundings of a command: nothing of this machine's but where programs are. */
const SURROUNDINGS = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  TZ: 'Europe/Amsterdam',
  LANG: 'en_US.UTF-8',
  NODE_ENV: 'development',
} as const

/** Starts the real command line as a process of its own. */
export function starting(words: readonly string[], env: Variables = {}): ChildProcess & { ended: Promise<Ran> } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/koppel.ts', ...words], {
    env: { ...SURROUNDINGS, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text
    })
  const ended = new Promise<Ran>((resolve) => child.on('close', (code) => resolve({ code, ...said })))
  return Object.assign(child, { ended })
}

/** Runs the real command line to its end. */
export const koppel = (words: readonly string[], env: Variables = {}): Promise<Ran> => starting(words, env).ended

/**
 * Runs a command inside this process: the same words, answers and exit codes, without the start of a process, which
 * takes longer than most commands. With `env`, which stands in its surroundings meanwhile, one at a time. The language
 * and the level of the log are those with which this process began.
 */
export async function koppelHere(words: readonly string[], env: Variables = {}): Promise<Ran> {
  const said = { stdout: '', stderr: '' }
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, env)
  try {
    const code = await main(words, {
      out: (text) => {
        said.stdout += text
      },
      err: (text) => {
        said.stderr += text
      },
    })
    return { code, ...said }
  } finally {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  }
}

/** The one JSON value on stdout. Throws when there is anything else, or more than one. */
// biome-ignore lint/suspicious/noExplicitAny: what a command answers is what the tests are to find out
export const answerOf = ({ stdout }: Ran): any => JSON.parse(stdout)

/** An empty folder that goes when the calling test file has ended, with the database that was started in it. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'koppel-cli-'))
  chmodSync(folder, 0o755) // root's server runs as another user, who has to get in
  afterwards(async () => {
    await stopEmbedded(folder, 'immediate')
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  })
  return folder
}
