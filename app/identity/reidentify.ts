import type { VaultTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'
import { LOOKED_UP, withinTheHour } from './looks-an-hour'
import { clientName } from './people'
import { purposeLong } from './purpose'
import { purposeTelling } from './telling'
import { vaultIdOf } from './tie'

/** One person by name. */
export type Person =
  | {
      readonly person: 'client'
      readonly name: string
      readonly number: string
      readonly bornOn: string
      readonly phone: string | null
    }
  | { readonly person: 'supervisor'; readonly name: string; readonly email: string }

/** Who is meant: the study's id of a client or a supervisor, and the pseudonym that was typed. */
export type Meant = {
  readonly person: 'client' | 'supervisor'
  readonly id: string
  readonly pseudonym: string
  readonly purpose: string
}

/**
 * Opens the name of one person for a purpose (protocol §6), which is sealed with the look in the vault's chain. Refused
 * for a purpose that is too short or too long, or that says who the person is; after twenty looks of this account within
 * an hour; and when the name has gone.
 */
export async function reidentify(
  vault: Vault,
  occasion: Occasion,
  { person, id, pseudonym, purpose }: Meant,
): Promise<Result<Person>> {
  const long = purposeLong(purpose)
  if (!long.ok) return long
  const telling = await purposeTelling(vault, occasion, { person, id, purpose })
  if (!telling.ok) return telling
  const what = { verb: 'reidentify', subject: person, subjectId: id, details: { pseudonym, purpose } }
  return change(vault, occasion, what, async (tx) => {
    const counted = await withinTheHour(tx, vault.keys, occasion, LOOKED_UP)
    if (!counted.ok) return counted
    const found = await { client: clientOf, supervisor: supervisorOf }[person](tx, vault.keys, id)
    return found ? done(found) : refuse('name_gone', { field: 'pseudonym' })
  })
}

async function clientOf(tx: VaultTx, keys: Vault['keys'], studyId: string): Promise<Person | null> {
  const id = await vaultIdOf(tx, keys, studyId)
  const row = id === null ? null : await tx.person.findUnique({ where: { id } })
  const name = row && clientName(keys, row)
  if (!name || !row.number || !row.bornOn) return null
  return {
    person: 'client',
    name,
    number: keys.open(row.number, `person.number:${id}`),
    bornOn: keys.open(row.bornOn, `person.born_on:${id}`),
    phone: row.phone && keys.open(row.phone, `person.phone:${id}`),
  }
}

async function supervisorOf(tx: VaultTx, keys: Vault['keys'], studyId: string): Promise<Person | null> {
  const id = await vaultIdOf(tx, keys, studyId)
  const row = id === null ? null : await tx.supervisorIdentity.findUnique({ where: { id } })
  if (!row?.name || !row.email) return null
  return {
    person: 'supervisor',
    name: keys.open(row.name, `supervisor.name:${id}`),
    email: keys.open(row.email, `supervisor.email:${id}`),
  }
}
