import { asUuid, type Vault } from '../platform/vault'
import type { Address } from './addresses'

/** Somebody who coordinates a study, as its ledger knows them: by an id that says nothing to whoever lacks the key. */
export type Recipient = { readonly id: string; readonly language: string }

/** Who coordinates a study now, for its mail: no name and no address. Who left, or does other work by now, is not among them. */
export async function coordinatorsOf(vault: Vault, studyId: string): Promise<Recipient[]> {
  const rows = await active(vault)
  return rows.map(({ id, language }) => ({ id: recipientId(vault, studyId, id), language }))
}

/** Where to write to coordinators, by those ids; who left meanwhile is missing. */
export async function coordinatorAddresses(vault: Vault, studyId: string): Promise<ReadonlyMap<string, Address>> {
  const rows = await active(vault)
  return new Map(rows.map(({ id, name, email }) => [recipientId(vault, studyId, id), { name, email }]))
}

const active = ({ db }: Vault) =>
  db.account.findMany({
    where: { role: 'coordinator', endedAt: null },
    select: { id: true, name: true, email: true, language: true },
    orderBy: { id: 'asc' },
  })

/** An account has another id in each study, and in none the one that the vault knows it by. */
const recipientId = ({ keys }: Vault, studyId: string, accountId: string) =>
  asUuid(keys.hash('recipient', `${studyId}:${accountId}`))
