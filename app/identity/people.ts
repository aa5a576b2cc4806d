import type { Vault } from '../platform/vault'
import type { Day } from '../protocol/day'
import { addressHashes } from './mail-address'

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

/** A client's name as it is said; null when it has gone. */
export function clientName(
  keys: Keys,
  { id, initials, surname }: { id: string; initials: Uint8Array | null; surname: Uint8Array | null },
): string | null {
  if (!initials || !surname) return null
  return `${keys.open(initials, `person.initials:${id}`)} ${keys.open(surname, `person.surname:${id}`)}`
}
