import type { Vault } from '../platform/vault'
import type { Named } from './people'

/** Of the client, the fields of the extract of which a row is remembered; their places are fixed. */
export const OF_CLIENT = ['surname', 'initials', 'born_on'] as const
/** Of the supervisor; the staff number comes first, since the others say nothing of another one. */
export const OF_STAFF = ['supervisor_number', 'supervisor_name', 'supervisor_email'] as const

/** How much of a keyed hash is kept of a field: nobody who lacks the key can tell two apart, and no two are the same. */
const BYTES = 16

/**
 * What a row of the register says of people, field by field, as keyed hashes that are its own: it is recognised when the
 * row says the same again, and tells nothing of other rows. Null of a supervisor whom it does not name.
 */
export function saidIn(keys: Vault['keys'], { supervisionNumber, client, supervisor }: Named) {
  const hashed = (fields: readonly string[], values: readonly string[]) => {
    const parts = fields.map((field, at) =>
      keys.hash('said', JSON.stringify([field, supervisionNumber.trim(), values[at]?.trim()])).subarray(0, BYTES),
    )
    return new Uint8Array(Buffer.concat(parts))
  }
  return {
    client: hashed(OF_CLIENT, [client.surname, client.initials, client.bornOn]),
    supervisor: supervisor && hashed(OF_STAFF, [supervisor.number, supervisor.name, supervisor.email]),
  }
}

/** In which of the fields a row says something else than it did; in none where nothing is remembered. */
export function saidOtherwise<Field extends string>(
  fields: readonly Field[],
  before: Uint8Array | null,
  now: Uint8Array | null,
): Field[] {
  if (!before || !now) return []
  const part = (whole: Uint8Array, at: number) => Buffer.from(whole.subarray(at * BYTES, (at + 1) * BYTES))
  return fields.filter((_, at) => !part(before, at).equals(part(now, at)))
}
