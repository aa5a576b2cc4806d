import type { Vault } from '../platform/vault'

/** Where to write to somebody. */
export type Address = { readonly name: string; readonly email: string }

/** Where to write to a supervisor; null when there is none by this id, or the name has gone. Throws when it does not open. */
export async function addressOf(vault: Vault, supervisorId: string): Promise<Address | null> {
  const address = (await addressesOf(vault, [supervisorId])).get(supervisorId)
  if (address === 'unreadable') throw new Error('the address of a supervisor does not open')
  return address ?? null
}

/**
 * Where to write to supervisors, by the study's ids. Who has no address is missing; one that does not open with the keys
 * at hand keeps nobody else's from being read. The only way from a pseudonym to an address.
 */
export async function addressesOf(
  { db, keys }: Vault,
  supervisorIds: readonly string[],
): Promise<Map<string, Address | 'unreadable'>> {
  const asked = new Map(supervisorIds.map((id) => [Buffer.from(keys.hash('study_id', id)).toString('hex'), id]))
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id, encode(k.study_hash, 'hex') AS hash, s.name, s.email
      FROM unnest(${[...asked.keys()]}::text[]) AS a (hash)
      JOIN identity.key k ON k.study_hash = decode(a.hash, 'hex')
      JOIN identity.supervisor s ON s.id = k.id
     WHERE s.name IS NOT NULL AND s.email IS NOT NULL`
  return new Map(rows.map((row) => [asked.get(row.hash) as string, opened(keys, row)]))
}

type Row = { readonly id: string; readonly hash: string; readonly name: Uint8Array; readonly email: Uint8Array }

function opened(keys: Vault['keys'], { id, name, email }: Row): Address | 'unreadable' {
  try {
    return {
      name: keys.open(name, `supervisor.name:${id}`),
      email: keys.open(email, `supervisor.email:${id}`),
    }
  } catch {
    return 'unreadable'
  }
}
