import { words } from '../../i18n/catalogue'
import type { Say } from '../../i18n/speak'
import type { Consistency } from '../../protocol/consistency'
import type { Description } from '../../protocol/tally'

/** What a cell says of a figure: the number, that there is none, or that too few people stand behind it. */
export function numberSaid(say: Say, value: number | null | undefined, enough: boolean): string {
  const { scores: w } = words
  if (!enough) return say(w.tooFew)
  return value == null ? say(w.none) : say(w.number, { value })
}

/** A mean with its standard deviation behind it. */
export function spreadSaid(say: Say, of: Description | null | undefined): string {
  const { scores: w } = words
  if (!of) return say(w.tooFew)
  return of.mean === null || of.sd === null ? say(w.none) : say(w.spread, { value: of.mean, sd: of.sd })
}

/** α with its interval. */
export function alphaSaid(
  say: Say,
  { alpha, interval }: Pick<Consistency, 'alpha' | 'interval'>,
  enough: boolean,
): string {
  const { scores: w } = words
  if (alpha === null || !interval) return enough ? say(w.none) : say(w.tooFew)
  return say(w.interval, { value: alpha, ...interval })
}
