import { beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../app/identity/accounts'
import { type House, openHouse } from '../e2e/house'
import { namedWorld } from '../world'

let house: House
let pair: string
const cookies = new Map<string, string>()

beforeAll(async () => {
  house = await openHouse()
  const world = await namedWorld(house.database)
  const { registrationId } = await world.interviewed('Evers')
  pair = (await world.db.dyad.findUniqueOrThrow({ where: { registrationId } })).pseudonym
  for (const who of ['coordinator', 'beheer', 'interviewer']) {
    const signedIn = await fetch(`${house.base}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: house.base },
      body: new URLSearchParams({ email: `${who}@koppel.example`, password: DEMO_PASSWORD }),
    })
    cookies.set(who, signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '')
  }
}, 120_000)

type Sent = readonly [who: string, path: () => string, fields: Readonly<Record<string, string>>, label: string]
const SENT: readonly Sent[] = [
  ['beheer', () => `/follow-up/${pair}`, {}, 'Dag'],
  ['beheer', () => `/follow-up/${pair}`, { on: '2012-03-05' }, 'Wat er gebeurde'],
  ['coordinator', () => '/deviations', {}, 'Op welke dag'],
  ['coordinator', () => '/vouchers', { form: 'count' }, 'Locatie'],
  ['coordinator', () => '/rooms', { form: 'room' }, 'Locatie'],
  ['coordinator', () => '/interviewers', { form: 'add' }, 'Sinds'],
  ['coordinator', () => '/paper', { deed: 'share', percent: '400' }, 'Van elke honderd papieren'],
  ['coordinator', () => '/sites', { form: 'target' }, 'Locatie'],
]

test.each(SENT)(
  '%s, form %#: what is said above the page names the field and leads to what stands at it',
  async (who, path, fields, label) => {
    const response = await fetch(house.base + path(), {
      method: 'POST',
      headers: { Cookie: cookies.get(who) ?? '', Origin: house.base },
      body: new URLSearchParams(Object.entries(fields)),
    })
    const page = (await response.text()).split('<script')[0] ?? ''
    expect(response.status).toBe(400)
    const [, title = '', there = ''] = /role="alert"><strong>([^<]*)<\/strong><p><a href="#([^"]*)"/.exec(page) ?? []
    expect(title).toContain(`${label}: `)
    const [, at = ''] = new RegExp(`id="${there}">([^<]*)<`).exec(page) ?? []
    expect([at.length > 5, title.endsWith(at)]).toEqual([true, true])
  },
)
