import type { Vault } from '../platform/vault'
import { studyIdIn } from './tie'

/**
 * The study's ids of supervisions, by the numbers under which files name them. No number is read: each is hashed and
 * looked up. Numbers that nobody registered are missing from the answer.
 */
export async function registrationsNumbered(
  { db, keys }: Vault,
  studyId: string,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map()
  const byHash = new Map(
    numbers.map((number) => [Buffer.from(keys.hash('supervision', number)).toString('hex'), number]),
  )
  // One parameter, however many numbers: a list of them would be another statement for each length.
  const rows = await db.$queryRaw<{ id: string; hash: string; sealed: Uint8Array }[]>`
    SELECT k.id, asked.hash, k.study_id AS sealed FROM unnest(${[...byHash.keys()]}::text[]) AS asked (hash)
      JOIN identity.supervision s
        ON s.study_alias = ${keys.alias(studyId)}::uuid AND s.number_hash = decode(asked.hash, 'hex')
      JOIN identity.key k ON k.id = s.id`
  return new Map(rows.map((row) => [byHash.get(row.hash) as string, studyIdIn(keys, row)]))
}
