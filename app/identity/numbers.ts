import type { VaultDb } from '../platform/database'
import type { IdentityKeys } from './keys'

/**
 * The study's ids of supervisions, by the numbers under which files name them. No number is read: each is hashed and
 * looked up. Numbers that nobody registered are missing from the answer.
 */
export async function registrationsNumbered(
  vault: VaultDb,
  keys: IdentityKeys,
  studyId: string,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map()
  const byHash = new Map(
    numbers.map((number) => [Buffer.from(keys.hash('supervision', number)).toString('hex'), number]),
  )
  // One parameter, however many numbers: a list of them would be another statement for each length.
  const rows = await vault.$queryRaw<{ id: string; hash: string }[]>`
    SELECT s.id, asked.hash FROM unnest(${[...byHash.keys()]}::text[]) AS asked (hash)
      JOIN identity.supervision s ON s.study_id = ${studyId}::uuid AND s.number_hash = decode(asked.hash, 'hex')`
  return new Map(
    rows.flatMap(({ id, hash }) => {
      const number = byHash.get(hash)
      return number === undefined ? [] : [[number, id] as const]
    }),
  )
}
