import { beforeAll, expect, test } from 'vitest'
import { type Address, gateOf, PAGES } from '../../app/access/pages'
import { ROLES } from '../../app/access/roles'
import { MAY, scopeOf, type Verb } from '../../app/access/table'
import { type House, openHouse } from '../e2e/house'
import { createSessions, type Sessions } from './fuzz/sessions'
import { walkedWorld } from './walked-world'

let house: House
let sessions: Sessions
let concrete: (address: Address) => string

beforeAll(async () => {
  house = await openHouse()
  concrete = await walkedWorld(house)
  sessions = await createSessions(house.database.vault)
}, 120_000)

const isVerb = (gate: string): gate is Verb => Object.hasOwn(MAY, gate)
/** What stands in no address of ours, though each could be mistaken for something that does. */
const FOREIGN = [
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  'null',
  'constructor',
  '__proto__',
  '%00',
  '%F0%9F%98%80',
  '..%2F..%2Fetc%2Fpasswd',
  "'%20OR%201=1--",
  '2012-13',
  '9999-99',
  'x'.repeat(300),
  '00000000-0000-0000-0000-000000000000',
  'AAA-AAA-AAA',
  'a.b',
]

/** Its answer is for a program on a device, which shows why there is nothing. */
const TOLD: Address = '/interview/:pseudonym/sheet'

const placed = (Object.keys(PAGES) as Address[]).filter((address) => address.includes('/:'))

test.each(placed)('%s: behind what names nothing there is nothing', async (address) => {
  for (const method of ['GET', 'POST'] as const) {
    const gate = gateOf(address, method)
    if (!gate) continue
    const role = ROLES.find((one) => isVerb(gate) && scopeOf(one, gate) !== undefined) ?? 'nobody'
    for (const foreign of FOREIGN) {
      const query = concrete(address).split('?')[1]
      const path = `${address.replace(/:[a-z]+/, foreign)}${query ? `?${query}` : ''}`
      const headers = { Cookie: sessions.cookieOf(role), Origin: house.base }
      const body = method === 'POST' ? new FormData() : null
      const { status } = await fetch(house.base + path, { method, headers, body, redirect: 'manual' })
      expect([method, path, status]).toEqual([method, path, address === TOLD ? 400 : 404])
    }
  }
})
