import { createHash, createHmac } from 'node:crypto'
import { keyOf, ringOf } from '../keyring'
import { readable, type Sealer, sealer } from '../seal'
import { derive } from '../secrets'
import type { ChainName } from './chains'

/** An entry as the database gives it: what it says, and what can be erased of it. */
export type Entry = {
  readonly id: string
  readonly said: string
  readonly salt: string | null
  readonly details: string | null
  readonly erased: string | null
}

/** A link of a chain: its number from 1, when it was made, the mark of the one before, and what it covers: ids with their marks. */
export type Link = {
  readonly n: number
  readonly at: string
  readonly previous: string
  readonly entries: readonly (readonly [id: string, mark: string])[]
}

/** What marks and opens the links; none of it is in the database. */
export type ChainKeys = {
  /** HMAC-SHA-256 of a text, in hex. */
  readonly mac: (text: string) => string
  readonly box: Pick<Sealer, 'seal' | 'open'>
}

/** Before the first link there is none. */
export const NONE = ''
/** A link is as long as the next power of two of this, so that its length does not say how much was done. */
const SMALLEST = 512

/** The keys of both chains. They follow from the secret and are not changed with the keyring: what they sealed stays as it is. */
export function chainKeys(secret: string): ChainKeys {
  const key = derive(secret, 'audit:chain')
  return {
    mac: (text) => createHmac('sha256', key).update(text, 'utf8').digest('hex'),
    box: sealer(ringOf([keyOf(derive(secret, 'audit:links'))])),
  }
}

/** The mark of an entry: changes with every column of it, and not when its payload is erased as it should be. */
export function markOf(keys: ChainKeys, chain: ChainName, entry: Entry): string {
  return keys.mac(JSON.stringify(['entry', chain, entry.id, JSON.parse(entry.said), payloadOf(entry)]))
}

/** The digest of what can be erased; what was erased in any other way than the one has none that fits. */
function payloadOf({ salt, details, erased }: Entry): string | null {
  if (details === null) return null
  if (erased !== null) return salt === null && details === '{}' ? erased : 'not as it was erased'
  return createHash('sha256').update(`${salt}${details}`, 'utf8').digest('hex')
}

/** The mark of a link, which is the head of its chain while it is the last. */
export const headOf = (keys: ChainKeys, chain: ChainName, { n, at, previous, entries }: Link): string =>
  keys.mac(JSON.stringify(['link', chain, n, at, previous, entries]))

/**
 * Under which id a link is kept, as 32 hex digits: the same for whoever makes the n-th, so that there is one, and it tells
 * nobody its number.
 */
export const placeOf = (keys: ChainKeys, chain: ChainName, n: number): string =>
  keys.mac(JSON.stringify(['place', chain, n])).slice(0, 32)

const about = (chain: ChainName, n: number) => `audit.link:${chain}:${n}`

/** A link as it is kept: sealed, and bound to its place. */
export function closed(keys: ChainKeys, chain: ChainName, link: Link): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(link)
  let length = SMALLEST
  while (length < text.length) length *= 2
  return keys.box.seal(text.padEnd(length), about(chain, link.n))
}

/** A link that was kept; null when it was changed, or does not belong here. */
export function opened(keys: ChainKeys, chain: ChainName, n: number, sealed: Uint8Array): Link | null {
  const text = readable(() => keys.box.open(sealed, about(chain, n)))
  if (text === null) return null
  const link = JSON.parse(text) as Link
  return link.n === n ? link : null
}
