import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { link } from '../access/pages'
import { setCookie } from './gate/cookies'
import { enter, nothingHere } from './gate/enter'
import { formOf, textOf } from './gate/form'
import { studyChosen } from './gate/study-chosen'

const YEAR_SECONDS = 365 * 24 * 3600

/** There is nothing to see: only the picker changes the study. */
export function loader() {
  throw nothingHere()
}

/** Shows another study from now on. It begins at the front: the page one came from may not exist there. */
export async function action({ request, context }: ActionFunctionArgs) {
  await enter('/study', { request, context })
  const wish = textOf(await formOf(request), 'study')
  const { all } = await studyChosen(request, context)
  const found = all.find(({ id }) => id === wish)
  const headers = found && { 'Set-Cookie': setCookie('study', found.id, YEAR_SECONDS) }
  return redirect(link.home(), headers ? { headers } : {})
}
