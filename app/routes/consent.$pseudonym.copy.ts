import type { LoaderFunctionArgs } from '@remix-run/node'
import { type ConsentCopy, consentPdf } from '../exports/consent-pdf'
import { copyFor } from '../identity/forms/copy'
import { formNamed } from '../protocol/consent-forms'
import { enterConsent } from './gate/consent-case'
import { asDownload } from './gate/download'
import { nothingHere } from './gate/enter'

/** The file that the client takes home. Its name says neither who it is about nor which pair: it holds a name. */
const STEM = 'toestemming-consent'

/** The client's copy: a PDF of what was signed on a tablet, the scan of a paper form. Each is an audit entry. */
export async function loader(call: LoaderFunctionArgs) {
  const { occasion, study, found } = await enterConsent('/consent/:pseudonym/copy', call)
  const made = await copyFor(call.context.vault, occasion, found.clientId)
  if (!made.ok) throw nothingHere()
  const copy = made.value
  if (copy.way === 'paper') return asDownload(copy.scan.bytes, copy.scan.media, STEM)
  const form = formNamed(study.protocol, copy.version)
  if (!form) throw nothingHere()
  const { language, on, answers, names, signatures, telephone } = copy
  const mayCall = form.boxes.some(({ box, asksTelephone }) => asksTelephone && answers[box] === 'yes')
  const whole: ConsentCopy = {
    study: study.protocol.title,
    form,
    language,
    on,
    answers,
    names,
    signatures,
    ...(telephone && mayCall && { telephone }),
  }
  return asDownload(new Uint8Array(await consentPdf(whole)), 'pdf', STEM)
}
