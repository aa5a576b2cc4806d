import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { ROLES, type Role, type RolePasswords } from './secrets'

const ITERATIONS = 4096
/** Two installations making or changing a role at once: PostgreSQL refuses one of them, which then looks again. */
const BUSY = new Set(['42710', '23505', 'XX000'])

/** What the server keeps of a password. Made here, so that the password itself never stands in a statement or a log. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256')
  const keyOf = (label: string) => createHmac('sha256', salted).update(label).digest()
  const stored = createHash('sha256').update(keyOf('Client Key')).digest('base64')
  const server = keyOf('Server Key').toString('base64')
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${server}`
}

async function letsIn(ownerUrl: string, role: Role, password: string): Promise<boolean> {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  const client = new pg.Client({ connectionString: url.href })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') return false
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Brings one role to where it can log in with its password; does nothing when it can. */
async function ensureRole(owner: pg.Client, ownerUrl: string, role: Role, password: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
      if (!rowCount) await owner.query(`CREATE ROLE ${role} LOGIN NOINHERIT PASSWORD '${scramVerifier(password)}'`)
      else if (!(await letsIn(ownerUrl, role, password)))
        await owner.query(`ALTER ROLE ${role} LOGIN PASSWORD '${scramVerifier(password)}'`)
      return
    } catch (error) {
      if (attempt === 5 || !BUSY.has((error as { code?: string }).code ?? '')) throw error
      await wait(50 * attempt)
    }
  }
}

/**
 * Makes the login roles and sets their passwords. Roles belong to the cluster, not to the database: two installations
 * in one cluster share them, and then need the same secret.
 */
export async function ensureRoles(owner: pg.Client, ownerUrl: string, passwords: RolePasswords): Promise<void> {
  for (const role of ROLES) await ensureRole(owner, ownerUrl, role, passwords[role])
}
