import { request as ask } from 'node:http'
import { beforeAll, expect, test } from 'vitest'
import { type Address, PAGES } from '../../app/access/pages'
import { DEMO_PASSWORD } from '../../app/identity/accounts'
import { emptyStudy, type House, openHouse } from '../e2e/house'
import { connected } from '../platform/connect'

let house: House
let cookie: string

const FORM = 'application/x-www-form-urlencoded'
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(house.base + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: house.base, Cookie: cookie, 'Content-Type': FORM, ...headers },
    body: String(new URLSearchParams(fields)),
  })
const get = (path: string) => fetch(house.base + path, { redirect: 'manual', headers: { Cookie: cookie } })

/** By hand, for methods that fetch does not send. */
const answerTo = (method: string, path: string) =>
  new Promise<{ status: number | undefined; allow: string | undefined }>((resolve, reject) =>
    ask(house.base, { method, path, headers: { Origin: house.base, Cookie: cookie } }, (response) =>
      resolve({ status: response.resume().statusCode, allow: response.headers.allow }),
    )
      .once('error', reject)
      .end(),
  )

beforeAll(async () => {
  house = await openHouse({ KOPPEL_BASE_URL: 'https://koppel.example' })
  await emptyStudy(house)
  cookie = ''
  const signedIn = await post('/sign-in', { email: 'coordinator@koppel.example', password: DEMO_PASSWORD })
  cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}, 120_000)

test.each(['/', '/sign-in', '/today', '/flow/csv', '/nothing', '/theme', '/assets/none.js', '/healthz', '/metrics'])(
  'what goes out at %s says what a browser may do with it',
  async (path) => {
    const { headers } = await get(path)
    expect(Object.fromEntries(headers)).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    expect([headers.get('X-Powered-By'), headers.get('Access-Control-Allow-Origin')]).toEqual([null, null])
  },
)

test('the policy allows our own files and scripts with the number of this answer, and nothing else', async () => {
  const [one, other] = await Promise.all([get('/today'), get('/today')])
  const policy = one.headers.get('Content-Security-Policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
  expect(policy.replace(nonce, 'N').split(';')).toEqual([
    "default-src 'none'",
    "script-src 'self' 'nonce-N'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ])
  expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
  expect(other.headers.get('Content-Security-Policy')).not.toContain(nonce)
  const page = await one.text()
  const scripts = [...page.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
  expect(page).not.toMatch(/<[^>]*\s(?:style|on[a-z]+)=/)
})

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'])(
  'no address answers %s',
  async (method) => {
    for (const address of [...(Object.keys(PAGES) as Address[]), '/healthz', '/assets/none.js', '/nothing'])
      expect(await answerTo(method, address), address).toEqual({ status: 405, allow: 'GET, HEAD, POST' })
  },
)

test("the framework's own addresses are for reading", async () => {
  expect((await get('/today.data')).status).toBe(200)
  for (const method of ['POST', 'HEAD'])
    expect(await answerTo(method, '/today.data')).toEqual({ status: 405, allow: 'GET' })
})

test('a cookie is for this host only, by TLS only, and out of the reach of scripts and of other sites', async () => {
  const signedIn = await post(
    '/sign-in',
    { email: 'coordinator@koppel.example', password: DEMO_PASSWORD },
    { Cookie: '' },
  )
  const chosen = [await post('/language', { language: 'en' }), await post('/theme', { theme: 'dark' })]
  const set = [signedIn, ...chosen].map(({ headers }) => headers.get('Set-Cookie') ?? '')
  for (const one of set)
    expect(one).toMatch(/^__Host-koppel[a-z-]*=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Lax(; Max-Age=\d+)?$/)
})

const ELSEWHERE = [
  'https://evil.example/',
  '//evil.example/today',
  '/\\evil.example',
  '/today\\..\\..',
  'javascript:alert(1)',
  '/today\r\nSet-Cookie: planted=1',
  'today',
  '/../today',
  '/sign-out',
  '/%2F%2Fevil.example',
]
test.each(ELSEWHERE)('no form leads to %j', async (to) => {
  const fields = { back: to, next: to, language: 'nl', theme: 'dark', by: 'none', email: 'coordinator@koppel.example' }
  for (const path of ['/language', '/theme', '/clock']) {
    const { status, headers } = await post(path, fields)
    expect([path, status, headers.get('Location')]).toEqual([path, 302, '/'])
    expect(headers.get('Set-Cookie') ?? '').not.toContain('planted')
  }
  const signedIn = await post('/sign-in', { ...fields, password: DEMO_PASSWORD }, { Cookie: '' })
  expect([signedIn.status, signedIn.headers.get('Location')]).toEqual([302, '/'])
})

test('what breaks inside is a number for the visitor and a line for the log', async () => {
  await connected(house.database.urls.owner, async (owner) => {
    await owner.query('ALTER TABLE study.clock RENAME TO gone')
    try {
      const broken = await get('/today')
      const [page, number] = [await broken.text(), broken.headers.get('X-Request-Id') ?? '']
      expect(broken.status).toBe(500)
      expect(page).not.toMatch(/\bat \S+ \(|\.[cm]?[jt]sx?:\d+:\d+|node_modules|prisma|study\.clock|does not exist/i)
      const data = await get('/today.data')
      expect([data.status, await data.text()]).toEqual([500, expect.not.stringMatching(/node_modules|prisma|clock/i)])
      await expect.poll(() => house.logged()).toContain(number)
    } finally {
      await owner.query('ALTER TABLE study.gone RENAME TO clock')
    }
  })
})
