import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Address, PAGES } from '../../../app/access/pages'
import { now } from '../../../app/platform/clock'
import type { Haystack } from './hunt'

type Route = { readonly id: string; readonly parentId?: string; readonly path?: string; readonly module: object }

/** Addresses of one kind that are followed at most: the tenth dyad has the parts of the first. */
const OF_A_KIND = 6
const ODD = ['%00', '%F0%9F%92%A5', '../../etc', "'%22%3Cscript%3E", 'x'.repeat(400)]
const FORM = 'application/x-www-form-urlencoded'

/** Each request has a connection of its own: hunting takes seconds, in which a server lets go of one that is idle. */
export const ALONE = { Connection: 'close' }

/** The page that an address belongs to; undefined for what is none of ours. */
export function addressOf(path: string): Address | undefined {
  const segments = path.split(/[?#]/)[0]?.split('/') ?? []
  const fits = (address: string) => {
    const parts = address.split('/')
    return parts.length === segments.length && parts.every((part, at) => part.startsWith(':') || part === segments[at])
  }
  const all = Object.keys(PAGES) as Address[]
  // a fixed word comes before a place for any
  return all.filter(fits).sort((a, b) => a.split(':').length - b.split(':').length)[0]
}

/** The routes of the built server that give data, by the address that they answer. */
export async function dataRoutes(): Promise<ReadonlyMap<string, readonly string[]>> {
  const built = pathToFileURL(join(import.meta.dirname, '../../../build/server/index.js')).href
  const { routes } = (await import(built)) as { routes: Record<string, Route> }
  const pathOf = ({ parentId, path }: Route): string =>
    [parentId && routes[parentId] ? pathOf(routes[parentId]) : '', path ?? ''].filter(Boolean).join('/')
  const byAddress = new Map<string, string[]>()
  for (const route of Object.values(routes)) {
    if (!('loader' in route.module)) continue
    const address = `/${pathOf(route)}`
    byAddress.set(address, [...(byAddress.get(address) ?? []), route.id])
  }
  return byAddress
}

/** One page or answer as a visitor got it: where it stands in the table of addresses, and all of it but its style. */
export type Visited = Haystack & {
  readonly address: Address | undefined
  readonly status: number
  readonly body: string
}

/** Who visits: with a session, or without. `seeds` are addresses of real records, where nothing may lead. */
export type Visitor = {
  readonly base: string
  readonly who: string
  readonly cookie: string
  readonly seeds: readonly string[]
}

/**
 * Walks over everything that this visitor can reach: every address of the table (with odd words for its places), every
 * link on every page, each as HTML and as data, and every form sent empty and with odd words. Nothing is filled in that
 * would do something.
 */
export async function walked({ base, who, cookie, seeds }: Visitor): Promise<Visited[]> {
  const data = await dataRoutes()
  const found: Visited[] = []
  const seen = new Set<string>()
  const perKind = new Map<string, number>()
  const ask = async (path: string, init: RequestInit = {}, what = 'GET') => {
    const response = await fetch(base + path, {
      redirect: 'manual',
      ...init,
      headers: { Cookie: cookie, ...ALONE, ...init.headers },
    })
    const body = await response.text()
    const headers = [...response.headers].map((pair) => pair.join(': ')).join('\n')
    const address = addressOf(path)
    found.push({
      where: `${who}: ${what} ${path}`,
      address,
      status: response.status,
      body,
      text: `${path}\n${headers}\n${body}`,
    })
    return { response, body }
  }
  const visit = async (path: string): Promise<string[]> => {
    const address = addressOf(path)
    const { response, body } = await ask(path)
    for (const id of ['root', ...((address && data.get(address)) ?? [])])
      await ask(`${path}${path.includes('?') ? '&' : '?'}_data=${encodeURIComponent(id)}`, {}, 'data')
    const leads = [...body.matchAll(/(?:href|action)="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
    return [...leads, response.headers.get('Location') ?? '']
  }
  const addresses = Object.keys(PAGES) as Address[]
  const first = addresses.map((address) => address.replace(/:\w+/g, 'nothing'))
  const queue = [...seeds, ...first]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const address = addressOf(path)
    const kind = `${address} ${path.includes('?')}`
    if (seen.has(path) || !path.startsWith('/') || address === undefined) continue
    if (!seeds.includes(path) && (perKind.get(kind) ?? 0) >= OF_A_KIND) continue
    seen.add(path)
    perKind.set(kind, (perKind.get(kind) ?? 0) + 1)
    queue.push(...(await visit(path)))
  }
  for (const address of addresses) {
    for (const odd of ODD) {
      await ask(address.replace(/:\w+/g, odd))
      await ask(`${address.replace(/:\w+/g, 'nothing')}?search=${odd}&after=${odd}&month=${odd}&on=${odd}`)
    }
    if (address === '/sign-out') continue
    for (const body of ['', `intent=${ODD[0]}&name=${ODD[3]}&pseudonym=${ODD[1]}&on=31-02-2012&study=nothing`])
      await ask(
        address.replace(/:\w+/g, 'nothing'),
        { method: 'POST', body, headers: { Origin: base, 'Content-Type': FORM } },
        'POST',
      )
  }
  return found
}

/** Waits for something to become true, five minutes at most: a busy machine starts a worker slowly. */
export async function until(what: string, condition: () => unknown): Promise<void> {
  const end = now().getTime() + 300_000
  while (!(await condition())) {
    if (now().getTime() > end) throw new Error(`${what} did not come`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
