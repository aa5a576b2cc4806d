import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endSession } from '../identity/sessions'
import { readCookie, setCookie } from './gate/cookies'
import { admit, nothingHere } from './gate/enter'

/** There is nothing to see: only the button signs out. */
export function loader() {
  throw nothingHere()
}

export async function action({ request, context }: ActionFunctionArgs) {
  admit('/sign-out', { request, context })
  const token = readCookie(request, 'session')
  if (token) await endSession(context.databases.vault, token)
  return redirect('/sign-in?ended', { headers: { 'Set-Cookie': setCookie('session', '', 0) } })
}
