import type { VaultTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { readable } from '../platform/seal'
import type { Vault } from '../platform/vault'
import { monthOf } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'
import { forgetPeople, notWished, stillNamed } from './forgetting'
import { lockPerson } from './forms/found'
import { sealParticulars, unsealParticulars } from './forms/kept'
import { vaultIdOf, vaultIdsOf } from './tie'

/** A client who withdrew in the study, and what they chose about what was collected. */
export type Withdrawn = { readonly clientId: string; readonly collected: 'keep' | 'erase' }

/**
 * Identity's half of a withdrawal, after the study's: the client's forms end, and with `erase` the name goes too, and
 * what else says who it was; also when they ended before, with `keep`. Refused (`nothing_signed`) when there is nothing
 * left to do, which is how a sweep repeats it without harm.
 */
export function endConsent(
  vault: Vault,
  occasion: Occasion,
  { clientId, collected }: Withdrawn,
): Promise<Result<{ forms: number; forgotten: boolean }>> {
  const what = { verb: 'end_consent', subject: 'client', subjectId: clientId, details: { collected } }
  return change(vault, occasion, what, async (tx) => {
    const { keys } = vault
    const personId = await vaultIdOf(tx, keys, clientId)
    if (!personId) return refuse('nothing_signed')
    await lockPerson(tx, personId)
    const forms = await tx.consentForm.findMany({
      where: { personId, endedMonth: null },
      select: { id: true, particulars: true },
    })
    for (const form of forms) await end(tx, keys, occasion, form, collected)
    // nobody is called any more, whatever may stay
    await tx.person.updateMany({ where: { id: personId }, data: { phone: null } })
    const forgotten = collected === 'erase' && (await forgetPeople(tx, keys, { ids: [personId], why: 'wish' })) > 0
    const erasing =
      collected === 'erase'
        ? await tx.consentForm.updateMany({ where: keptBy(personId), data: { collected } })
        : { count: 0 }
    return forms.length > 0 || forgotten || erasing.count > 0
      ? done({ forms: forms.length, forgotten })
      : refuse('nothing_signed')
  })
}

/** Forms that ended while what was collected could stay. */
const keptBy = (personId: string) => ({ personId, collected: 'keep' })

async function end(
  tx: VaultTx,
  keys: Vault['keys'],
  { today }: Occasion,
  { id, particulars }: { id: string; particulars: Uint8Array },
  collected: string,
) {
  // a form that does not open ends all the same
  const said = readable(() => unsealParticulars(keys, id, particulars))
  await tx.consentForm.updateMany({
    where: { id },
    data: {
      endedMonth: monthOf(today),
      collected,
      ...(said && { particulars: sealParticulars(keys, id, { ...said, endedOn: today }) }),
    },
  })
  await endBoxes(tx, id, monthOf(today))
}

/** Every yes of a form ends, or every one to these boxes. What was said stays; what was taken back is a later row. */
export async function endBoxes(tx: VaultTx, formId: string, month: string, boxes?: readonly number[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO identity.consent_answer (form_id, box, seq, answer, month)
    SELECT form_id, box, seq + 1, 'ended', ${month} FROM (
      SELECT DISTINCT ON (box) form_id, box, seq, answer FROM identity.consent_answer
       WHERE form_id = ${formId}::uuid ORDER BY box, seq DESC) said
     WHERE said.answer = 'yes' AND (${boxes === undefined} OR said.box = ANY(${[...(boxes ?? [])]}::smallint[]))`
}

/** Of these withdrawn clients, those of whom a form is still in force, or a name that had to go is there: what a sweep completes. */
export async function unfinishedAmong({ db, keys }: Vault, withdrawn: readonly Withdrawn[]): Promise<Withdrawn[]> {
  const tied = await vaultIdsOf(
    db,
    keys,
    withdrawn.map(({ clientId }) => clientId),
  )
  const forms = await db.consentForm.findMany({
    where: { personId: { in: [...tied.values()] }, endedMonth: null },
    select: { personId: true },
    distinct: ['personId'],
  })
  const open = new Set(forms.map(({ personId }) => personId))
  const erased = withdrawn.filter(({ collected }) => collected === 'erase')
  const going = erased.flatMap(({ clientId }) => tied.get(clientId) ?? [])
  // a name that went before, because its term was over, is still to be marked as never to come back
  const named = new Set([...(await stillNamed(db, going)), ...(await notWished(db, going))])
  return withdrawn.filter(({ clientId, collected }) => {
    const id = tied.get(clientId)
    return id !== undefined && (open.has(id) || (collected === 'erase' && named.has(id)))
  })
}
