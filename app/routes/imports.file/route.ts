import { type ActionFunctionArgs, json, redirect } from '@remix-run/node'
import { link } from '../../access/pages'
import { enter, nothingHere } from '../gate/enter'
import { languageOf } from '../gate/visitor'
import { fileSentence } from '../imports._index/refused'
import { handIn } from './hand-in'

/** There is nothing to see: a file comes with a form. */
export function loader() {
  throw nothingHere()
}

/**
 * Takes a file in. A form is sent on to what came of it; a script that watches the sending asks for JSON, and gets the
 * address to go on to, or the sentence.
 */
export async function action(call: ActionFunctionArgs) {
  const { request, context } = call
  const { occasion } = await enter('/imports/file', call)
  const taken = await handIn(context, occasion, request)
  const scripted = request.headers.get('Accept') === 'application/json'
  if (!scripted)
    return redirect(taken.ok ? link.import(taken.value) : link.imports({ refused: taken.refusal.code }), 303)
  if (taken.ok) return json({ at: link.import(taken.value) })
  const { code } = taken.refusal
  const status = code === 'file_too_large' || code === 'xlsx_too_large' ? 413 : 400
  return json({ sentence: fileSentence(await languageOf(request, context), taken.refusal) }, { status })
}
