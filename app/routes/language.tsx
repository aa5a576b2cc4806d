import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { ownPath } from '../access/pages'
import { readLanguage } from '../i18n/language'
import { setCookie } from './gate/cookies'
import { admit, nothingHere } from './gate/enter'
import { formOf, textOf } from './gate/form'

const YEAR_SECONDS = 365 * 24 * 3600

/** There is nothing to see: only the button changes the language. */
export function loader() {
  throw nothingHere()
}

export async function action({ request, context }: ActionFunctionArgs) {
  admit('/language', { request, context })
  const form = await formOf(request)
  const language = readLanguage(textOf(form, 'language'))
  const headers = language && { 'Set-Cookie': setCookie('language', language, YEAR_SECONDS) }
  return redirect(ownPath(textOf(form, 'back')) ?? '/', headers ? { headers } : {})
}
