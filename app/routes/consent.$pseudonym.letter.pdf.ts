import type { LoaderFunctionArgs } from '@remix-run/node'
import { letterPdf } from '../exports/consent-pdf'
import { letterInForce } from '../protocol/consent-forms'
import { enterConsent, paperLanguage } from './gate/consent-case'
import { asDownload } from './gate/download'
import { nothingHere } from './gate/enter'

/** The letter that is in force, to print. It is about nobody. */
export async function loader(call: LoaderFunctionArgs) {
  const { occasion, language: page } = await enterConsent('/consent/:pseudonym/letter/pdf', call)
  const { study, today } = occasion
  const language = paperLanguage(call.request, page)
  const letter = letterInForce(study.protocol, today)
  if (!letter) throw nothingHere()
  const pdf = await letterPdf(study.protocol.title, letter, { language, on: today })
  return asDownload(new Uint8Array(pdf), 'pdf', `${letter.version}-${language}`)
}
