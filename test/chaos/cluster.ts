import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connections, connectionsOf, type Databases, openDatabases } from '../../app/platform/database'
import { startEmbedded, stopEmbedded } from '../../app/platform/embedded/server'
import { keyringOf } from '../../app/platform/keyring'
import { migrate } from '../../app/platform/migrate'
import { rolePasswords } from '../../app/platform/secrets'
import { type VaultKeys, vaultKeys } from '../../app/platform/vault'

/** A PostgreSQL of the run's own, which it may restart, with what a worker needs to get in. */
export type Cluster = Databases & {
  readonly home: string
  readonly urls: Connections
  readonly secret: string
  readonly keys: VaultKeys
  /** Stops it and starts it again on the same port: properly, or as if it had crashed. */
  readonly restart: (mode: 'fast' | 'immediate') => Promise<void>
  readonly stop: () => Promise<void>
}

// A crash of the server may lose nothing that was committed: so it waits for its log to reach the system, if not the disk.
const SETTINGS = { fsync: 'off', synchronous_commit: 'on' }

/** Makes and migrates it in a folder of its own. */
export async function startCluster(): Promise<Cluster> {
  const home = mkdtempSync(join(tmpdir(), 'koppel-chaos-'))
  chmodSync(home, 0o755) // root's server runs as another user, who has to get in
  mkdirSync(join(home, 'keys'))
  const stop = async () => {
    await stopEmbedded(home, 'immediate')
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const { ownerUrl } = await startEmbedded(home, SETTINGS)
    const secret = randomBytes(32).toString('base64url')
    await migrate(ownerUrl, rolePasswords(secret))
    const urls = connectionsOf(ownerUrl, secret)
    const databases = openDatabases(urls)
    return {
      ...databases,
      home,
      urls,
      secret,
      keys: vaultKeys(secret, keyringOf(join(home, 'keys'), secret, {})),
      restart: async (mode) => {
        await stopEmbedded(home, mode)
        await startEmbedded(home, SETTINGS)
      },
      stop: async () => {
        await databases.close()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}
