import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { binaries, execute, type ServerUser } from './binaries'
import { alive } from './lock'
import { canReach, placeOutside, withinReach } from './reach'

const DRAFT = 'pg.new-'
const OWNER_FILE = 'koppel.json'

/** The folder of a home's cluster: in the home, or where the home's link leads when the server's user cannot enter it. */
export function clusterOf(home: string): string {
  const folder = join(home, 'pg')
  return existsSync(folder) ? realpathSync(folder) : folder
}

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
  const place = canReach(home, user) ? home : placeOutside(user)
  const draft = join(place, `${DRAFT}${process.pid}-${randomBytes(3).toString('hex')}`)
  const passwordFile = `${draft}.password`
  const password = randomBytes(24).toString('hex')
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  give(draft, user)
  give(passwordFile, user)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '-E', 'UTF8']
  const access = ['-U', 'owner', '--pwfile', passwordFile, '--auth=scram-sha-256']
  const { initdb } = withinReach(await binaries(), user)
  await execute(initdb, ['-D', draft, ...access, ...locale, '--no-sync', '--no-instructions'], user)
  rmSync(passwordFile)
  writeFileSync(join(draft, OWNER_FILE), JSON.stringify({ password }), { mode: 0o600 })
  give(join(draft, OWNER_FILE), user)
  try {
    renameSync(draft, join(place, 'pg'))
    if (place !== home) symlinkSync(join(place, 'pg'), join(home, 'pg'))
  } catch (error) {
    if (ownerPassword(home) === undefined) throw error
    rmSync(draft, { recursive: true, force: true })
  }
}
