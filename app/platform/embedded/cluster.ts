import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { binaries, execute, type ServerUser } from './binaries'
import { alive } from './lock'

const DRAFT = 'pg.new-'
const OWNER_FILE = 'koppel.json'

/** The folder of a home's cluster. */
export const clusterOf = (home: string): string => join(home, 'pg')

/** The owner's password, kept inside the cluster so that neither exists without the other; undefined before it is made. */
export function ownerPassword(home: string): string | undefined {
  const file = join(clusterOf(home), OWNER_FILE)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { password: string }).password : undefined
}

function give(path: string, { uid, gid }: ServerUser): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

/** Removes what killed processes left half-made; their initdb may still be writing for a moment. */
function clearDrafts(home: string): void {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(DRAFT))) {
    const maker = Number.parseInt(name.slice(DRAFT.length), 10)
    if (!alive(maker)) rmSync(join(home, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}

/**
 * Makes a new cluster beside its place and moves it there whole: a process killed half-way leaves a draft that the next
 * one clears away. Does nothing when somebody else was faster. Text sorts by bytes and knows its É (builtin C.UTF-8),
 * the same on every machine.
 */
export async function makeCluster(home: string, user: ServerUser): Promise<void> {
  clearDrafts(home)
  const draft = join(home, `${DRAFT}${process.pid}-${randomBytes(3).toString('hex')}`)
  const passwordFile = `${draft}.password`
  const password = randomBytes(24).toString('hex')
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  give(draft, user)
  give(passwordFile, user)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '-E', 'UTF8']
  const access = ['-U', 'owner', '--pwfile', passwordFile, '--auth=scram-sha-256']
  const { initdb } = await binaries()
  await execute(initdb, ['-D', draft, ...access, ...locale, '--no-sync', '--no-instructions'], user)
  rmSync(passwordFile)
  writeFileSync(join(draft, OWNER_FILE), JSON.stringify({ password }), { mode: 0o600 })
  give(join(draft, OWNER_FILE), user)
  try {
    renameSync(draft, clusterOf(home))
  } catch (error) {
    if (ownerPassword(home) === undefined) throw error
    rmSync(draft, { recursive: true, force: true })
  }
}
