import { createHash } from 'node:crypto'
import { type Role, readRole } from '../access/roles'
import { systemToday } from '../platform/clock'
import type { VaultDb } from '../platform/database'
import { randomBytes } from '../platform/random'
import type { Account } from './accounts'

/** Who is signed in, and since when by the machine's clock. */
export type SignedIn = Account & { readonly role: Role; readonly since: Date }

const MINUTE = 60_000
const IDLE_MS = 60 * MINUTE
/** A session ends then, however busy it is. */
export const LONGEST_SESSION_MS = 12 * 60 * MINUTE
/** A sign of life is written down at most once a minute. */
const SEEN_EVERY_MS = MINUTE

/** Only the hash is kept: who reads the table cannot use what stands there. */
const hashOf = (token: string) => createHash('sha256').update(token).digest()

/**
 * Begins a session with its audit entry and gives the token for the cookie: always a new one, so that a token planted
 * before signing in is worth nothing. Also ends the session that the browser had, and forgets those that ran out.
 */
export async function startSession(vault: VaultDb, accountId: string, at: Date, former?: string): Promise<string> {
  const token = Buffer.from(randomBytes(32)).toString('base64url')
  if (former) await vault.session.deleteMany({ where: { tokenHash: hashOf(former) } })
  await vault.session.deleteMany({ where: { startedAt: { lt: new Date(at.getTime() - LONGEST_SESSION_MS) } } })
  await vault.$executeRaw`
    WITH begun AS (
      INSERT INTO identity.session (token_hash, account_id, started_at, seen_at)
      VALUES (${hashOf(token)}, ${accountId}::uuid, ${at}, ${at}) RETURNING account_id
    )
    INSERT INTO audit.entry (day, actor, verb, subject, subject_id, details)
    SELECT ${systemToday()}::date, ${`account:${accountId}`}, 'sign_in', 'account', account_id, '{}'::jsonb FROM begun`
  return token
}

/** Who has this token, at this moment of the machine's clock; null when nobody, or no longer. */
export async function sessionOf(vault: VaultDb, token: string, at: Date): Promise<SignedIn | null> {
  const tokenHash = hashOf(token)
  const row = await vault.session.findUnique({ where: { tokenHash }, include: { account: true } })
  if (!row || row.account.endedAt) return null
  const idle = at.getTime() - row.seenAt.getTime()
  if (idle > IDLE_MS || at.getTime() - row.startedAt.getTime() > LONGEST_SESSION_MS) return null
  const role = readRole(row.account.role)
  if (!role) return null
  if (idle > SEEN_EVERY_MS) await vault.session.updateMany({ where: { tokenHash }, data: { seenAt: at } })
  return {
    accountId: row.accountId,
    name: row.account.name,
    role,
    language: row.account.language,
    since: row.startedAt,
  }
}

/** Ends a session, with its audit entry. An unknown token changes nothing. */
export async function endSession(vault: VaultDb, token: string): Promise<void> {
  await vault.$executeRaw`
    WITH ended AS (DELETE FROM identity.session WHERE token_hash = ${hashOf(token)} RETURNING account_id)
    INSERT INTO audit.entry (day, actor, verb, subject, subject_id, details)
    SELECT ${systemToday()}::date, 'account:' || account_id, 'sign_out', 'account', account_id, '{}'::jsonb FROM ended`
}
