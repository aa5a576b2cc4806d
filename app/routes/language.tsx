import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { ownPath } from '../access/pages'
import { chosenIn } from './gate/chosen'
import { admit, nothingHere } from './gate/enter'
import { formOf, textOf } from './gate/form'

/** There is nothing to see: only the button changes the language. */
export function loader() {
  throw nothingHere()
}

export async function action({ request, context }: ActionFunctionArgs) {
  admit('/language', { request, context })
  const form = await formOf(request)
  const headers = chosenIn(form)
  return redirect(ownPath(textOf(form, 'back')) ?? '/', headers ? { headers } : {})
}
