import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Variables } from '../environment'
import { keyOf, ringOf } from '../keyring'
import { SealBroken, sealer } from '../seal'
import { derive } from '../secrets'
import { BadBackup, damaged } from './bad-backup'
import type { KeptKeys } from './manifest'

const RING = 'keyring'
const sealOf = (secret: string) => sealer(ringOf([keyOf(derive(secret, 'backup:keyring'))]))

const textOf = (home: string, name: string): string | null =>
  existsSync(join(home, name)) ? readFileSync(join(home, name), 'utf8').trim() : null

/**
 * The keys that a home keeps in files, as a back-up takes them along. What came from the environment stays there: a study in
 * production keeps its secret apart, and whoever opens its back-ups opens no name with them.
 */
export function keptKeys(home: string, secret: string, env: Variables): KeptKeys {
  const ring = env.KOPPEL_KEYRING?.trim() ? null : textOf(home, RING)
  const sealed = ring && Buffer.from(sealOf(secret).seal(ring, RING)).toString('base64url')
  return { secret: env.KOPPEL_SECRET?.trim() ? null : textOf(home, 'secret'), keyring: sealed || null }
}

/** What a restore writes into a home: the names of the files and their text. */
export type HomeFiles = Readonly<Record<string, string>>

/** The secret to restore with, and the files that the home will need. */
type Restoring = { readonly secret: string; readonly files: HomeFiles }

/**
 * Which secret opens what is restored, and what has to be put into its home. Throws a BadBackup: `secret_needed` when the back-up has
 * none and none is given, `home_in_use` when the home has keys of its own that are others.
 */
export function keysFor(kept: KeptKeys, home: string, env: Variables): Restoring {
  const own = textOf(home, 'secret')
  const secret = env.KOPPEL_SECRET?.trim() || own || kept.secret
  if (!secret) throw new BadBackup({ code: 'secret_needed' })
  const ring = kept.keyring === null ? null : opened(kept.keyring, secret)
  const files: HomeFiles = {
    ...(!env.KOPPEL_SECRET?.trim() && own === null && { secret: `${secret}\n` }),
    ...(ring !== null && { [RING]: `${ring}\n` }),
  }
  const there = textOf(home, RING)
  if (there !== null && there !== ring) throw new BadBackup({ code: 'home_in_use', home })
  return { secret, files }
}

function opened(sealed: string, secret: string): string {
  try {
    return sealOf(secret).open(Buffer.from(sealed, 'base64url'), RING)
  } catch (error) {
    // the archive is as it was written: it is the secret that is another
    throw error instanceof SealBroken ? new BadBackup({ code: 'other_secret' }) : damaged(error)
  }
}

/** Writes them, each whole, for its owner only. */
export function writeHome(home: string, files: HomeFiles): void {
  for (const [name, text] of Object.entries(files)) {
    const draft = join(home, `${name}.restoring`)
    writeFileSync(draft, text, { mode: 0o600 })
    renameSync(draft, join(home, name))
  }
}
