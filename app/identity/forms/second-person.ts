import type { VaultTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Vault } from '../../platform/vault'
import { type FormVersion, formNamed } from '../../protocol/consent-forms'
import { monthOf } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { BoxAnswer } from '../../protocol/signing'
import { change } from '../change'
import { accountHash, sameAccount } from './by'
import { lockPerson, type Whose, whoseForm } from './found'
import { formsKept, type KeptForm, newestSaid, REFUSED_FOR, type RefusedFor, sealParticulars } from './kept'
import { settle } from './standing'

/** What the second person read on the scan; with `correct`, after looking once more, it goes before the first entry. */
export type SecondReading = {
  readonly formId: string
  readonly answers: Readonly<Record<number, BoxAnswer>>
  readonly correct?: boolean
}

/**
 * A second person types the boxes of a paper form again, without having seen the first entry (protocol §6). The same:
 * checked. Not the same: refused as `boxes_differ`, with the boxes; then who says `correct` writes down what the paper
 * says, beside what was written first, and the permissions follow. Refused too: an unknown form, one that waits for no
 * check, the person who entered it, a box without an answer.
 */
export function checkForm(vault: Vault, occasion: Occasion, reading: SecondReading): Promise<Result<null>> {
  return bySecondPerson(vault, occasion, 'check_form', reading.formId, 'check', async (tx, form, whose) => {
    const published = formNamed(occasion.study.protocol, form.version) as FormVersion
    const open = published.boxes.find(({ box }) => reading.answers[box] === undefined)
    if (open) return refuse('box_unanswered', { field: `box_${open.box}` })
    const first = newestSaid(form)
    const differs = published.boxes.map(({ box }) => box).filter((box) => first.get(box) !== reading.answers[box])
    if (differs.length > 0 && !reading.correct) return refuse('boxes_differ', { boxes: differs.map(String) })
    const month = monthOf(occasion.today)
    const later = differs.map((box) => ({ box, answer: reading.answers[box] as BoxAnswer, month }))
    const seqOf = (box: number) => form.said.filter((one) => one.box === box).length + 1
    const rows = later.map((row) => ({ formId: form.id, seq: seqOf(row.box), ...row }))
    await tx.consentAnswer.createMany({ data: rows })
    const checkedByHash = accountHash(vault.keys, occasion)
    await tx.consentForm.updateMany({ where: { id: form.id }, data: { state: 'checked', checkedByHash } })
    const { boxes } = published
    if (differs.length > 0) await settle(tx, vault.keys, occasion.study.protocol, { ...whose, boxes })
    return done(null)
  })
}

/**
 * A second person finds that a paper form is none (protocol §6): it allows nothing any more, and the coordinator has to
 * see to it. Refused like `checkForm`, for an unknown reason, and `lost` for a form whose scan is there.
 */
export function refuseForm(
  vault: Vault,
  occasion: Occasion,
  { formId, reason }: { readonly formId: string; readonly reason: string },
): Promise<Result<null>> {
  const refusedFor = REFUSED_FOR.find((one) => one === reason)
  if (!refusedFor) return Promise.resolve(refuse('unknown_reason', { field: 'reason' }))
  const state = refusedFor === 'lost' ? 'scan' : 'check'
  return bySecondPerson(vault, occasion, 'refuse_form', formId, state, async (tx, form, whose) => {
    await tx.consentForm.updateMany({ where: { id: formId }, data: refusedRow(vault, occasion, form, refusedFor) })
    const { boxes } = formNamed(occasion.study.protocol, form.version) as FormVersion
    await settle(tx, vault.keys, occasion.study.protocol, { ...whose, boxes })
    return done(null)
  })
}

const refusedRow = ({ keys }: Vault, occasion: Occasion, { id, particulars }: KeptForm, refusedFor: RefusedFor) => ({
  state: 'refused',
  checkedByHash: accountHash(keys, occasion),
  endedMonth: monthOf(occasion.today),
  particulars: sealParticulars(keys, id, { ...particulars, endedOn: occasion.today, refusedFor }),
})

/** What both have in common: the form is there, waits for this, and was entered by somebody else. */
async function bySecondPerson<T>(
  vault: Vault,
  occasion: Occasion,
  verb: string,
  formId: string,
  state: KeptForm['state'],
  body: (tx: VaultTx, form: KeptForm, whose: Whose) => Promise<Result<T>>,
): Promise<Result<T>> {
  const whose = await whoseForm(vault, occasion, formId)
  if (!whose) return refuse('unknown_form')
  const { personId, clientId } = whose
  return change(vault, occasion, { verb, subject: 'client', subjectId: clientId }, async (tx) => {
    await lockPerson(tx, personId)
    const form = (await formsKept(tx, vault.keys, personId)).find(({ id }) => id === formId)
    if (!form) return refuse('unknown_form')
    if (form.state !== state || form.endedMonth !== null) return refuse('no_check_wanted')
    const account = accountHash(vault.keys, occasion)
    if (account === null || sameAccount(account, form.enteredByHash)) return refuse('same_person')
    return body(tx, form, whose)
  })
}
