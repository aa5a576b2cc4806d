import type { VaultDb } from '../platform/database'
import type { IdentityKeys } from './keys'

/** Where to write to a supervisor; null when there is none by this id. The only way from a pseudonym to an address. */
export async function addressOf(
  vault: VaultDb,
  keys: IdentityKeys,
  supervisorId: string,
): Promise<{ name: string; email: string } | null> {
  const row = await vault.supervisorIdentity.findUnique({
    where: { id: supervisorId },
    select: { name: true, email: true },
  })
  return (
    row && {
      name: keys.open(row.name, `supervisor.name:${supervisorId}`),
      email: keys.open(row.email, `supervisor.email:${supervisorId}`),
    }
  )
}
