import type { Vault } from '../platform/vault'

/** How many forms were signed at one place in one month (YYYY-MM). */
export type Signed = { readonly location: string; readonly month: string; readonly signed: number }

/**
 * How many forms were signed per location and month, and nothing about whom: what the coordinator compares with
 * interviews (protocol §6). The vault does not know a location by name: takes those that are asked about.
 */
export async function signedPerMonth(
  { db, keys }: Vault,
  studyId: string,
  locations: readonly string[],
): Promise<Signed[]> {
  const byHash = new Map(locations.map((name) => [Buffer.from(keys.hash('location', name)).toString('hex'), name]))
  const rows = await db.$queryRaw<{ hash: string; month: string; signed: number }[]>`
    SELECT encode(location_hash, 'hex') AS hash, month, count(*)::int AS signed
      FROM identity.consent_form
     WHERE study_alias = ${keys.alias(studyId)}::uuid AND state <> 'refused'
       AND location_hash = ANY(SELECT decode(h, 'hex') FROM unnest(${[...byHash.keys()]}::text[]) AS h)
     GROUP BY 1, 2 ORDER BY 2`
  return rows.map(({ hash, month, signed }) => ({ location: byHash.get(hash) as string, month, signed }))
}
