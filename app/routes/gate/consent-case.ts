import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Address } from '../../access/pages'
import { type Language, readLanguage } from '../../i18n/language'
import { type ConsentCase, consentCase } from '../../records/consent-case'
import { keyOf } from './cursor'
import { type Entrance, enter, nothingHere } from './enter'
import { languageOf } from './visitor'

/** A page about the consent of one client: who came in, and the case. */
export type ConsentPage = Entrance & { readonly found: ConsentCase; readonly language: Language }

/** Lets in to a page about the consent of one client. Throws 404 for a pseudonym that the study has not. */
export async function enterConsent(address: Address, call: LoaderFunctionArgs): Promise<ConsentPage> {
  const { request, context, params } = call
  const entrance = await enter(address, call)
  const pseudonym = keyOf(params.pseudonym?.toUpperCase(), 'pseudonym')
  const found = pseudonym && (await consentCase(context.databases.study, entrance.study, pseudonym))
  if (!found) throw nothingHere()
  return { ...entrance, found, language: await languageOf(request, context) }
}

/** The language in which a paper is read or signed: chosen in the address, else that of the page. */
export const paperLanguage = (request: Request, otherwise: Language): Language =>
  readLanguage(new URL(request.url).searchParams.get('language')) ?? otherwise
