import type { VaultDb, VaultTx } from '../platform/database'
import { readable } from '../platform/seal'
import type { Vault } from '../platform/vault'
import { sealParticulars, unsealParticulars } from './forms/kept'

/**
 * Takes out of the vault what says who these people are (§6): name, numbers, day of birth, telephone, the files of
 * their forms (a scan or a signature names somebody) and who signed with them. What stays is who was here before, by
 * keyed hash of a number, so that the same row of the register is not a new person; and what was said on which form, without a
 * name. Takes the vault's ids, and why: a name whose `term` was over may come back with the register, one that went by the
 * client's `wish` never does. Gives how many of them had anything to take out, or went for their term only.
 */
export async function forgetPeople(
  tx: VaultTx,
  keys: Vault['keys'],
  { ids, why }: { readonly ids: readonly string[]; readonly why: 'term' | 'wish' },
): Promise<number> {
  const some = [...ids]
  await tx.$executeRaw`SELECT FROM identity.person WHERE id = ANY(${some}::uuid[]) ORDER BY id FOR UPDATE`
  const going = new Set([...(await stillNamed(tx, some)), ...(why === 'wish' ? await notWished(tx, some) : [])])
  await tx.person.updateMany({
    where: { id: { in: some } },
    data: { number: null, surname: null, initials: null, bornOn: null, phone: null },
  })
  const marked = why === 'wish' ? {} : { gone: null }
  await tx.person.updateMany({ where: { id: { in: some }, ...marked }, data: { gone: why } })
  await tx.supervision.updateMany({ where: { personId: { in: some } }, data: { number: null, clientSaid: null } })
  await tx.consentPaper.deleteMany({ where: { form: { personId: { in: some } } } })
  const where = { personId: { in: some } }
  for (const { id, particulars } of await tx.consentForm.findMany({ where, select: { id: true, particulars: true } })) {
    // what does not open says no name; the rest of the person goes all the same
    const said = readable(() => unsealParticulars(keys, id, particulars))
    if (!said) continue
    const { guardian: _who, capacity: _how, ...rest } = said
    await tx.consentForm.updateMany({ where: { id }, data: { particulars: sealParticulars(keys, id, rest) } })
  }
  return going.size
}

/** Of these people (the vault's ids) those of whom it is not written down that their name went by their own wish. */
export async function notWished(db: Pick<VaultTx, 'person'> | VaultDb, ids: readonly string[]): Promise<string[]> {
  const other = [{ gone: null }, { gone: 'term' }]
  const rows = await db.person.findMany({ where: { id: { in: [...ids] }, OR: other }, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** Of these people (the vault's ids) those of whom a name, a number or a file is still there. */
export async function stillNamed(
  db: Pick<VaultTx, '$queryRaw'> | VaultDb,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM identity.person p
     WHERE p.id = ANY(${[...ids]}::uuid[])
       AND (num_nonnulls(p.number, p.surname, p.initials, p.born_on, p.phone) > 0
            OR EXISTS (SELECT FROM identity.supervision s WHERE s.person_id = p.id AND s.number IS NOT NULL)
            OR EXISTS (SELECT FROM identity.consent_form f JOIN identity.consent_paper c ON c.form_id = f.id
                        WHERE f.person_id = p.id))`
  return new Set(rows.map(({ id }) => id))
}
