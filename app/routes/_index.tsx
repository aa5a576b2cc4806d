import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { homeOf } from '../access/menu'
import { link } from '../access/pages'
import { admit } from './gate/enter'
import { visitorOf } from './gate/visitor'

/** The front door: everybody goes on to where their work is. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  admit('/', { request, context })
  const visitor = await visitorOf(request, context)
  return redirect(visitor ? homeOf(visitor.role) : link.signIn())
}
