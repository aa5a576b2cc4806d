import { type Role, readRole } from '../access/roles'
import { systemToday } from '../platform/clock'
import type { VaultDb } from '../platform/database'
import { newId } from '../platform/id'
import { hashPassword, verifyPassword } from '../platform/passwords'
import { done, type Result, refuse } from '../protocol/refusal'

/** Somebody with a place to work in the system. */
export type NewAccount = {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly language: 'nl' | 'en'
  readonly password: string
  readonly demo?: boolean
}

/** Addresses are the same however they are typed. */
const asKept = (email: string) => email.trim().toLowerCase()

/**
 * Makes an account, with its audit entry in the same statement. Takes the password as typed; only its hash is kept.
 * Refused as `already_recorded` when the address has one. Gives the account's id.
 */
export async function createAccount(vault: VaultDb, account: NewAccount, actor: string): Promise<Result<string>> {
  const id = newId()
  const { name, role, language, demo = false } = account
  const hash = await hashPassword(account.password)
  const made = await vault.$executeRaw`
    WITH made AS (
      INSERT INTO identity.account (id, email, name, role, language, password_hash, demo)
      VALUES (${id}::uuid, ${asKept(account.email)}, ${name}, ${role}, ${language}, ${hash}, ${demo})
      ON CONFLICT (email) DO NOTHING RETURNING id
    )
    INSERT INTO audit.entry (day, actor, verb, subject, subject_id, details)
    SELECT ${systemToday()}::date, ${actor}, 'create_account', 'account', id, jsonb_build_object('role', ${role}::text)
      FROM made`
  return made === 1 ? done(id) : refuse('already_recorded', { field: 'email' })
}

/** What a session needs to know of an account. */
export type Account = {
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly language: string
}

/** The account with this address and password; null for any other pair, after the same time whichever part is wrong. */
export async function accountWith(vault: VaultDb, email: string, password: string): Promise<Account | null> {
  const row = await vault.account.findFirst({ where: { email: asKept(email), endedAt: null } })
  const matches = await verifyPassword(row?.passwordHash ?? null, password)
  const role = row && readRole(row.role)
  return matches && role ? { accountId: row.id, name: row.name, role, language: row.language } : null
}

/** The actor of the account with this address, as the audit writes it; null when nobody works here under it. */
export async function actorWith(vault: VaultDb, email: string): Promise<string | null> {
  const row = await vault.account.findFirst({ where: { email: asKept(email), endedAt: null }, select: { id: true } })
  return row && `account:${row.id}`
}

/** The password of all demo accounts. Printed, shown on the sign-in page, and refused outside the demo. */
export const DEMO_PASSWORD = 'proefopstelling'

/** One account for each role, so that a visitor can look through everybody's eyes. */
export const DEMO_ACCOUNTS = [
  { email: 'coordinator@koppel.example', name: 'Noor Verbeek', role: 'coordinator' },
  { email: 'interviewer@koppel.example', name: 'Ilias Haddad', role: 'interviewer' },
  { email: 'analist@koppel.example', name: 'Sanne de Wit', role: 'analyst' },
  { email: 'beheer@koppel.example', name: 'Ruben Maas', role: 'data_manager' },
  { email: 'privacy@koppel.example', name: 'Fleur Jansen', role: 'privacy_officer' },
  { email: 'sleutel@koppel.example', name: 'Daan Kuiper', role: 'key_holder' },
] as const satisfies readonly Pick<NewAccount, 'email' | 'name' | 'role'>[]

/** Makes the demo's accounts where they are missing. Call it in demo mode only: everybody knows their password. */
export async function createDemoAccounts(vault: VaultDb): Promise<void> {
  for (const account of DEMO_ACCOUNTS) {
    if (await vault.account.count({ where: { email: account.email } })) continue
    await createAccount(vault, { ...account, language: 'nl', password: DEMO_PASSWORD, demo: true }, 'system')
  }
}
