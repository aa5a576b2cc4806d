import type { VaultDb, VaultTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Vault } from '../../platform/vault'
import { studyIdsOf, vaultIdOf } from '../tie'

/** Whose form it is: the vault's id, and the study's. */
export type Whose = { readonly personId: string; readonly clientId: string }

/** Whose a form of this study is; null for a form that the study has not, or whose client is gone from the key table. */
export async function whoseForm({ db, keys }: Vault, { study }: Occasion, formId: string): Promise<Whose | null> {
  const where = { id: formId, studyAlias: keys.alias(study.id) }
  const form = await db.consentForm.findFirst({ where, select: { personId: true } })
  const clientId = form && (await studyIdsOf(db, keys, [form.personId])).get(form.personId)
  return form && clientId ? { personId: form.personId, clientId } : null
}

/** Locks a person: what is done about the forms of one comes one after the other. */
export const lockPerson = (tx: VaultTx, personId: string) =>
  tx.$executeRaw`SELECT FROM identity.person WHERE id = ${personId}::uuid FOR UPDATE`

/** The person whom this study knows by this client's id; null when it has none. */
export async function personOf(db: VaultTx | VaultDb, keys: Vault['keys'], { study }: Occasion, clientId: string) {
  const id = await vaultIdOf(db, keys, clientId)
  return id ? db.person.findFirst({ where: { id, studyAlias: keys.alias(study.id) } }) : null
}
