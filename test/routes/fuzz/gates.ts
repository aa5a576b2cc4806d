import { type Address, gateOf, PAGES } from '../../../app/access/pages'
import { ROLES } from '../../../app/access/roles'
import { MAY, scopeOf, type Verb } from '../../../app/access/table'
import type { Sender } from './shot'

const ADDRESSES = Object.keys(PAGES) as Address[]
const isVerb = (gate: string): gate is Verb => Object.hasOwn(MAY, gate)

/** Every address that a path could be taken for by anybody who is generous with case, slashes and escapes. */
export function couldBe(path: string): Address[] {
  let bare = path.split(/[?#]/)[0]?.toLowerCase() ?? ''
  try {
    bare = decodeURIComponent(bare)
  } catch {}
  const sent = bare
    .replace(/\.data$/, '')
    .split('/')
    .filter(Boolean)
  if (sent.length === 0 || sent[0] === '_root') return ['/']
  return ADDRESSES.filter((address) => {
    const parts = address.split('/').filter(Boolean)
    return parts.length === sent.length && parts.every((part, at) => part.startsWith(':') || part === sent[at])
  })
}

/** Whether the table lets this sender do anything with this method at this path. */
export function mayAt(sender: Sender, method: string, path: string): boolean {
  return couldBe(path).some((address) => {
    const gate = gateOf(address, method)
    if (!gate) return false
    const role = ROLES.find((one) => one === sender)
    if (!isVerb(gate)) return gate !== 'account' || role !== undefined
    return role !== undefined && scopeOf(role, gate) !== undefined
  })
}
