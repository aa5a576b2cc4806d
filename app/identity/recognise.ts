import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result, refuse } from '../protocol/refusal'
import { doNotAskAmong } from './do-not-ask'
import type { Named } from './people'
import { OF_CLIENT, OF_STAFF, saidIn, saidOtherwise } from './said'
import { studyIdsOf } from './tie'

/** The ids under which the study knows the three whom a row of the register names. */
export type Ids = { readonly registrationId: string; readonly clientId: string; readonly supervisorId: string | null }

/**
 * What a row says of the supervisor of a supervision that is known: nothing new, the first one, another one, or, at last,
 * the one who took it over since. Who handed a case over stands in the register for a while: a row that repeats its last
 * word takes nothing back.
 */
export type SupervisorSaid = 'same' | 'named' | 'other' | 'caught_up'

/** A supervision that the vault has. */
export type Recognised = Ids & {
  /** Its row in the vault, and that of the supervisor it has there. */
  readonly id: string
  readonly supervisorRow: string | null
  readonly said: SupervisorSaid
  /** The name of the client or the supervisor has gone, and could be written back. */
  readonly gone: boolean
  /** In which fields the row says otherwise of the client, and of the supervisor whom it names, than it did. */
  readonly otherwise: { readonly client: readonly string[]; readonly supervisor: readonly string[] }
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
           s.client_said_hash AS "clientSaid", s.supervisor_said_hash AS "supervisorSaid", p.surname IS NOT NULL AS "clientNamed",
           EXISTS (SELECT FROM identity.supervisor n WHERE n.study_alias = s.study_alias AND n.number_hash = a.staff
                      AND n.name IS NOT NULL) AS "staffNamed",
           p.number_hash = a.client AS "sameClient", v.number_hash = a.staff AS "sameSupervisor",
           (p.surname IS NULL AND p.gone IS DISTINCT FROM 'wish') OR (v.id IS NOT NULL AND v.name IS NULL) AS gone
      FROM unnest(${asked.map((one) => one.supervision)}::bytea[], ${asked.map((one) => one.client)}::bytea[],
                  ${asked.map((one) => one.staff)}::bytea[]) WITH ORDINALITY AS a (supervision, client, staff, place)
      JOIN identity.supervision s ON s.study_alias = ${keys.alias(study.id)}::uuid AND s.number_hash = a.supervision
      JOIN identity.person p ON p.id = s.person_id
      LEFT JOIN identity.supervisor v ON v.id = s.supervisor_id`
  const inVault = found.flatMap(({ id, person, supervisorRow }) => [
    id,
    person,
    ...(supervisorRow ? [supervisorRow] : []),
  ])
  const ids = await studyIdsOf(db, keys, [...new Set(inVault)])
  const known = new Map(found.map((row) => [row.place - 1, recognised(keys, ids, row, rows[row.place - 1] as Named)]))
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
  gone: boolean
  clientSaid: Uint8Array | null
  supervisorSaid: Uint8Array | null
  /** Their names are there. */
  clientNamed: boolean
  staffNamed: boolean
}

function recognised(
  keys: Vault['keys'],
  ids: ReadonlyMap<string, string>,
  row: Found,
  named: Named,
): Result<Recognised> {
  if (!row.sameClient) return refuse('other_client', { field: 'client' })
  const { id, supervisorRow, gone } = row
  const [registrationId, clientId] = [ids.get(id), ids.get(row.person)]
  if (!registrationId || !clientId) return refuse('key_gone')
  const now = saidIn(keys, named)
  const [staff, ...ofStaff] = OF_STAFF
  const fields = saidOtherwise(OF_STAFF, row.supervisorSaid, now.supervisor)
  const said = supervisorSaid(row, named, fields.includes(staff))
  const supervisorId = (supervisorRow && ids.get(supervisorRow)) ?? null
  const otherwise = {
    client: row.clientNamed ? saidOtherwise(OF_CLIENT, row.clientSaid, now.client) : [],
    supervisor: said === 'same' && row.staffNamed ? ofStaff.filter((field) => fields.includes(field)) : [],
  }
  return done({ id, supervisorRow, said, gone, otherwise, registrationId, clientId, supervisorId })
}

function supervisorSaid(
  { supervisorRow, sameSupervisor, supervisorSaid }: Found,
  { supervisor }: Named,
  saidOtherwise: boolean,
): SupervisorSaid {
  if (!supervisor) return 'same'
  if (sameSupervisor) return saidOtherwise ? 'caught_up' : 'same'
  if (!supervisorRow) return 'named'
  return supervisorSaid && !saidOtherwise ? 'same' : 'other'
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
