import { request as ask } from 'node:http'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Address, gateOf, PAGES } from '../../app/access/pages'
import { ROLES, type Role } from '../../app/access/roles'
import { MAY, scopeOf, type Verb } from '../../app/access/table'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../app/identity/accounts'
import { signIn as signInAt } from '../../app/identity/sign-in'
import { now } from '../../app/platform/clock'
import { personalLink } from '../../app/platform/personal-link'
import { type House, openHouse } from '../e2e/house'
import { walkedWorld } from './walked-world'

let house: House
/** An address with something real behind it. */
let concrete: (address: Address) => string
const sessions = new Map<Role, string>()

const FORM = 'application/x-www-form-urlencoded'
const send = (path: string, { method = 'GET', cookie = '', origin = house.base, body = '', type = FORM } = {}) =>
  fetch(house.base + path, {
    method,
    redirect: 'manual',
    headers: {
      Cookie: cookie,
      ...(method === 'POST' && { Origin: origin, 'Content-Type': type }),
    },
    ...(method === 'POST' && { body }),
  })

const signIn = (email: string, password: string) =>
  send('/sign-in', { method: 'POST', body: String(new URLSearchParams({ email, password })) })

/** Signs in as from another network address. */
const signInFrom = (email: string, password: string) =>
  signInAt(house.database.vault, Buffer.alloc(32, 1), { email, password, address: '192.0.2.7', at: now() })

const cookieOf = (response: Response) => response.headers.get('Set-Cookie')?.split(';')[0] ?? ''

beforeAll(async () => {
  house = await openHouse()
  concrete = await walkedWorld(house)
  for (const { email, role } of DEMO_ACCOUNTS) sessions.set(role, cookieOf(await signIn(email, DEMO_PASSWORD)))
}, 120_000)

const isVerb = (gate: string | undefined): gate is Verb => gate !== undefined && Object.hasOwn(MAY, gate)
const addresses = Object.keys(PAGES) as Address[]
/** Let in by a link, these open with a code only. */
const BEHIND_A_CODE: readonly Address[] = ['/answer/:token/rights/answers']

describe.each(ROLES)('%s', (role) => {
  test.each(addresses)('%s', async (address) => {
    for (const method of ['GET', 'POST'] as const) {
      if (address === '/sign-out' && method === 'POST') continue // it would: see below
      const { status } = await send(concrete(address), { method, cookie: sessions.get(role) ?? '' })
      const gate = gateOf(address, method)
      const allowed = gate !== undefined && (!isVerb(gate) || scopeOf(role, gate) !== undefined)
      // there is something behind every address: 404 and 405 are the gate's
      if (!allowed || BEHIND_A_CODE.includes(address)) expect([404, 405], `${method} ${address}`).toContain(status)
      else if (address !== '/sign-out') expect([200, 302, 303, 400], `${method} ${address}`).toContain(status)
      expect(status).toBeLessThan(500)
    }
  })
})

test.each(addresses)('without an account: %s', async (address) => {
  const gate = gateOf(address, 'GET')
  const { status, headers } = await send(concrete(address))
  if (isVerb(gate)) expect([status, headers.get('Location')?.startsWith('/sign-in?next=')]).toEqual([302, true])
  else expect([200, 302, 404]).toContain(status)
})

test('a form from another site is not carried out', async () => {
  const cookie = sessions.get('coordinator') ?? ''
  expect(
    (await send('/clock', { method: 'POST', cookie, origin: 'https://evil.example', body: 'by=day' })).status,
  ).toBe(403)
})

test('signing out ends the session for whoever kept its cookie', async () => {
  const cookie = cookieOf(await signIn('privacy@koppel.example', DEMO_PASSWORD))
  expect((await send('/flow', { cookie })).status).toBe(200)
  await send('/sign-out', { method: 'POST', cookie })
  expect((await send('/flow', { cookie })).status).toBe(302)
})

