import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded, stopEmbedded } from '../app/platform/embedded/server'
import { migrate } from '../app/platform/migrate'
import { rolePasswords } from '../app/platform/secrets'

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the test server's own database; test/database.ts clones the template there. */
    ownerUrl: string
    /** The secret that the roles' passwords and the tests' keys are derived from. */
    secret: string
  }
}

// what is thrown away need not survive a power cut
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** One server and one migrated template for the whole run; its home is removed at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'koppel-test-'))
  chmodSync(home, 0o755) // root's server runs as another user, who has to get in
  const teardown = async () => {
    await stopEmbedded(home, 'immediate')
    rmSync(home, { recursive: true, force: true })
  }
  try {
    const { ownerUrl } = await startEmbedded(home, FAST)
    const secret = randomBytes(32).toString('base64url')
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    await owner.query('CREATE DATABASE template_koppel')
    const template = new URL(ownerUrl)
    template.pathname = '/template_koppel'
    await migrate(template.href, rolePasswords(secret))
    await owner.query('ALTER DATABASE template_koppel IS_TEMPLATE true ALLOW_CONNECTIONS false')
    await owner.end()
    project.provide('ownerUrl', ownerUrl)
    project.provide('secret', secret)
    return teardown
  } catch (error) {
    await teardown()
    throw error
  }
}
