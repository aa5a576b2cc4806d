import type { Ask, Chain } from './chains'
import { type ChainKeys, closed, type Entry, headOf, type Link, markOf, NONE, opened, placeOf } from './marks'

/** How many entries a link covers at most. */
const MOST = 2_000

/** The last link of a chain, and its mark; `n` is 0 before there is one. */
export type Last = { readonly n: number; readonly at: string | null; readonly head: string }

/** Somebody took links out of a chain, or changed the last: nothing is put after it before somebody looked. */
export class ChainBroken extends Error {
  override name = 'ChainBroken'
}

/** The last link of a chain. Throws ChainBroken when it is not what was made. */
export async function lastLink(ask: Ask, chain: Chain, keys: ChainKeys): Promise<Last> {
  const [counted] = await ask<{ n: number }>(`SELECT count(*)::int AS n FROM ${chain.seals}`)
  const n = counted?.n ?? 0
  if (n === 0) return { n, at: null, head: NONE }
  const place = placeOf(keys, chain.name, n)
  const [row] = await ask<{ sealed: Uint8Array }>(`SELECT sealed FROM ${chain.seals} WHERE place = $1::uuid`, place)
  const link = row && opened(keys, chain.name, n, row.sealed)
  if (!link) throw new ChainBroken(`the ${chain.name} chain is broken at link ${n}: look with koppel audit verify`)
  return { n, at: link.at, head: headOf(keys, chain.name, link) }
}

/**
 * Entries that stand in no link yet, the lowest id first. One that was committed late is among them whatever its number; `all`
 * looks through everything, else through the last hundred thousand numbers.
 */
export const unsealed = (ask: Ask, chain: Chain, { all, most }: { all: boolean; most: number }): Promise<Entry[]> =>
  ask<Entry>(
    `SELECT e.id::text AS id, ${chain.said} AS said, ${chain.payload} FROM ${chain.entries} e
      WHERE ${all ? 'true' : chain.recent} AND NOT EXISTS (SELECT FROM ${chain.sealed} s WHERE s.id = e.id)
      ORDER BY e.id LIMIT ${most}`,
  )

/**
 * Puts everything that stands in no link into new ones, and gives how many entries that were. Takes no lock that a writer
 * would wait for. A link and what it covers are one statement: whoever is killed leaves all of it or nothing. Of two who make
 * the same link the second finds its place taken, and looks again.
 */
export async function sealChain(
  ask: Ask,
  chain: Chain,
  keys: ChainKeys,
  { at, all, stop }: { readonly at: Date; readonly all: boolean; readonly stop?: AbortSignal | undefined },
): Promise<number> {
  let total = 0
  while (!stop?.aborted) {
    // the last link first: what another covers in between then takes the place of ours
    const last = await lastLink(ask, chain, keys)
    const found = await unsealed(ask, chain, { all, most: MOST })
    if (found.length === 0) break
    const entries = found.map((entry) => [entry.id, markOf(keys, chain.name, entry)] as const)
    const link: Link = { n: last.n + 1, at: at.toISOString(), previous: last.head, entries }
    const kept = await keep(ask, chain, keys, link)
    total += kept
    if (kept > 0 && found.length < MOST) break
  }
  return total
}

/** Keeps a link; gives how many entries it covers, or 0 when another made it first. */
async function keep(ask: Ask, chain: Chain, keys: ChainKeys, link: Link): Promise<number> {
  const rows = await ask<{ id: string }>(
    `WITH made AS (
       INSERT INTO ${chain.seals} (place, sealed) VALUES ($1::uuid, $2) ON CONFLICT DO NOTHING RETURNING place
     )
     INSERT INTO ${chain.sealed} (id) SELECT u.id FROM unnest($3::text[]::${chain.id}[]) AS u (id), made RETURNING id::text`,
    placeOf(keys, chain.name, link.n),
    closed(keys, chain.name, link),
    link.entries.map(([id]) => id),
  )
  return rows.length
}
