import type { Day } from './day'
import { folded } from './extract/folded'

/** A file of follow-up that was taken in: who gave it, up to which day it knows the register, and the day on which it came. */
export type RegisterFile = { readonly source: string; readonly knownTo: Day; readonly on: Day }

/** Files by the source that gave them, however its name is written; in the order in which they are given. */
export function bySource<File extends Pick<RegisterFile, 'source'>>(files: readonly File[]): File[][] {
  const all = new Map<string, File[]>()
  for (const file of files) {
    const name = folded(file.source)
    all.set(name, [...(all.get(name) ?? []), file])
  }
  return [...all.values()]
}

/** How far a source knows the register: as far as the furthest of its files; undefined without any. */
export const sourceKnows = (files: readonly Pick<RegisterFile, 'knownTo'>[]): Day | undefined =>
  files
    .map(({ knownTo }) => knownTo)
    .sort()
    .at(-1)

/**
 * The day up to which the register is known, by which outcomes, releases and the planner all go (protocol §5, decided): of
 * several sources the one counts that knows least far, for "no event" has to be true of all of them. Undefined without any.
 */
export const leastKnown = (sources: readonly Day[]): Day | undefined => sources.toSorted()[0]

/**
 * The day since which files know the register to a day; undefined while they do not. A source that comes in later and lags
 * takes it back until it has caught up.
 */
export function knownSince(files: readonly RegisterFile[], to: Day): Day | undefined {
  const days = [...new Set(files.map(({ on }) => on))].sort()
  const isKnownOn = (day: Day) => {
    const sources = bySource(files.filter(({ on }) => on <= day))
    const least = leastKnown(sources.flatMap((theirs) => sourceKnows(theirs) ?? []))
    return least !== undefined && least >= to
  }
  return days[days.findLastIndex((day) => !isKnownOn(day)) + 1]
}
