import { now } from '../platform/clock'
import type { VaultTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { addDays, monthOf } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { trailIn } from './trail'

const HOUR_MS = 3_600_000

/** What one account may look at within an hour: by these verbs together, so often. */
export type Hourly = { readonly verbs: readonly string[]; readonly most: number }

/** Names of clients who are met or who sign: a day of talks needs far fewer, a list of everybody far more. */
export const NAMES_MET: Hourly = { verbs: ['show_client', 'show_signer', 'copy_consent'], most: 60 }

/**
 * People who are looked up: who needs more is making a list. A purpose that was refused for what it tells says whether a
 * guess was right, so it counts as well.
 */
export const LOOKED_UP: Hourly = { verbs: ['reidentify', 'export_access', 'refuse_purpose'], most: 20 }

/**
 * Refused as `too_many_looks` over what an hour allows. Call it within `change`, whose entry is counted already; a refused
 * look leaves none. Looks of one account queue up, so that many at once are counted one by one.
 */
export async function withinTheHour(
  tx: VaultTx,
  keys: Vault['keys'],
  { study, actor, today }: Occasion,
  { verbs, most }: Hourly,
): Promise<Result<null>> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${verbs.join(' ')}:${actor}`}, 0))`
  // an hour has two months at most
  const months = [...new Set([monthOf(today), monthOf(addDays(today, -1))])]
  const found = await Promise.all(months.map((month) => trailIn({ db: tx, keys }, study.id, { month, verbs })))
  const since = new Date(now().getTime() - HOUR_MS).toISOString()
  const looks = found.flat().filter((entry) => entry.actor === actor && entry.at > since)
  return looks.length > most ? refuse('too_many_looks', { most }) : done(null)
}
