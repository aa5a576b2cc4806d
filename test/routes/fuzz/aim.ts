import { type Address, PAGES } from '../../../app/access/pages'
import type { Chance } from './chance'
import { couldBe, mayAt } from './gates'
import { bodyFor } from './load'
import { oddText } from './odd'
import type { Range } from './range'
import type { Sender, Shot } from './shot'

const ADDRESSES = Object.keys(PAGES) as Address[]
const METHODS = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'MKCOL', 'SEARCH', 'PURGE', 'QUERY'] as const
const ELSEWHERE = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/assets/',
  '/assets/none.js',
  '/sw.js',
  '/favicon.ico',
  '/__manifest',
  '/robots.txt',
  '/.env',
  '/.git/config',
  '/wp-login.php',
  '/api',
  '/graphql',
  '/admin',
  '/build/server/index.js',
  '/..',
  '/%2e%2e/',
  '/assets/..%2f..%2fpackage.json',
]

/** A request by a sender: mostly near to what a page expects, now and then far from it. */
export function aim(range: Range, chance: Chance, sender: Sender): Shot {
  const near = chance.once(2) ? ADDRESSES.filter((one) => mayAt(sender, 'POST', one)) : ADDRESSES
  const address = chance.pick(near)
  const method = chance.once(8) ? chance.pick(METHODS) : chance.pick(['GET', 'GET', 'HEAD', 'POST', 'POST', 'POST'])
  const path = pathOf(range, chance, address) + queryOf(range, chance)
  const { headers, own } = headersOf(
    range,
    chance,
    couldBe(path).includes('/sign-out') ? range.spareOf(sender) : range.cookieOf(sender),
  )
  const { body, ...said } = method === 'GET' || method === 'HEAD' ? { body: null } : bodyFor(range, chance, address)
  const safe = method === 'GET' || method === 'HEAD'
  const claims = chance.once(60) ? chance.pick([0, 1, 17, 1_000, (body?.length ?? 0) + 5]) : undefined
  return {
    method,
    path,
    headers: { ...headers, ...said },
    body,
    may: (safe || own) && mayAt(sender, method, path),
    ...(claims !== undefined && { claims }),
  }
}

function pathOf({ concrete, ids, learned }: Range, chance: Chance, address: Address): string {
  const there = concrete(address).split('?')[0] ?? ''
  const known = [...ids, ...(learned.values.get('pseudonym') ?? [])]
  const odd = () => encodeURIComponent(wellFormed(oddText(chance, known)).slice(0, 400))
  const twists = [
    () => there,
    () => there,
    () => there,
    () => there,
    () => `${there}.data`,
    () => `${there}.data`,
    () =>
      address
        .split('/')
        .map((part) => (part.startsWith(':') ? odd() : part))
        .join('/'),
    () =>
      address
        .split('/')
        .map((part) => (part.startsWith(':') ? odd() : part))
        .join('/'),
    () =>
      address
        .split('/')
        .map((part) => (chance.once(3) ? odd() : part))
        .join('/'),
    () => `${there}/${odd()}`,
    () => `${there}/`,
    () => there.toUpperCase(),
    () => `/${there}`,
    () => there.replaceAll('/', '//'),
    () => `${there.slice(0, -1)}%`,
    () => `${there}%00`,
    () => `/_root.data`,
    () => chance.pick(ELSEWHERE),
    () => `/${chance.bytes(6).toString('base64url')}`,
  ]
  return chance.pick(twists)() || '/'
}

const wellFormed = (text: string) => Buffer.from(text, 'utf8').toString('utf8')

function queryOf({ learned, ids }: Range, chance: Chance): string {
  if (chance.once(2)) return ''
  const names = [...learned.queries.keys(), '_routes', 'index', 'done', 'next', 'name', 'as']
  const pairs = chance.some(names, 4).map((name) => {
    const value = oddText(chance, [...(learned.queries.get(name) ?? []), ...ids])
    // now and then with escapes that are none
    return chance.once(12)
      ? `${name}=%E0%A4%A`
      : `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(value)).slice(0, 2_000)}`
  })
  return `?${pairs.join('&')}`
}

/** Headers of somebody's browser, of a tool or of an attacker. `own`: it says that it comes from our own pages. */
function headersOf({ base }: Range, chance: Chance, session: string) {
  const from = chance.pick<Record<string, string>>([
    ...Array<Record<string, string>>(12).fill({ Origin: base }),
    { 'Sec-Fetch-Site': 'same-origin' },
    { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
    { Origin: 'null' },
    { Origin: 'https://evil.example' },
    { Origin: `${base}.evil.example`, 'Sec-Fetch-Site': 'same-origin' },
    {},
  ])
  const own = from.Origin === base || (from['Sec-Fetch-Site'] === 'same-origin' && (from.Origin ?? 'null') === 'null')
  const more = chance.pick<Record<string, string>>([
    {},
    {},
    {},
    {},
    { 'Accept-Language': 'xx;q=nonsense,,;en;q=9' },
    { Accept: 'application/json' },
    { Range: 'bytes=0-10,20-' },
    { 'If-None-Match': '*', 'If-Modified-Since': 'nonsense' },
    { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'http' },
    { 'X-Forwarded-For': '<script>, 1.2.3.4' },
    { 'X-HTTP-Method-Override': 'DELETE', 'X-Remix-Reload-Document': 'true' },
    { 'Content-Encoding': 'gzip' },
    { 'Accept-Encoding': 'br, gzip, nonsense' },
    { Authorization: 'Bearer nonsense' },
    { 'User-Agent': 'x'.repeat(4_000) },
    { Upgrade: 'websocket', Connection: 'Upgrade' },
  ])
  return { headers: { ...from, ...more, Cookie: cookieFor(session, chance) }, own }
}

function cookieFor(session: string, chance: Chance): string {
  const planted = [
    '__Host-koppel-language=en',
    '__Host-koppel-language=%00',
    '__Host-koppel-theme=dark',
    '__Host-koppel-study=00000000-0000-0000-0000-000000000000',
    '__Host-koppel-study=nonsense',
    `__Host-koppel-device=${chance.bytes(32).toString('base64url')}`,
    '__Host-koppel-device=a.b.c',
    'koppel=x',
    '=',
    ';;;',
    'a=%ZZ',
  ]
  const forged = [
    `__Host-koppel=${chance.bytes(32).toString('base64url')}`,
    '__Host-koppel=',
    "__Host-koppel=' OR 1=1",
    `__Host-koppel=${'A'.repeat(3_000)}`,
  ]
  const first = session ? [session] : chance.once(3) ? [chance.pick(forged)] : []
  return [...first, ...chance.some(planted, 2)].join('; ')
}
