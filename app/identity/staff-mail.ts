import { asUuid, type Vault } from '../platform/vault'
import type { Address } from './addresses'

/** Somebody who coordinates a study or guards its privacy, as its ledger knows them: by an id that says nothing to whoever lacks the key. */
export type Recipient = { readonly id: string; readonly language: string }

/** Who coordinates a study now, for its mail: no name and no address. Who left, or does other work by now, is not among them. */
export const coordinatorsOf = (vault: Vault, studyId: string): Promise<Recipient[]> =>
  recipients(vault, studyId, 'coordinator')

/** The same of who guards its privacy. */
export const officersOf = (vault: Vault, studyId: string): Promise<Recipient[]> =>
  recipients(vault, studyId, 'privacy_officer')

async function recipients(vault: Vault, studyId: string, role: StaffRole): Promise<Recipient[]> {
  const rows = await active(vault, role)
  return rows.map(({ id, language }) => ({ id: recipientId(vault, studyId, id), language }))
}

/** Where to write to those who have a role, by those ids; who left meanwhile is missing. */
export async function staffAddresses(
  vault: Vault,
  studyId: string,
  role: StaffRole,
): Promise<ReadonlyMap<string, Address>> {
  const rows = await active(vault, role)
  return new Map(rows.map(({ id, name, email }) => [recipientId(vault, studyId, id), { name, email }]))
}

/** Who gets mail about their work here. */
type StaffRole = 'coordinator' | 'privacy_officer'

const active = ({ db }: Vault, role: StaffRole) =>
  db.account.findMany({
    where: { role, endedAt: null },
    select: { id: true, name: true, email: true, language: true },
    orderBy: { id: 'asc' },
  })

/** An account has another id in each study, and in none the one that the vault knows it by. */
const recipientId = ({ keys }: Vault, studyId: string, accountId: string) =>
  asUuid(keys.hash('recipient', `${studyId}:${accountId}`))
