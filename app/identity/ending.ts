import type { VaultTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { monthOf } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'
import { type FormParticulars, sealParticulars } from './forms/kept'
import { vaultIdOf, vaultIdsOf } from './tie'

/**
 * Identity's half of a withdrawal, after the study's: the client's forms end. Refused when nothing was signed or
 * everything has ended before, which is how a sweep repeats it without harm. Gives how many forms ended.
 */
export function endConsent(
  vault: Vault,
  occasion: Occasion,
  { clientId, collected }: { readonly clientId: string; readonly collected: string },
): Promise<Result<number>> {
  const what = { verb: 'end_consent', subject: 'client', subjectId: clientId }
  return change(vault, occasion, what, async (tx) => {
    const personId = (await vaultIdOf(tx, vault.keys, clientId)) ?? ''
    const forms = personId
      ? await tx.consentForm.findMany({
          where: { personId, endedMonth: null },
          select: { id: true, particulars: true },
        })
      : []
    if (forms.length === 0) return refuse('nothing_signed')
    for (const form of forms) await end(tx, vault.keys, occasion, form, collected)
    return done(forms.length)
  })
}

async function end(
  tx: VaultTx,
  keys: Vault['keys'],
  { today }: Occasion,
  { id, particulars }: { id: string; particulars: Uint8Array },
  collected: string,
) {
  const month = monthOf(today)
  const about = `consent_form.particulars:${id}`
  const said: FormParticulars = { ...JSON.parse(keys.open(particulars, about)), endedOn: today }
  await tx.consentForm.updateMany({
    where: { id },
    data: { endedMonth: month, collected, particulars: sealParticulars(keys, id, said) },
  })
  // What was said stays; what was taken back is a later row.
  await tx.$executeRaw`
    INSERT INTO identity.consent_answer (form_id, box, seq, answer, month)
    SELECT form_id, box, seq + 1, 'ended', ${month} FROM (
      SELECT DISTINCT ON (box) form_id, box, seq, answer FROM identity.consent_answer
       WHERE form_id = ${id}::uuid ORDER BY box, seq DESC) said
     WHERE said.answer = 'yes'`
}

/** Of these withdrawn clients, those whose forms are still in force: what a sweep has to complete. */
export async function stillConsenting({ db, keys }: Vault, clientIds: readonly string[]): Promise<string[]> {
  const tied = await vaultIdsOf(db, keys, clientIds)
  const forms = await db.consentForm.findMany({
    where: { personId: { in: [...tied.values()] }, endedMonth: null },
    select: { personId: true },
    distinct: ['personId'],
  })
  const open = new Set(forms.map(({ personId }) => personId))
  return [...tied].filter(([, id]) => open.has(id)).map(([clientId]) => clientId)
}
