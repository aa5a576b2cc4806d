import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { inject } from 'vitest'
import { createDemoAccounts } from '../../app/identity/accounts'
import { suppressed } from '../../app/mail/transport'
import type { StudyRef } from '../../app/platform/occasion'
import { day } from '../../app/protocol/day'
import { ANY_TIME } from '../../app/protocol/sending'
import { createStudy } from '../../app/records/studies'
import { type Desk, deskOf } from '../../jobs/desk'
import { replay } from '../../jobs/replay/replay'
import { afterwards } from '../afterwards'
import { freshDatabase, type TestDatabase } from '../database'
import { type SmallCohort, smallCohort } from './cohort'

/** A running system with a database of its own: the web server as people start it, and what stands behind it. */
export type House = {
  readonly base: string
  readonly database: TestDatabase
  readonly desk: Desk
  readonly env: NodeJS.ProcessEnv
  /** All that the server has logged so far. */
  readonly logged: () => string
}

/**
 * Starts a web server on a fresh database with the demo's accounts, in surroundings that `more` adds to. It stops when
 * the calling test file has ended.
 */
export async function openHouse(more: Readonly<Record<string, string>> = {}): Promise<House> {
  const database = await freshDatabase()
  await createDemoAccounts(database.vault)
  const env = {
    ...process.env,
    KOPPEL_MODE: 'demo',
    NODE_ENV: 'production' as const,
    KOPPEL_HOME: passing(mkdtempSync(join(tmpdir(), 'koppel-e2e-'))),
    DATABASE_URL: database.urls.owner,
    KOPPEL_SECRET: inject('secret'),
    PORT: '0',
    ...more,
  }
  const server = run(['scripts/serve.ts'], env)
  const logged = heard(server)
  const base = await said(server, /"at":"(http[^"]+)"/)
  const desk = deskOf(database, database, { transport: suppressed, sending: ANY_TIME, baseUrl: base })
  return { base, database, desk, env, logged }
}

/** A folder that goes when the calling test file has ended. */
function passing(folder: string): string {
  afterwards(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts a worker for a house; gives all that it has logged so far. */
export function openWorkroom({ env }: Pick<House, 'env'>): () => string {
  return heard(run(['scripts/koppel.ts', 'work', '--home', env.KOPPEL_HOME ?? ''], env))
}

function heard(child: ReturnType<typeof run>): () => string {
  let logged = ''
  child.stderr.on('data', (text: Buffer) => {
    logged += text
  })
  return () => logged
}

/** An empty study, for rows that a test writes itself. */
export const emptyStudy = ({ database }: House): Promise<StudyRef> =>
  createStudy(database.study, {
    code: 'empty',
    protocol: 'werkalliantie',
    name: 'empty',
    today: day('2012-08-15'),
    actor: 'system',
  })

/** A few dozen people of the cohort, their supervision played up to a day. */
export async function playedStudy({ desk }: House, until: string): Promise<{ study: StudyRef; cohort: SmallCohort }> {
  const cohort = smallCohort({ interviewed: 24, others: 40 })
  passing(cohort.folder)
  const played = await replay(desk, { folder: cohort.folder, until: day(until), protocol: 'werkalliantie' })
  if (!played.ok) throw new Error(played.refusal.code)
  return { study: played.value.study, cohort }
}

function run(command: readonly string[], env: NodeJS.ProcessEnv): ChildProcessByStdio<null, null, Readable> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...command], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  // nobody may stop reading: a full pipe stops the process
  child.stderr.resume()
  afterwards(async () => {
    if (child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  })
  return child
}

/** What a process says on stderr, as soon as it fits. Throws with all that it said when it ends before. */
function said(child: ReturnType<typeof run>, what: RegExp): Promise<string> {
  let all = ''
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (text: Buffer) => {
      all += text
      const found = what.exec(all)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`the server ended:\n${all}`)))
  })
}
