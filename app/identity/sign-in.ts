import { createHmac } from 'node:crypto'
import { systemToday } from '../platform/clock'
import type { VaultDb } from '../platform/database'
import { done, type Result, refuse } from '../protocol/refusal'
import { accountWith } from './accounts'
import { startSession } from './sessions'

/** Failures from one network address before it has to wait. Counted in the audit, so all processes count the same ones. */
const MOST_FAILURES = 20
/** How long an address waits. */
export const WAIT_MINUTES = 15

export type Attempt = {
  readonly email: string
  readonly password: string
  /** From where; kept as a keyed hash only. */
  readonly address: string
  /** The token that the browser had before. */
  readonly former?: string
  readonly at: Date
}

/**
 * Signs somebody in and gives the token of the new session. Refused as `wrong`, whatever of the two it was, or as
 * `too_many` when this address failed too often. An account is never locked: nobody can lock another out.
 */
export async function signIn(vault: VaultDb, addressKey: Buffer, attempt: Attempt): Promise<Result<string>> {
  const from = disguised(addressKey, attempt.address)
  if ((await failuresFrom(vault, from)) >= MOST_FAILURES) return refuse('too_many')
  const account = await accountWith(vault, attempt.email, attempt.password)
  if (account) return done(await startSession(vault, account.accountId, attempt.at, attempt.former))
  await vault.$executeRaw`
    INSERT INTO audit.entry (day, actor, verb, subject, subject_id, details)
    VALUES (${systemToday()}::date, 'system', 'sign_in_failed', 'address', ${from}::uuid, '{}'::jsonb)`
  return refuse('wrong')
}

async function failuresFrom(vault: VaultDb, from: string): Promise<number> {
  const [row] = await vault.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM audit.entry
     WHERE subject_id = ${from}::uuid AND verb = 'sign_in_failed' AND at > now() - make_interval(mins => ${WAIT_MINUTES}::int)`
  return Number(row?.count ?? 0)
}

/** An address as an id: the same one again and again, and nobody can tell which without the key. */
function disguised(key: Buffer, address: string): string {
  const hex = createHmac('sha256', key).update(address).digest('hex')
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
