import type { LoaderFunctionArgs } from '@remix-run/node'
import { formToCheck } from '../../identity/forms/waiting'
import { formNamed } from '../../protocol/consent-forms'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'
import { formWords } from '../gate/form-read'
import { languageOf } from '../gate/visitor'

export async function opened(call: LoaderFunctionArgs) {
  const { request, context, params } = call
  const { occasion } = await enter('/consents/:id', call)
  const id = keyOf(params.id, 'id')
  const found = id && (await formToCheck(context.vault, occasion, id))
  const published = found && formNamed(occasion.study.protocol, found.version)
  if (!found || !published) throw nothingHere()
  return { occasion, found, published, language: await languageOf(request, context) }
}

/** A form that a second person reads, and nothing of what was entered or of whom it is. */
export async function told(call: LoaderFunctionArgs) {
  const { found, published, language } = await opened(call)
  return { ...found, form: formWords(published, language) }
}
export type Loaded = Awaited<ReturnType<typeof told>>
