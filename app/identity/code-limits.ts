import type { VaultTx } from '../platform/database'
import type { Vault } from '../platform/vault'
import { addDays, type Day, dayAt } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import { trailOf } from './trail'

// Six digits hold out as long as few are tried. The vault's chain has every code and every try already, with its moment
// sealed, so what has been is counted there: nothing is kept for it, and no clear moment.

const HOUR_MS = 3_600_000
/** Codes for one supervisor within an hour, and within a day. */
export const MOST_CODES = { hour: 5, day: 10 } as const
/** Wrong tries since the last right one, after which there are no codes for a while. */
export const MOST_WRONG = 20
/** The first pause, in days; each next one is twice as long, and none longer than the last: nobody is locked out for ever. */
export const PAUSE_DAYS = { first: 1, longest: 32 } as const

type Reader = Pick<Vault, 'keys'> & { readonly db: Pick<VaultTx, 'vaultEntry'> }

/** The moments at which codes were asked for, and those of the wrong tries since the last right one. */
async function been(vault: Reader, supervisorId: string): Promise<{ asked: Date[]; wrong: Date[] }> {
  const trail = await trailOf(vault, supervisorId)
  const moments = (entries: typeof trail, sought: string) =>
    entries.flatMap(({ verb, details: { at } = {} }) =>
      verb === sought && typeof at === 'string' ? [new Date(at)] : [],
    )
  // a right try is followed by a device that is remembered; what came after it was wrong
  const right = trail.findLastIndex(({ verb }) => verb === 'remember_device')
  return { asked: moments(trail, 'ask_code'), wrong: moments(trail.slice(right + 1), 'try_code') }
}

/** How many wrong codes were typed for a supervisor (the study's id) since the last right one. */
export const wrongTries = async (vault: Reader, supervisorId: string): Promise<number> =>
  (await been(vault, supervisorId)).wrong.length

/**
 * Whether a supervisor may have the code that was entered just now: five within an hour, ten within 24 hours
 * (`too_many_codes`), and none until some day after each twenty wrong tries without a right one (`codes_paused`).
 */
export async function mayAsk(vault: Reader, supervisorId: string, at: Date): Promise<Result<null>> {
  const { asked, wrong } = await been(vault, supervisorId)
  const until = pausedUntil(wrong)
  if (until && dayAt(at) < until) return refuse('codes_paused', { until })
  const within = (hours: number) => asked.filter((one) => one.getTime() > at.getTime() - hours * HOUR_MS).length
  if (within(1) > MOST_CODES.hour) return refuse('too_many_codes', { most: MOST_CODES.hour, hours: 1 })
  if (within(24) > MOST_CODES.day) return refuse('too_many_codes', { most: MOST_CODES.day, hours: 24 })
  return done(null)
}

/** The day on which the newest pause is over; null without one. */
function pausedUntil(wrong: readonly Date[]): Day | null {
  const pauses = Math.floor(wrong.length / MOST_WRONG)
  const from = wrong[pauses * MOST_WRONG - 1]
  if (!from) return null
  return addDays(dayAt(from), Math.min(PAUSE_DAYS.first * 2 ** (pauses - 1), PAUSE_DAYS.longest))
}
