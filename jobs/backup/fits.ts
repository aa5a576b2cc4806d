import type { Manifest } from '../../app/platform/backup/manifest'
import { migrationsIn } from '../../app/platform/schema-version'
import { done, type Result, refuse } from '../../app/protocol/refusal'

/**
 * Whether this code can restore what another wrote; gives the last migration that the back-up knows. Refused: `backup_newer` when a newer version wrote it,
 * `unknown_migration` and `other_migration` when its tables are not those of here.
 */
export function fits({ code, migrations }: Manifest, ownCode: string): Result<{ readonly upTo: string | undefined }> {
  const [theirs, ours] = [versionOf(code), versionOf(ownCode)]
  const first = theirs.findIndex((part, place) => part !== ours[place])
  if (first >= 0 && (theirs[first] ?? 0) > (ours[first] ?? 0))
    return refuse('backup_newer', { version: theirs.join('.') })
  const known = new Map(migrationsIn().map(({ name, sha256 }) => [name, sha256]))
  for (const { name, sha256 } of migrations) {
    if (!known.has(name)) return refuse('unknown_migration', { migration: name })
    if (known.get(name) !== sha256) return refuse('other_migration', { migration: name })
  }
  return done({ upTo: migrations.at(-1)?.name })
}

/** `koppel 0.1.0+3f…` is 0, 1, 0: the digest behind it tells sources apart, and not which is newer. */
const versionOf = (code: string): readonly number[] => (/\d+(?:\.\d+)*/.exec(code)?.[0] ?? '0').split('.').map(Number)
