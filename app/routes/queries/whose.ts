import type { AppLoadContext } from '@remix-run/node'
import { scopeOf } from '../../access/table'
import type { Whose } from '../../records/queries/list'
import type { Entrance } from '../gate/enter'
import { interviewerBehind } from '../gate/interviewer'

/** Which questions whoever came in may see: all, those about their own interviews, or (null) none without a code. */
export async function whoseFor(context: AppLoadContext, entrance: Entrance): Promise<Whose | null> {
  if (scopeOf(entrance.visitor.role, 'keep_queries')) return {}
  const own = await interviewerBehind(context, entrance)
  return own && { interviewer: own.code }
}