test('signing in always gives a new session and ends the one before', async () => {
  const first = cookieOf(await signIn('analist@koppel.example', DEMO_PASSWORD))
  const body = String(new URLSearchParams({ email: 'analist@koppel.example', password: DEMO_PASSWORD }))
  const second = cookieOf(await send('/sign-in', { method: 'POST', cookie: first, body }))
  expect(second).not.toBe(first)
  expect([(await send('/flow', { cookie: first })).status, (await send('/flow', { cookie: second })).status]).toEqual([
    302, 200,
  ])
})

// each of these is somebody's slip or somebody's try: a page or a plain no, never an error of ours
test.each([
  ['/sign-in', 'email=%00&password=%00', FORM],
  ['/sign-in', 'email=a%00b@koppel.example&password=x', FORM],
  ['/sign-in', '{"email":"a"}', 'application/json'],
  ['/sign-in', 'email=a', 'multipart/form-data'],
  ['/sign-in', '--b\r\nContent-Disposition: form-data; name="email"', 'multipart/form-data; boundary=b'],
  ['/language', 'language=en', 'text/plain'],
  ['/theme', 'theme=dark', 'nonsense'],
  ['/clock', 'by=day', 'text/plain'],
  ['/study', 'study=x', 'text/plain'],
])('%s refuses %j sent as %s', async (path, body, type) => {
  const cookie = path === '/sign-in' ? '' : (sessions.get('coordinator') ?? '')
  expect((await send(path, { method: 'POST', cookie, body, type })).status).toBe(400)
})

test.each([FORM, 'multipart/form-data; boundary=b'])('%s that is longer than our forms is not read', async (type) => {
  const body = 'x'.repeat(256 * 1024 + 1)
  expect((await send('/sign-in', { method: 'POST', body, type })).status).toBe(413)
})

test.each(['0000-01-01|x', '0211-08-15|x', '9999-12-31|x'])(
  'the work list begins at the beginning for %s',
  async (at) => {
    const cookie = sessions.get('coordinator') ?? ''
    expect((await send(`/today?after=${encodeURIComponent(at)}`, { cookie })).status).toBe(200)
  },
)

/** Asks by hand, for headers that fetch does not send. */
const statusOf = (path: string, headers: Record<string, string>) =>
  new Promise<number | undefined>((resolve, reject) =>
    ask(house.base, { path, headers }, (response) => resolve(response.resume().statusCode))
      .once('error', reject)
      .end(),
  )

test.each([
  ['/today', { Host: 'a b' }],
  ['/today', { 'X-Forwarded-Host': 'koppel.example:99999' }],
  ['http://koppel.example/today', {}],
])('an address that cannot be read is refused: %s %j', async (path, headers) => {
  expect(await statusOf(path, headers)).toBe(400)
})

test('a personal link stands in no log, whatever goes wrong behind it', async () => {
  const token = personalLink(house.desk.linkKey, 'inquiry', '01980000-0000-7000-8000-000000000001')
  const owner = new pg.Client({ connectionString: house.database.urls.owner })
  await owner.connect()
  await owner.query('ALTER TABLE study.issued_link RENAME TO gone')
  try {
    expect((await send(`/answer/${token}`)).status).toBe(500)
    await statusOf(`/answer/${token}`, { Host: 'a b' })
  } finally {
    await owner.query('ALTER TABLE study.gone RENAME TO issued_link')
    await owner.end()
  }
  await expect.poll(() => house.logged()).toContain('"path":"/answer/…"')
  expect(house.logged()).not.toContain(token)
})

test('an error says nothing of the inside', async () => {
  const page = await (await send('/dyads/%00')).text()
  expect(page).not.toMatch(/at .*\.(js|ts):\d+/)
})

test('whoever fails too often waits, and an account is never locked', async () => {
  const answers: number[] = []
  while (answers.length < 30 && !answers.includes(429))
    answers.push((await signIn('analist@koppel.example', 'guess')).status)
  expect(answers.indexOf(429)).toBeGreaterThan(5)
  const waiting = await signIn('analist@koppel.example', DEMO_PASSWORD)
  expect([waiting.status, (await waiting.text()).includes('15 minuten')]).toEqual([429, true])
  // the same account from elsewhere: the address waits, not the person
  expect((await signInFrom('analist@koppel.example', DEMO_PASSWORD)).ok).toBe(true)
})
