import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result, refuse } from '../protocol/refusal'
import { doNotAskAmong } from './do-not-ask'
import type { Named } from './people'
import { studyIdIn } from './tie'

/** The ids under which the study knows the three whom a row of the register names. */
export type Ids = { readonly registrationId: string; readonly clientId: string; readonly supervisorId: string | null }

/** What a row says of the supervisor of a supervision that is known: nothing new, the first one, or another one. */
export type SupervisorSaid = 'same' | 'named' | 'other'

/** A supervision that the vault has. */
export type Recognised = Ids & {
  /** Its row in the vault, and that of the supervisor it has there. */
  readonly id: string
  readonly supervisorRow: string | null
  readonly said: SupervisorSaid
  /** The name of the client or the supervisor has gone, and could be written back. */
  readonly gone: boolean
}

/** Which of these cases may still get another supervisor: nobody is bound to their client yet. The study says so. */
export type MayChange = (registrationIds: readonly string[]) => Promise<ReadonlySet<string>>

/**
 * The supervisions that the vault has, each in the place of the row that names it; null where it has none. Refused as
 * `other_client`; as `other_supervisor` where it may not get another one; as `key_gone` when the study is finished. Nothing is
 * written, and no name is opened.
 */
export async function recognise(
  { db, keys }: Vault,
  { study }: Occasion,
  rows: readonly Named[],
  mayChange: MayChange = async () => new Set(),
): Promise<(Result<Recognised> | null)[]> {
  const asked = rows.map(({ supervisionNumber, client, supervisor }) => ({
    supervision: keys.hash('supervision', supervisionNumber),
    client: keys.hash('client', client.number),
    staff: supervisor && keys.hash('staff', supervisor.number),
  }))
  const found = await db.$queryRaw<Found[]>`
    SELECT a.place::int, s.id, s.supervisor_id AS "supervisorRow", s.person_id AS person,
           p.number_hash = a.client AS "sameClient", v.number_hash = a.staff AS "sameSupervisor",
           ks.study_id AS registration, kp.study_id AS client, kv.study_id AS supervisor,
           (p.surname IS NULL AND p.gone IS DISTINCT FROM 'wish') OR (v.id IS NOT NULL AND v.name IS NULL) AS gone
      FROM unnest(${asked.map((one) => one.supervision)}::bytea[], ${asked.map((one) => one.client)}::bytea[],
                  ${asked.map((one) => one.staff)}::bytea[]) WITH ORDINALITY AS a (supervision, client, staff, place)
      JOIN identity.supervision s ON s.study_alias = ${keys.alias(study.id)}::uuid AND s.number_hash = a.supervision
      JOIN identity.person p ON p.id = s.person_id
      LEFT JOIN identity.supervisor v ON v.id = s.supervisor_id
      LEFT JOIN identity.key ks ON ks.id = s.id
      LEFT JOIN identity.key kp ON kp.id = p.id
      LEFT JOIN identity.key kv ON kv.id = v.id`
  const known = new Map(found.map((row) => [row.place - 1, recognised(keys, row, rows[row.place - 1] as Named)]))
  const others = [...known.values()].flatMap((one) => (one.ok && one.value.said === 'other' ? one.value : []))
  const may = others.length > 0 ? await mayChange(others.map(({ registrationId }) => registrationId)) : new Set()
  return rows.map((_, place) => {
    const one = known.get(place) ?? null
    const refused = one?.ok && one.value.said === 'other' && !may.has(one.value.registrationId)
    return refused ? refuse('other_supervisor', { field: 'supervisor' }) : one
  })
}

type Found = {
  place: number
  id: string
  supervisorRow: string | null
  person: string
  sameClient: boolean
  sameSupervisor: boolean | null
  registration: Uint8Array | null
  client: Uint8Array | null
  supervisor: Uint8Array | null
  gone: boolean
}

function recognised(keys: Vault['keys'], row: Found, { supervisor }: Named): Result<Recognised> {
  if (!row.sameClient) return refuse('other_client', { field: 'client' })
  const { id, supervisorRow, gone } = row
  if (!row.registration || !row.client) return refuse('key_gone')
  const said = !supervisor || row.sameSupervisor ? 'same' : supervisorRow ? 'other' : 'named'
  return done({
    id,
    supervisorRow,
    said,
    gone,
    registrationId: studyIdIn(keys, { id, sealed: row.registration }),
    clientId: studyIdIn(keys, { id: row.person, sealed: row.client }),
    supervisorId:
      supervisorRow && row.supervisor ? studyIdIn(keys, { id: supervisorRow, sealed: row.supervisor }) : null,
  })
}

/** Whether the client of each row stands on the list of people who are never to be asked (§6). */
export async function notToBeAsked(
  { db, keys }: Vault,
  { study }: Occasion,
  rows: readonly Named[],
): Promise<boolean[]> {
  const numbers = rows.map(({ client }) => client.number)
  const listed = await doNotAskAmong(db, keys, study.id, [...new Set(numbers)])
  return numbers.map((number) => listed.has(number))
}
