import { randomBytes } from 'node:crypto'
import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Binaries, EmbeddedError, type ServerUser } from './binaries'

/** Whether the server's user can come down to this folder or program: none above it is closed to others. */
export function canReach(path: string, { uid, gid }: ServerUser): boolean {
  if (uid === undefined) return true
  for (let at = path; ; at = dirname(at)) {
    const { mode, uid: owner, gid: group } = statSync(at)
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === dirname(at)) return true
  }
}

/**
 * A folder of root's that the server's user can enter, for what cannot lie in a home or in node_modules below a closed
 * folder (root's own, or one made by mktemp). Throws an EmbeddedError that says what to do where there is none.
 */
function openPlace(user: ServerUser): string {
  const place = ['/var/tmp', tmpdir()].find(
    (folder) => statSync(folder, { throwIfNoEntry: false }) && canReach(folder, user),
  )
  if (place) return place
  const remedy = 'run it as an ordinary user, or choose another --home'
  throw new EmbeddedError(`run by root, PostgreSQL works as user ${user.uid} and can enter no folder here: ${remedy}`)
}

/** A new folder that the server's user can enter, for a cluster whose home it cannot. */
export function placeOutside(user: ServerUser): string {
  const folder = join(openPlace(user), `koppel-pg-${randomBytes(8).toString('hex')}`)
  mkdirSync(folder)
  chmodSync(folder, 0o755)
  return folder
}

/** The programs where the server's user can run them: as they are, or a copy for those of a closed node_modules. */
export function withinReach(programs: Binaries, user: ServerUser): Binaries {
  if (canReach(programs.pg_ctl, user)) return programs
  const native = dirname(dirname(programs.pg_ctl))
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  const copy = join(openPlace(user), `koppel-postgresql-${version}`)
  if (!statSync(copy, { throwIfNoEntry: false })) copyWhole(native, copy)
  // a folder that somebody else could have put there is not run
  const { uid, mode } = statSync(copy)
  if (uid !== 0 || (mode & 0o022) !== 0) throw new EmbeddedError(`${copy} is not root's own: remove it and try again`)
  return { initdb: join(copy, 'bin/initdb'), pg_ctl: join(copy, 'bin/pg_ctl') }
}

/** Whole or not at all: of two processes that copy at once the first wins. */
function copyWhole(from: string, to: string): void {
  const draft = `${to}.${randomBytes(4).toString('hex')}`
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  chmodSync(draft, 0o755)
  try {
    renameSync(draft, to)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!statSync(to, { throwIfNoEntry: false })) throw error
  }
}
