import { type Day, daysBetween } from '../../protocol/day'
import type { ReleaseChoice } from '../../protocol/release-spec'
import { outcomeFactsOf, type ReleasedMeasurement } from '../../protocol/released'
import { rounded } from '../../protocol/rounding'
import { type Scores, score } from '../../protocol/scoring'
import type { OutcomeFacts, Perspective, ScaleDefinition, StudyProtocol } from '../../protocol/study'
import type { Value } from '../table/table'
import type { Asked, Subject } from './shape'

/** What the tables of a release are made for: a study, what was asked in it, and what of it was chosen. */
export type Making = { readonly study: StudyProtocol; readonly asked: Asked; readonly chosen: ReleaseChoice }

/** A subject as the columns look at it. */
export type Seen = Subject & {
  readonly facts: OutcomeFacts
  readonly measured: (wave: string, who: Perspective) => ReleasedMeasurement | undefined
  /** Scores with six decimals; none without a measurement. */
  readonly scores: (definition: ScaleDefinition, wave: string, who: Perspective) => Scores
  /** A day as the release writes it: days since inclusion, or the date. */
  readonly written: (on: Day | null | undefined) => Value
}

/** Whatever has a row: whose it is, and the day as of which its covariates are told. */
export type Placed = { readonly seen: Seen; readonly asOf: Day }

const NONE: Scores = {}

/** Looks at a subject: what takes counting is counted once. */
export function seenBy({ study, chosen }: Making, subject: Subject): Seen {
  const { one, followedTo } = subject
  // a release asks for millions of cells: nothing is put together to look one up
  const measurements = { client: new Map<string, ReleasedMeasurement>(), supervisor: new Map() }
  for (const each of one.measurements) measurements[each.perspective].set(each.wave, each)
  const measured: Seen['measured'] = (wave, who) => measurements[who].get(wave)
  const counted = new Map<ScaleDefinition, Map<ReleasedMeasurement, Scores>>()
  const days = new Map<Day, number>()
  const sinceInclusion = (on: Day) => {
    const known = days.get(on)
    if (known !== undefined) return known
    const since = daysBetween(one.includedOn, on)
    days.set(on, since)
    return since
  }
  return {
    ...subject,
    facts: outcomeFactsOf(study, one, followedTo),
    measured,
    scores: (definition, wave, who) => {
      const found = measured(wave, who)
      if (!found) return NONE
      const known = counted.get(definition)?.get(found)
      if (known) return known
      const scores = rounded(score(definition, who, found.answers), 6)
      const others = counted.get(definition) ?? new Map<ReleasedMeasurement, Scores>()
      counted.set(definition, others.set(found, scores))
      return scores
    },
    written: (on) => (!on ? null : chosen.dates === 'calendar' ? on : sinceInclusion(on)),
  }
}
