import { hash, verify } from '@node-rs/argon2'

// 19 MiB, two passes, one lane: what OWASP asks at least; argon2id is the library's default.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let stranger: Promise<string> | undefined

/** What is kept of a password: an argon2id hash with its own salt. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST)

/**
 * Whether a typed password is the one that was kept. Give null when there is no account: the answer is false and takes
 * as long, so that nobody learns from the clock who has one.
 */
export async function verifyPassword(kept: string | null, typed: string): Promise<boolean> {
  stranger ??= hashPassword('nobody has this one')
  const matches = await verify(kept ?? (await stranger), typed.normalize('NFKC'))
  return matches && kept !== null
}
