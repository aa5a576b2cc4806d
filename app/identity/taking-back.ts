import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { formNamed, scopeOfBox } from '../protocol/consent-forms'
import { monthOf } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'
import { endBoxes } from './ending'
import { lockPerson } from './forms/found'
import { formsKept, type KeptForm, newestSaid, sealParticulars } from './forms/kept'
import { dropTelephone } from './forms/standing'
import { vaultIdOf, vaultIdsOf } from './tie'

/** Scopes that a client took back alone. */
export type TakenBack = { readonly clientId: string; readonly scopes: readonly string[] }

/** The boxes with a yes to one of these scopes, on a form that is in force. */
function boxesOf(
  { consent }: Occasion['study']['protocol'],
  form: Pick<KeptForm, 'version' | 'endedMonth' | 'said'>,
  scopes: readonly string[],
) {
  const published = formNamed({ consent }, form.version)
  if (!published || form.endedMonth !== null) return []
  return published.boxes.filter(
    ({ box }) => newestSaid(form).get(box) === 'yes' && scopes.includes(scopeOfBox(published, box) ?? ''),
  )
}

/**
 * Identity's half of taking back single scopes, after the study's (protocol §6): on every form in force the yes to them
 * ends, the month in clear and the day sealed; a telephone number goes with the leave to use it. `stillTakenBack` asks the
 * study once this client's forms stand still: what was given again meanwhile is not ended. Refused (`nothing_signed`)
 * when no form says yes to them.
 */
export function endScopes(
  vault: Vault,
  occasion: Occasion,
  { clientId, scopes, stillTakenBack }: TakenBack & { readonly stillTakenBack: () => Promise<ReadonlySet<string>> },
): Promise<Result<{ boxes: number }>> {
  const what = { verb: 'end_scopes', subject: 'client', subjectId: clientId, details: { scopes: scopes.join(' ') } }
  return change(vault, occasion, what, async (tx) => {
    const { keys } = vault
    const personId = await vaultIdOf(tx, keys, clientId)
    if (!personId) return refuse('nothing_signed')
    await lockPerson(tx, personId)
    const now = await stillTakenBack()
    const taken = scopes.filter((scope) => now.has(scope))
    let ended = 0
    for (const form of await formsKept(tx, keys, personId)) {
      const boxes = boxesOf(occasion.study.protocol, form, taken)
      if (boxes.length === 0) continue
      const numbers = boxes.map(({ box }) => box)
      const takenBackOn = Object.fromEntries(numbers.map((box) => [box, occasion.today]))
      const particulars = sealParticulars(keys, form.id, {
        ...form.particulars,
        takenBackOn: { ...form.particulars.takenBackOn, ...takenBackOn },
      })
      await tx.consentForm.updateMany({ where: { id: form.id }, data: { particulars } })
      await endBoxes(tx, form.id, monthOf(occasion.today), numbers)
      ended += boxes.length
    }
    await dropTelephone(tx, occasion.study.protocol, personId, await formsKept(tx, keys, personId))
    return ended > 0 ? done({ boxes: ended }) : refuse('nothing_signed')
  })
}

/** Of these clients, those with a form that still says yes to what they took back: what a sweep completes. */
export async function stillSaidAmong(
  { db, keys }: Vault,
  { study }: Occasion,
  all: readonly TakenBack[],
): Promise<TakenBack[]> {
  const tied = await vaultIdsOf(
    db,
    keys,
    all.map(({ clientId }) => clientId),
  )
  const forms = await db.consentForm.findMany({
    where: { personId: { in: [...tied.values()] }, endedMonth: null },
    select: { personId: true, version: true, endedMonth: true, answers: { orderBy: { seq: 'asc' } } },
  })
  const said = forms.map(({ answers, ...form }) => ({ ...form, said: answers as unknown as KeptForm['said'] }))
  return all.filter(({ clientId, scopes }) =>
    said.some((form) => form.personId === tied.get(clientId) && boxesOf(study.protocol, form, scopes).length > 0),
  )
}
