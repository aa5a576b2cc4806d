import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Address } from '../../access/pages'
import { importById } from '../../records/imports'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'
import { languageOf } from '../gate/visitor'

/** The import of an address, for those who may see it. Throws 404 when the study has none of this id. */
export async function opened(address: Address, call: LoaderFunctionArgs) {
  const { request, context, params } = call
  const { occasion } = await enter(address, call)
  const id = keyOf(params.id, 'id')
  const found = id && (await importById(context.databases.study, occasion.study.id, id))
  const extract = found && occasion.study.protocol.extracts.find(({ kind }) => kind === found.kind)
  if (!found || !extract) throw nothingHere()
  return { context, occasion, found, extract, language: await languageOf(request, context) }
}
export type Opened = Awaited<ReturnType<typeof opened>>
