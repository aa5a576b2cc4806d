import { addDays, type Day, daysBetween } from '../../app/protocol/day'
import type { InclusionPeriod, Place } from '../../app/protocol/inclusion'
import type { StudyProtocol } from '../../app/protocol/study'

/** A location of a region, and whose it is. */
export type Location = Place & { readonly organisation: string }

/** Nine locations of three organisations in the five regions (protocol §2). */
export const LOCATIONS: readonly Location[] = [
  { region: 'Utrecht', location: 'Utrecht', organisation: 'RN' },
  { region: 'Utrecht', location: 'Amersfoort', organisation: 'SVG' },
  { region: 'Rotterdam', location: 'Rotterdam', organisation: 'RN' },
  { region: 'Rotterdam', location: 'Dordrecht', organisation: 'LJ&R' },
  { region: 'Midden- & Oost-Nederland', location: 'Arnhem', organisation: 'RN' },
  { region: 'Midden- & Oost-Nederland', location: 'Zwolle', organisation: 'SVG' },
  { region: 'Noord-Holland', location: 'Haarlem', organisation: 'RN' },
  { region: 'Noord-Holland', location: 'Alkmaar', organisation: 'LJ&R' },
  { region: 'Brabant', location: 'Eindhoven', organisation: 'SVG' },
]

/** Cases come in during the first third: a year of three, as published (protocol §2), so that two years of follow-up remain (§5). */
const TAKING_IN = 1 / 3

/**
 * When each region opens and all close: as published (protocol §2.1), drawn together to the first third of so many days.
 * Takes the days of the whole simulation.
 */
export function periodsWithin(
  { inclusionPeriods }: Pick<StudyProtocol, 'inclusionPeriods'>,
  days: number,
): readonly (InclusionPeriod & { readonly until: Day })[] {
  const first = firstDayOf({ inclusionPeriods })
  const last =
    inclusionPeriods
      .map(({ until }) => until ?? first)
      .sort()
      .at(-1) ?? first
  const taken = Math.max(1, Math.round(days * TAKING_IN))
  const scale = taken / (daysBetween(first, last) + 1)
  const until = addDays(first, taken - 1)
  return inclusionPeriods.map(({ region, from }) => ({
    region,
    from: addDays(first, Math.floor(daysBetween(first, from) * scale)),
    until,
  }))
}

/** The day on which the first region opened. Throws a RangeError for a study without such days. */
export function firstDayOf({ inclusionPeriods }: Pick<StudyProtocol, 'inclusionPeriods'>): Day {
  const [first] = inclusionPeriods.map(({ from }) => from).sort()
  if (!first) throw new RangeError('a study without regions cannot be simulated')
  return first
}
