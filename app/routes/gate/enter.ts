import { type AppLoadContext, redirect } from '@remix-run/node'
import { type Address, demoOnly, gateOf, link } from '../../access/pages'
import { MAY, scopeOf, type Verb } from '../../access/table'
import type { SignedIn } from '../../identity/sessions'
import { networkOf } from '../../platform/network'
import type { Occasion, StudyRef } from '../../platform/occasion'
import { todayOf } from '../../records/clock'
import { studyChosen } from './study-chosen'
import { visitorOf } from './visitor'

type Call = { readonly request: Request; readonly context: AppLoadContext }

/** There is nothing here: not at this address, not for this visitor. Both look the same. */
export const nothingHere = () => new Response(null, { status: 404, statusText: 'Not Found' })

/** Lets anyone in whom the table lets in without an account. Throws 404 outside the demo, 405 for a foreign method. */
export function admit(address: Address, { request, context }: Call): void {
  if (demoOnly(address) && context.environment.mode !== 'demo') throw nothingHere()
  if (!gateOf(address, request.method)) throw new Response(null, { status: 405, statusText: 'Method Not Allowed' })
}

/** Who came in, and the occasion on which they act. */
export type Entrance = { readonly visitor: SignedIn; readonly study: StudyRef; readonly occasion: Occasion }

/**
 * Lets in those whom the table allows this address and method. Others are sent to sign in, or get the same 404 as for
 * something that does not exist.
 */
export async function enter(address: Address, call: Call): Promise<Entrance> {
  admit(address, call)
  const { request, context } = call
  const visitor = await visitorOf(request, context)
  const gate = gateOf(address, request.method)
  if (!visitor) throw redirect(link.signIn(request.method === 'GET' ? here(request) : undefined))
  if (isVerb(gate) && !scopeOf(visitor.role, gate)) throw nothingHere()
  const { study } = await studyChosen(request, context)
  if (!study) throw nothingHere()
  const today = await todayOf(context.databases.study, study.id)
  const { accountId, role } = visitor
  const occasion = { study, today, actor: `account:${accountId}`, role, origin: networkOf(context.address) }
  return { visitor, study, occasion }
}

/** The address of this request within the site. */
export function here(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return pathname + search
}

const isVerb = (gate: string | undefined): gate is Verb => gate !== undefined && Object.hasOwn(MAY, gate)
