import { type Answered, askedItems } from './instruments/asked'
import { isMissing } from './instruments/instrument'
import { describe } from './statistics'
import type { Instrument } from './study'

/** What one interview says of how it was held. Null: not kept, or nothing to tell it from. */
export type Interviewed = {
  readonly minutes: number | null
  /** Of the questions that were asked, the share without a value (see `shareMissing`). */
  readonly missing: number | null
  readonly straightLined: boolean | null
}

/** How an interviewer's interviews went (protocol §3). Each figure is over the interviews that it is known of, null without any. */
export type Quality = {
  readonly interviews: number
  readonly minutes: number | null
  readonly missing: number | null
  readonly straightLined: number | null
}

/** The share of the questions asked that were left open, passed over or answered with "I don't know"; null when nothing was asked. */
export function shareMissing(battery: readonly Instrument[], given: Answered): number | null {
  const asked = askedItems(battery, given)
  if (asked.length === 0) return null
  const without = asked.filter((item) => {
    const answer = given[item.code]
    return typeof answer !== 'number' || isMissing(item, answer)
  })
  return without.length / asked.length
}

const known = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null)

/** The medians of duration and of missing answers, and the share of interviews with the same answer in a row. */
export function qualityOf(interviews: readonly Interviewed[]): Quality {
  const flags = known(interviews.map(({ straightLined }) => straightLined))
  return {
    interviews: interviews.length,
    minutes: describe(known(interviews.map(({ minutes }) => minutes))).median,
    missing: describe(known(interviews.map(({ missing }) => missing))).median,
    straightLined: flags.length === 0 ? null : flags.filter(Boolean).length / flags.length,
  }
}
