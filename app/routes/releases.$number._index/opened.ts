import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Address } from '../../access/pages'
import { scopeOf } from '../../access/table'
import { releaseNumbered } from '../../records/releases/release'
import { keyOf } from '../gate/cursor'
import { enter, nothingHere } from '../gate/enter'

/**
 * The release of an address, for those who may see it, with what they may do: decide about it (never who asked), and take its
 * files once it was let go. Throws 404 when the study has none of this number.
 */
export async function opened(address: Address, call: LoaderFunctionArgs) {
  const { context, params } = call
  const { visitor, study, occasion } = await enter(address, call)
  const number = keyOf(params.number, 'number')
  const found = number && (await releaseNumbered(context.databases.study, study.id, Number(number)))
  if (!found) throw nothingHere()
  const approves = scopeOf(visitor.role, 'approve_releases') !== undefined
  const own = found.askedBy === occasion.actor
  return {
    ...{ context, study, occasion, found },
    decides: approves && !own,
    /** Whether they could decide, had they not asked for it themselves. */
    asker: approves && own,
    asks: scopeOf(visitor.role, 'request_releases') !== undefined,
    takes:
      found.state === 'approved' &&
      (scopeOf(visitor.role, 'request_releases') !== undefined || found.decidedBy === occasion.actor),
  }
}
