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
  const measurements = new Map(one.measurements.map((each) => [`${each.wave} ${each.perspective}`, each]))
  const measured: Seen['measured'] = (wave, who) => measurements.get(`${wave} ${who}`)
  const counted = new Map<string, Scores>()
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
      const key = `${definition.name} ${wave} ${who}`
      const known = counted.get(key)
      if (known) return known
      const found = measured(wave, who)
      const scores = found ? rounded(score(definition, who, found.answers), 6) : NONE
      counted.set(key, scores)
      return scores
    },
    written: (on) => (!on ? null : chosen.dates === 'calendar' ? on : sinceInclusion(on)),
  }
}
