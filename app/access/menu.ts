import { type Address, demoOnly, PAGES } from './pages'
import type { Role } from './roles'
import { scopeOf } from './table'

const MENU = [
  '/privacy',
  '/today',
  '/calendar',
  '/reidentify',
  '/flow',
  '/intake',
  '/supervisors',
  '/dyads',
  '/follow-up',
  '/imports',
  '/consents',
  '/rates',
  '/scores',
  '/report',
  '/releases',
  '/sites',
  '/instruments',
  '/paper',
  '/queries',
  '/deviations',
  '/interviewers',
  '/do-not-ask',
  '/reconciliation',
  '/messages',
  '/retention',
  '/jobs',
  '/mailbox',
] as const satisfies readonly Address[]
export type MenuEntry = (typeof MENU)[number]

/** The pages that this role finds in the menu, in order: the same table that guards them. */
export function menuFor(role: Role, demo: boolean): MenuEntry[] {
  return MENU.filter((address) => (demo || !demoOnly(address)) && scopeOf(role, PAGES[address].GET) !== undefined)
}

/** Where a role begins. */
export const homeOf = (role: Role): string => menuFor(role, false)[0] ?? '/flow'
