import type { Language } from '../../i18n/language'
import type { Paper } from '../../identity/forms/papers'
import { drawn } from '../../platform/drawing'
import type { Occasion } from '../../platform/occasion'
import { readSignature } from '../../platform/signature'
import type { Vault } from '../../platform/vault'
import { formInForce } from '../../protocol/consent-forms'
import type { ConsentCase } from '../../records/consent-case'
import { textOf } from '../gate/form'
import { capacityIn, scopesIn } from '../gate/form-read'
import { type Mistakes, signWith, slipsIn, telephoneIn } from '../gate/signing'

/** The places to sign, by field, and what the vault calls each picture. */
const PADS = { signature_client: 'client', signature_interviewer: 'staff', signature_guardian: 'guard' } as const

/** Signs what the tablet sent, on the protocol's day. Gives what stands in the way, or null. */
export function signOnTablet(
  vault: Vault,
  occasion: Occasion,
  { registrationId, location, withdrawn }: ConsentCase,
  { sent, language }: { readonly sent: FormData; readonly language: Language },
): Promise<Mistakes | null> {
  const { study, today } = occasion
  const published = formInForce(study.protocol, today)
  if (withdrawn) return Promise.resolve({ '': { code: 'withdrawn' } })
  // the form that was read, should another have come into force meanwhile
  if (!published || published.version !== textOf(sent, 'version'))
    return Promise.resolve({ '': { code: 'form_not_valid' } })
  const { papers, slips } = signaturesIn(sent)
  const telephone = telephoneIn(sent)
  const guardian = textOf(sent, 'guardian')
  const form = {
    registrationId,
    version: published.version,
    language,
    signedOn: today,
    location,
    way: 'tablet' as const,
    scopes: scopesIn(sent, published),
    capacity: capacityIn(sent, published),
    papers,
    ...(telephone && { telephone }),
    ...(guardian && { guardian }),
    ...(textOf(sent, 'again') === 'yes' && { again: true as const }),
  }
  return signWith(vault, occasion, { sent, form, slips: { ...slipsIn(sent), ...slips } })
}

/** The drawings, made into pictures by the server; a pad that nobody touched is not there. */
function signaturesIn(sent: FormData): { papers: Paper[]; slips: Mistakes } {
  const papers: Paper[] = []
  const slips: Record<string, { code: string }> = {}
  for (const [field, kind] of Object.entries(PADS)) {
    const strokes = sent.get(field)
    const read = readSignature(typeof strokes === 'string' ? strokes : '')
    if (read.ok) papers.push({ kind, media: 'png', bytes: drawn(read.value) })
    else if (read.refusal.code !== 'required') slips[field] = read.refusal
  }
  return { papers, slips }
}
