import type { StudyRef } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { formNamed } from '../protocol/consent-forms'
import { monthOf } from '../protocol/day'
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
  const byHash = namesByHash(keys, locations)
  const rows = await db.$queryRaw<{ hash: string; month: string; count: number }[]>`
    SELECT encode(location_hash, 'hex') AS hash, month, count(*)::int AS count
      FROM identity.consent_form
     WHERE study_alias = ${keys.alias(studyId)}::uuid AND state <> 'refused'
     GROUP BY 1, 2 ORDER BY 2, 1`
  return rows.map(({ hash, month, count }) => ({ location: byHash.get(hash) ?? '', month, count }))
}

/**
 * Where and in which month forms were signed in a version that could not be signed on any day of it (protocol §6): places
 * and months, never whose. Takes the locations that there are, as above.
 */
export async function signedOutOfForce(
  { db, keys }: Vault,
  { id, protocol }: StudyRef,
  locations: readonly string[],
): Promise<Omit<Counted, 'count'>[]> {
  const rows = await db.$queryRaw<{ hash: string; month: string; version: string }[]>`
    SELECT DISTINCT encode(location_hash, 'hex') AS hash, month, version FROM identity.consent_form
     WHERE study_alias = ${keys.alias(id)}::uuid AND state <> 'refused'`
  const wrong = rows.filter(({ version, month }) => {
    const form = formNamed(protocol, version)
    return !form || month < monthOf(form.validFrom) || (form.validTo !== null && month > monthOf(form.validTo))
  })
  const nameOf = namesByHash(keys, locations)
  const places = wrong.map(({ hash, month }) => ({ location: nameOf.get(hash) ?? '', month }))
  return places.filter(
    (one, at) => places.findIndex((other) => other.location === one.location && other.month === one.month) === at,
  )
}

const namesByHash = (keys: Vault['keys'], locations: readonly string[]) =>
  new Map(locations.map((name) => [Buffer.from(keys.hash('location', name)).toString('hex'), name]))
