import type { LoaderFunctionArgs } from '@remix-run/node'
import { consentPdf } from '../exports/consent-pdf'
import { formNamed, validOn } from '../protocol/consent-forms'
import { enterConsent, paperLanguage } from './gate/consent-case'
import { asDownload } from './gate/download'
import { nothingHere } from './gate/enter'

/** An empty form to sign on paper; nobody's name is on it. The wording of a form from its printer is not ours to print. */
export async function loader(call: LoaderFunctionArgs) {
  const { occasion, language: page } = await enterConsent('/consent/:pseudonym/paper/pdf', call)
  const { study, today } = occasion
  const language = paperLanguage(call.request, page)
  const form = formNamed(study.protocol, new URL(call.request.url).searchParams.get('version') ?? '')
  if (!form || form.paper || !validOn(form, today)) throw nothingHere()
  const names = { client: '', interviewer: '', guardian: '' }
  const pdf = await consentPdf({ study: study.protocol.title, form, language, on: today, answers: {}, names })
  return asDownload(new Uint8Array(pdf), 'pdf', `${form.version}-${language}`)
}
