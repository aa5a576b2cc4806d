import type { Language } from '../../i18n/language'
import { attachScan } from '../../identity/forms/scan'
import { formsOf } from '../../identity/forms/shown'
import type { FileKind } from '../../platform/file-kind'
import type { Occasion } from '../../platform/occasion'
import type { Vault } from '../../platform/vault'
import { formNamed } from '../../protocol/consent-forms'
import { parseDay } from '../../protocol/day'
import type { Result } from '../../protocol/refusal'
import type { ConsentCase } from '../../records/consent-case'
import { keyOf } from '../gate/cursor'
import { textOf } from '../gate/form'
import { capacityIn, scopesIn } from '../gate/form-read'
import { type Mistakes, signWith, slipsIn, telephoneIn } from '../gate/signing'

/** What a paper page sent: its fields, and the scan as it was found to be; undefined when none came. */
export type Sent = {
  readonly sent: FormData
  readonly language: Language
  readonly file?: Result<{ readonly kind: FileKind; readonly bytes: Buffer }>
}

/** Writes down what stands on a paper form. Gives what stands in the way, or null. */
export function writeDown(
  vault: Vault,
  occasion: Occasion,
  { registrationId, location, withdrawn }: ConsentCase,
  { sent, language, file }: Sent,
): Promise<Mistakes | null> {
  const published = formNamed(occasion.study.protocol, textOf(sent, 'version'))
  if (withdrawn) return Promise.resolve({ '': { code: 'withdrawn' } })
  if (!published) return Promise.resolve({ '': { code: 'unknown_form' } })
  const signedOn = parseDay(textOf(sent, 'signed_on'))
  const telephone = telephoneIn(sent)
  const guardian = textOf(sent, 'guardian')
  const slips: Mistakes = {
    ...slipsIn(sent),
    ...(!signedOn && { signed_on: { code: textOf(sent, 'signed_on') ? 'no_day' : 'required' } }),
    ...(signedOn && signedOn > occasion.today && { signed_on: { code: 'in_future' } }),
    ...(file && !file.ok && { scan: file.refusal }),
  }
  const form = {
    registrationId,
    version: published.version,
    language,
    signedOn: signedOn ?? occasion.today,
    location,
    way: 'paper' as const,
    scopes: scopesIn(sent, published),
    capacity: capacityIn(sent, published),
    signed: {
      client: sent.has('signature_client'),
      interviewer: sent.has('signature_interviewer'),
      guardian: sent.has('signature_guardian'),
    },
    papers: file?.ok ? [{ kind: 'scan' as const, media: file.value.kind, bytes: file.value.bytes }] : [],
    ...(telephone && { telephone }),
    ...(guardian && { guardian }),
    ...(textOf(sent, 'again') === 'yes' && { again: true as const }),
  }
  return signWith(vault, occasion, { sent, form, slips })
}

/** Adds the scan to a paper form of this client that waits for it. */
export async function addScan(
  vault: Vault,
  occasion: Occasion,
  { clientId }: ConsentCase,
  { sent, file }: Sent,
): Promise<Mistakes | null> {
  if (!file?.ok) return { scan: file?.refusal ?? { code: 'required' } }
  const formId = keyOf(textOf(sent, 'form'), 'id') ?? ''
  const { forms } = await formsOf(vault, occasion, clientId)
  if (!forms.some(({ id }) => id === formId)) return { '': { code: 'unknown_form' } }
  const { kind, bytes } = file.value
  const attached = await attachScan(vault, occasion, { formId, scan: { media: kind, bytes: new Uint8Array(bytes) } })
  return attached.ok ? null : { '': attached.refusal }
}
