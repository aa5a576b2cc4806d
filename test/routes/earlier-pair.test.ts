import { beforeAll, expect, test } from 'vitest'
import type { Role } from '../../app/access/roles'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../app/identity/accounts'
import { addDays } from '../../app/protocol/day'
import { raiseDeviation } from '../../app/records/deviations/by-hand'
import { dyads } from '../../app/records/dyads'
import { changeSupervisor } from '../../app/records/pairs/change-supervisor'
import { openWindows } from '../../app/records/sweeps/windows'
import { type House, openHouse } from '../e2e/house'
import { interviewersWorld } from '../e2e/talks'
import { MET, OPENS } from '../people'
import { must, type World } from '../world'

let house: House
let world: World
let before: string
let now: string

/** The second interview of Evers is due, who got another supervisor after the first. */
beforeAll(async () => {
  house = await openHouse({ KOPPEL_NOW: OPENS })
  world = await interviewersWorld(house)
  const { registrationId } = await world.interviewed('Evers')
  const { supervisorId } = await world.registered('Hendriks')
  before = (await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })).pseudonym
  const to = { registrationId, to: supervisorId as string }
  now = must(await changeSupervisor(world.db, world.on(addDays(MET, 60)), to)).pseudonym
  await openWindows(world.db, world.on(OPENS))
})

async function signedIn(role: Role) {
  const email = DEMO_ACCOUNTS.find((account) => account.role === role)?.email ?? ''
  const body = new URLSearchParams({ email, password: DEMO_PASSWORD })
  const headers = { Origin: house.base }
  const signed = await fetch(`${house.base}/sign-in`, { method: 'POST', redirect: 'manual', headers, body })
  return { Origin: house.base, Cookie: signed.headers.get('Set-Cookie')?.split(';')[0] ?? '' }
}

test.each([
  ['coordinator', '/dyads/:pair'],
  ['interviewer', '/dyads/:pair'],
  ['coordinator', '/calendar/:pair'],
  ['interviewer', '/calendar/:pair'],
  ['interviewer', '/visit/:pair'],
  ['interviewer', '/interview/:pair'],
  ['interviewer', '/consent/:pair'],
  ['coordinator', '/withdraw/:pair'],
  ['privacy_officer', '/access/:pair'],
] as const)('as %s %s is there under either number', async (role, address) => {
  const headers = await signedIn(role)
  for (const pair of [before, now])
    expect((await fetch(house.base + address.replace(':pair', pair), { headers })).status, pair).toBe(200)
})

test('labels are made for either number', async () => {
  const headers = await signedIn('interviewer')
  const body = new URLSearchParams({ step: 'make', list: `${before}\n${now}` })
  const page = await (await fetch(`${house.base}/labels`, { method: 'POST', headers, body })).text()
  expect(page.match(/class="label"/g)).toHaveLength(2)
})

test('the list finds the pair of now by the number of before', async () => {
  const found = await dyads(world.db, world.study, { on: OPENS, limit: 5, search: before })
  expect(found.items.map(({ pseudonym }) => pseudonym)).toEqual([now])
})

test('a deviation is written down under either number', async () => {
  const told = { kind: 'other', on: OPENS, location: '', remark: 'zo ging het' }
  for (const pseudonym of [before, now]) must(await raiseDeviation(world.db, world.on(OPENS), { ...told, pseudonym }))
})
