import type { Vault } from '../platform/vault'

/** Where to write to a supervisor; null when there is none by this id, or the name has gone. The only way from a pseudonym to an address. */
export async function addressOf(
  { db, keys }: Vault,
  supervisorId: string,
): Promise<{ name: string; email: string } | null> {
  const [row] = await db.$queryRaw<{ id: string; name: Uint8Array | null; email: Uint8Array | null }[]>`
    SELECT s.id, s.name, s.email FROM identity.key k JOIN identity.supervisor s ON s.id = k.id
     WHERE k.study_hash = ${keys.hash('study_id', supervisorId)}`
  if (!row?.name || !row.email) return null
  return {
    name: keys.open(row.name, `supervisor.name:${row.id}`),
    email: keys.open(row.email, `supervisor.email:${row.id}`),
  }
}
