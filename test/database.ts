import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { type Connections, connectionsOf, type Databases, openDatabases } from '../app/platform/database'
import { keyringOf } from '../app/platform/keyring'
import { type VaultKeys, vaultKeys } from '../app/platform/vault'
import { afterwards } from './afterwards'

/** A migrated database of one's own: each role's address, and its connections opened. */
export type TestDatabase = Databases & {
  readonly urls: Connections & { readonly owner: string }
  readonly secret: string
  /** Where a change of key would write its file. */
  readonly home: string
  readonly keys: VaultKeys
}

async function asOwner(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: inject('ownerUrl') })
  await owner.connect()
  try {
    await owner.query(statement)
  } finally {
    await owner.end()
  }
}

/**
 * An empty migrated database, cloned from the template in some thirty milliseconds and dropped when the calling test
 * file has ended. `blank` gives one without tables, to migrate oneself.
 */
export async function freshDatabase(template: 'migrated' | 'blank' = 'migrated'): Promise<TestDatabase> {
  const name = `t${process.pid}_${randomBytes(6).toString('hex')}`
  const from = template === 'migrated' ? ' TEMPLATE template_koppel STRATEGY FILE_COPY' : ''
  await asOwner(`CREATE DATABASE ${name}${from}`)
  const ownerUrl = new URL(inject('ownerUrl'))
  ownerUrl.pathname = `/${name}`
  const urls = { ...connectionsOf(ownerUrl.href, inject('secret')), owner: ownerUrl.href }
  const databases = openDatabases(urls)
  afterwards(async () => {
    await databases.close()
    await asOwner(`DROP DATABASE ${name} WITH (FORCE)`)
  })
  const secret = inject('secret')
  // a home of its own, which is there only once a test has changed the key
  const home = join(tmpdir(), `koppel-ring-${name}`)
  afterwards(() => rmSync(home, { recursive: true, force: true }))
  return { ...databases, urls, secret, home, keys: vaultKeys(secret, keyringOf(home, secret, {})) }
}
