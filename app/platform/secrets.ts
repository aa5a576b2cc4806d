import { hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { said, type Variables } from './environment'

/** The login roles, each a wall of its own (docs/decisions): what a role may is granted in prisma/migrations. */
export const ROLES = ['koppel_study', 'koppel_vault', 'koppel_analyst', 'koppel_jobs'] as const
export type Role = (typeof ROLES)[number]
/** The password of each login role. */
export type RolePasswords = Readonly<Record<Role, string>>

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * The one secret from which keys and passwords are derived: KOPPEL_SECRET, or the home's own, made on first use and
 * readable by its owner only. Whoever loses it loses the names: they cannot be opened without.
 */
export function secretOf(home: string, env: Variables = process.env): string {
  const given = said(env).KOPPEL_SECRET
  if (given) return given
  const file = join(home, 'secret')
  const kept = read(file)
  if (kept) return kept
  mkdirSync(home, { recursive: true })
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  try {
    // whole or not at all, and the first of two processes wins
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8').trim()
}

/** A key of 32 bytes for one purpose; keys of different purposes say nothing about each other (HKDF-SHA256). */
export const derive = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'koppel', purpose, 32))

/** The roles' passwords: whoever has the secret has them, and needs no other to work with a database. */
export function rolePasswords(secret: string): RolePasswords {
  const passwordOf = (role: Role) => derive(secret, `role:${role}`).toString('hex')
  return Object.fromEntries(ROLES.map((role) => [role, passwordOf(role)])) as RolePasswords
}
