import type { Ask, Chain, ChainName } from './chains'
import { type ChainKeys, type Entry, headOf, type Link, markOf, NONE, opened, placeOf } from './marks'

/** Something in a chain is not as it was sealed: at which entry (null where it is about a whole link), and what it is. */
export type Fault = { readonly chain: ChainName; readonly id: string | null; readonly why: string }

/** What was found along a chain; `head` is the mark of its last link, `erased` how many payloads were erased as they should be. */
export type Walked = {
  readonly faults: readonly Fault[]
  readonly links: number
  readonly covered: number
  readonly erased: number
  readonly head: string
  readonly sealedAt: string | null
  /** Of the heads that were asked for, those that the chain has. */
  readonly known: readonly string[]
}

/** Links and entries that are fetched in one go. */
const LINKS_AT_A_TIME = 100
const ENTRIES_AT_A_TIME = 2_000
/** Beyond so many nobody reads on; the first is the one that counts. */
const MOST_FAULTS = 100

type Noted = Entry & { readonly present: boolean; readonly noted: boolean }

/**
 * Walks a chain from its first link to its last: each link against the one before it, each entry against its mark. Faults come
 * in the order of the chain. Ask within one snapshot.
 */
export async function walk(ask: Ask, chain: Chain, keys: ChainKeys, heads: readonly string[] = []): Promise<Walked> {
  const { name } = chain
  const faults: Fault[] = []
  const fault = (id: string | null, why: string) =>
    void (faults.length < MOST_FAULTS && faults.push({ chain: name, id, why }))
  const [counted] = await ask<{ n: number }>(`SELECT count(*)::int AS n FROM ${chain.seals}`)
  const total = counted?.n ?? 0
  let found = 0
  let covered = 0
  let erased = 0
  let head: string | null = NONE
  let sealedAt: string | null = null
  const known: string[] = []
  for (let from = 1; found < total; from += LINKS_AT_A_TIME) {
    const rows = await linksFrom(ask, chain, keys, from)
    // what is left stands at no place of this chain
    if (rows.size === 0) break
    for (let n = from; n < from + LINKS_AT_A_TIME && found < total; n++) {
      const sealed = rows.get(n)
      const link = sealed && opened(keys, name, n, sealed)
      if (sealed) found++
      if (!link) {
        fault(null, sealed ? `link ${n} was changed` : `link ${n} is gone`)
        head = null
        continue
      }
      if (head !== null && link.previous !== head) fault(null, `link ${n} does not follow the one before it`)
      head = headOf(keys, name, link)
      sealedAt = link.at
      if (heads.includes(head)) known.push(head)
      covered += link.entries.length
      erased += await compare(ask, chain, keys, link, fault)
    }
  }
  if (found < total) fault(null, `${total - found} links that are not of this chain stand with it`)
  await countNoted(ask, chain, covered, fault)
  return { faults, links: total, covered, erased, head: head ?? NONE, sealedAt, known }
}

/** The links of a stretch that are there, by number. */
async function linksFrom(ask: Ask, chain: Chain, keys: ChainKeys, from: number): Promise<Map<number, Uint8Array>> {
  const numbers = Array.from({ length: LINKS_AT_A_TIME }, (_, place) => from + place)
  const byPlace = new Map(numbers.map((n) => [placeOf(keys, chain.name, n), n]))
  const rows = await ask<{ place: string; sealed: Uint8Array }>(
    `SELECT replace(place::text, '-', '') AS place, sealed FROM ${chain.seals} WHERE place = ANY ($1::text[]::uuid[])`,
    [...byPlace.keys()],
  )
  return new Map(rows.map(({ place, sealed }) => [byPlace.get(place) ?? 0, sealed]))
}

/** Compares what a link covers with what stands in the database; gives how many of it were erased. */
async function compare(
  ask: Ask,
  chain: Chain,
  keys: ChainKeys,
  link: Link,
  fault: (id: string, why: string) => void,
): Promise<number> {
  let erased = 0
  for (let from = 0; from < link.entries.length; from += ENTRIES_AT_A_TIME) {
    const some = link.entries.slice(from, from + ENTRIES_AT_A_TIME)
    const rows = await ask<Noted>(
      `SELECT u.id::text AS id, e.id IS NOT NULL AS present, s.id IS NOT NULL AS noted, ${chain.said} AS said, ${chain.payload}
         FROM unnest($1::text[]::${chain.id}[]) AS u (id)
         LEFT JOIN ${chain.entries} e ON e.id = u.id LEFT JOIN ${chain.sealed} s ON s.id = u.id`,
      some.map(([id]) => id),
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const [id, mark] of some) {
      const row = byId.get(id)
      if (!row?.present) fault(id, 'was deleted after it was sealed')
      else if (markOf(keys, chain.name, row) !== mark) fault(id, 'was changed after it was sealed')
      else if (!row.noted) fault(id, 'is not noted as sealed any more')
      if (row?.erased) erased++
    }
  }
  return erased
}

/** An entry that is noted as sealed and stands in no link would never be sealed: somebody hid it. */
async function countNoted(
  ask: Ask,
  chain: Chain,
  covered: number,
  fault: (id: null, why: string) => void,
): Promise<void> {
  const [row] = await ask<{ noted: number }>(`SELECT count(*)::int AS noted FROM ${chain.sealed}`)
  const noted = row?.noted ?? 0
  if (noted !== covered) fault(null, `${noted} entries are noted as sealed, and the links cover ${covered}`)
}
