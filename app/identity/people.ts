import type { VaultTx } from '../platform/database'
import { blindId, newId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import type { Day } from '../protocol/day'
import { addressHashes } from './mail-address'
import { studyIdsOf, tie } from './tie'

/** Who a supervision is about and who supervises, as the register names them. */
export type Named = {
  readonly supervisionNumber: string
  readonly client: {
    readonly number: string
    readonly surname: string
    readonly initials: string
    readonly bornOn: Day
  }
  readonly supervisor: { readonly number: string; readonly name: string; readonly email: string } | null
}

/** A row of the vault and the study's id for the same. */
type Entered = { readonly id: string; readonly studyId: string }
type Keys = Vault['keys']

/** What the vault keeps of a client, sealed for the row with this id. */
export const sealedClient = (keys: Keys, client: Named['client'], of: string) => ({
  number: keys.seal(client.number, `person.number:${of}`),
  surname: keys.seal(client.surname, `person.surname:${of}`),
  initials: keys.seal(client.initials, `person.initials:${of}`),
  bornOn: keys.seal(client.bornOn, `person.born_on:${of}`),
})

/** The same of a supervisor, and by what the address is known again. */
export const sealedStaff = (keys: Keys, staff: NonNullable<Named['supervisor']>, of: string) => ({
  number: keys.seal(staff.number, `supervisor.number:${of}`),
  name: keys.seal(staff.name, `supervisor.name:${of}`),
  email: keys.seal(staff.email, `supervisor.email:${of}`),
  ...addressHashes(keys, staff.email),
})

/**
 * The person of this client number: entered now, or the one who is there, also when another import was first. A name
 * whose term was over (§6) comes back with a new supervision, since that is a new case; the name of a client who wished to be
 * erased stays out.
 */
export async function enterPerson(
  tx: VaultTx,
  keys: Keys,
  { study }: Occasion,
  client: Named['client'],
): Promise<Entered> {
  const id = blindId()
  const { number, surname, initials, bornOn } = sealedClient(keys, client, id)
  const [row] = await tx.$queryRaw<[{ id: string; back: boolean }]>`
    INSERT INTO identity.person (id, study_alias, number_hash, number, surname, initials, born_on)
    VALUES (${id}::uuid, ${keys.alias(study.id)}::uuid, ${keys.hash('client', client.number)},
            ${number}, ${surname}, ${initials}, ${bornOn})
    ON CONFLICT (study_alias, number_hash) DO UPDATE SET study_alias = excluded.study_alias
    RETURNING id, surname IS NULL AND gone IS DISTINCT FROM 'wish' AS back`
  if (row.back)
    await tx.person.updateMany({ where: { id: row.id }, data: { ...sealedClient(keys, client, row.id), gone: null } })
  return tied(tx, keys, id, row.id)
}

/** A client's name as it is said; null when it has gone. */
export function clientName(
  keys: Keys,
  { id, initials, surname }: { id: string; initials: Uint8Array | null; surname: Uint8Array | null },
): string | null {
  if (!initials || !surname) return null
  return `${keys.open(initials, `person.initials:${id}`)} ${keys.open(surname, `person.surname:${id}`)}`
}

/** The supervisor of this staff number, in the same way; one whom a colleague named by this address is the same one. */
export async function enterSupervisor(
  tx: VaultTx,
  keys: Keys,
  { study }: Occasion,
  staff: NonNullable<Named['supervisor']>,
): Promise<Entered> {
  const id = blindId()
  const { number, name, email, emailHash, domainHash } = sealedStaff(keys, staff, id)
  const [row] = await tx.$queryRaw<[{ id: string; gone: boolean }]>`
    INSERT INTO identity.supervisor (id, study_alias, number_hash, number, name, email, email_hash, domain_hash)
    VALUES (${id}::uuid, ${keys.alias(study.id)}::uuid, ${keys.hash('staff', staff.number)}, ${number}, ${name}, ${email},
            ${emailHash}, ${domainHash})
    ON CONFLICT (study_alias, number_hash) DO UPDATE SET study_alias = excluded.study_alias
    RETURNING id, name IS NULL AS gone`
  if (row.gone)
    await tx.supervisorIdentity.updateMany({ where: { id: row.id }, data: sealedStaff(keys, staff, row.id) })
  return tied(tx, keys, id, row.id)
}

/** Ties a row that is new, or that has lost its tie with its study's key; of any other finds what it is tied to. */
async function tied(tx: VaultTx, keys: Keys, fresh: string, id: string): Promise<Entered> {
  const before = id === fresh ? undefined : (await studyIdsOf(tx, keys, [id])).get(id)
  if (before) return { id, studyId: before }
  const studyId = newId()
  await tie(tx, keys, id, studyId)
  return { id, studyId }
}
