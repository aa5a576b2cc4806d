import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Address } from '../../access/pages'
import { whoseIs } from '../../records/whose'
import { withdrawable } from '../../records/withdrawable'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'

/** The client behind a pseudonym of a client or a pair, for whom may take out what is held; else there is nothing here. */
export async function askedClient(address: Address, { request, context, params }: LoaderFunctionArgs) {
  const { study, occasion } = await enter(address, { request, context })
  const db = context.databases.study
  const pseudonym = keyOf(params.pseudonym?.toUpperCase(), 'pseudonym')
  const whose = pseudonym && (await whoseIs(db, study, pseudonym))
  const client = whose && whose.person === 'client' ? await withdrawable(db, study, whose.id) : null
  if (!client) throw nothingHere()
  return { db, vault: context.vault, occasion, client }
}
