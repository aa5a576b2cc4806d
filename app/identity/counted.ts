import type { Vault } from '../platform/vault'
import type { Counted } from '../protocol/reconciliation'

/**
 * How many forms were signed per location and month, and nothing about whom: what the coordinator compares with
 * interviews (protocol §6). A form counts in the month in which it was signed, also when it has ended since; a refused
 * one was not signed. The vault does not know a location by name: takes those that there are, and counts forms of any
 * other under an empty name, so that none is overlooked.
 */
export async function signedPerMonth(
  { db, keys }: Vault,
  studyId: string,
  locations: readonly string[],
): Promise<Counted[]> {
  const byHash = new Map(locations.map((name) => [Buffer.from(keys.hash('location', name)).toString('hex'), name]))
  const rows = await db.$queryRaw<{ hash: string; month: string; count: number }[]>`
    SELECT encode(location_hash, 'hex') AS hash, month, count(*)::int AS count
      FROM identity.consent_form
     WHERE study_alias = ${keys.alias(studyId)}::uuid AND state <> 'refused'
     GROUP BY 1, 2 ORDER BY 2, 1`
  return rows.map(({ hash, month, count }) => ({ location: byHash.get(hash) ?? '', month, count }))
}
