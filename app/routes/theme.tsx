import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { ownPath } from '../access/pages'
import { setCookie } from './gate/cookies'
import { admit, nothingHere } from './gate/enter'
import { formOf, textOf } from './gate/form'
import { THEMES } from './gate/visitor'

const YEAR_SECONDS = 365 * 24 * 3600

/** There is nothing to see: only the button changes the colours. */
export function loader() {
  throw nothingHere()
}

export async function action({ request, context }: ActionFunctionArgs) {
  admit('/theme', { request, context })
  const form = await formOf(request)
  const theme = THEMES.find((one) => one === textOf(form, 'theme'))
  const headers = theme && { 'Set-Cookie': setCookie('theme', theme, YEAR_SECONDS) }
  return redirect(ownPath(textOf(form, 'back')) ?? '/', headers ? { headers } : {})
}
