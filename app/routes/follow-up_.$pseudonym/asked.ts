import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { followUpOf } from '../../records/follow-up/events-of'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'

/** The pair of an address and what the register told of it, for those who keep it. Throws 404 when the study has none. */
export async function asked(call: LoaderFunctionArgs | ActionFunctionArgs) {
  const { study, occasion } = await enter('/follow-up/:pseudonym', call)
  const pseudonym = keyOf(call.params.pseudonym?.toUpperCase(), 'pseudonym')
  const found = pseudonym && (await followUpOf(call.context.databases.study, study, pseudonym))
  if (!pseudonym || !found) throw nothingHere()
  return { study, occasion, pseudonym, found }
}
