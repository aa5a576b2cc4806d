import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { link } from '../access/pages'
import { type ConsentCopy, consentPdf } from '../exports/consent-pdf'
import { copyFor } from '../identity/forms/copy'
import { formsOf } from '../identity/forms/shown'
import { formNamed } from '../protocol/consent-forms'
import { enterConsent } from './gate/consent-case'
import { asDownload } from './gate/download'
import { nothingHere } from './gate/enter'
import { formToCopy } from './gate/name-needed'

/** The file that the client takes home. Its name says neither who it is about nor which pair: it holds a name. */
const STEM = 'toestemming-consent'

/**
 * The client's copy: a PDF of what was signed on a tablet, the scan of a paper form. Each is an audit entry. It opens a
 * name, so there is none but on the day of signing and while the name is needed.
 */
export async function loader(call: LoaderFunctionArgs) {
  const page = await enterConsent('/consent/:pseudonym/copy', call)
  const { occasion, study, found } = page
  const { forms } = await formsOf(call.context.vault, occasion, found.clientId)
  if (!(await formToCopy(call, page, forms))) throw nothingHere()
  const made = await copyFor(call.context.vault, occasion, found.clientId)
  if (!made.ok) {
    const { code } = made.refusal
    throw code === 'too_many_looks' ? redirect(link.consent(found.pseudonym, code)) : nothingHere()
  }
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
