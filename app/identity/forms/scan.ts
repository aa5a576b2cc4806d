import type { FileKind } from '../../platform/file-kind'
import type { Occasion } from '../../platform/occasion'
import type { Vault } from '../../platform/vault'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { lockPerson, whoseForm } from './found'
import { keepPaper, papersOf } from './papers'
import { formToCheck } from './waiting'

/** A file as its own bytes say that it is. */
export type Scan = { readonly media: FileKind; readonly bytes: Uint8Array<ArrayBuffer> }

/**
 * Puts the scan to a paper form that was written down before it (protocol §6); then it is the second person's turn.
 * Refused: an unknown form, and one that waits for no scan.
 */
export async function attachScan(
  vault: Vault,
  occasion: Occasion,
  { formId, scan }: { readonly formId: string; readonly scan: Scan },
): Promise<Result<null>> {
  const whose = await whoseForm(vault, occasion, formId)
  if (!whose) return refuse('unknown_form')
  const what = { verb: 'attach_scan', subject: 'client', subjectId: whose.clientId }
  return change(vault, occasion, what, async (tx) => {
    await lockPerson(tx, whose.personId)
    const waiting = { id: formId, state: 'scan', endedMonth: null }
    const { count } = await tx.consentForm.updateMany({ where: waiting, data: { state: 'check' } })
    if (count === 0) return refuse('no_scan_wanted')
    await keepPaper(tx, vault.keys, formId, { kind: 'scan', ...scan })
    return done(null)
  })
}

/**
 * The scan of a form that waits for its check, for who may check it: it shows a name and a signature, so each look is an
 * audit entry. Null when there is no scan, once the form is checked, refused or ended, and for the one who entered it.
 * Throws SealBroken when it is not what was put there.
 */
export async function lookAtScan(vault: Vault, occasion: Occasion, formId: string): Promise<Scan | null> {
  const waiting = await formToCheck(vault, occasion, formId)
  if (waiting?.state !== 'check' || waiting.own) return null
  const whose = await whoseForm(vault, occasion, formId)
  if (!whose) return null
  const what = { verb: 'look_at_scan', subject: 'client', subjectId: whose.clientId }
  const looked = await change(vault, occasion, what, async (tx) => {
    const scan = (await papersOf(tx, vault.keys, formId)).find(({ kind }) => kind === 'scan')
    return scan ? done({ media: scan.media, bytes: scan.bytes }) : refuse('unknown_form')
  })
  return looked.ok ? looked.value : null
}
