import { lnGamma } from '../gamma'
import type { Description } from '../tally'
import { type Effect, Z95 } from './effect'

/**
 * Hedges' g: how many pooled standard deviations the first group's mean lies above the second's, without the bias of small
 * groups (exact correction), with the 95 % interval of its large-sample variance (Hedges & Olkin, 1985; the default of R's
 * metafor). Null when a group has no spread of its own to speak of.
 */
export function hedgesG(one: Description, other: Description): Effect | null {
  if (one.mean === null || other.mean === null || one.sd === null || other.sd === null) return null
  const df = one.n + other.n - 2
  const pooled = Math.sqrt(((one.n - 1) * one.sd ** 2 + (other.n - 1) * other.sd ** 2) / df)
  if (!(pooled > 0)) return null
  const value = (correction(df) * (one.mean - other.mean)) / pooled
  const error = Math.sqrt(1 / one.n + 1 / other.n + value ** 2 / (2 * (one.n + other.n)))
  return { value, interval: { lower: value - Z95 * error, upper: value + Z95 * error } }
}

/** Γ(df / 2) / (√(df / 2) · Γ((df − 1) / 2)): a little below 1. */
const correction = (df: number) => Math.exp(lnGamma(df / 2) - lnGamma((df - 1) / 2)) / Math.sqrt(df / 2)
