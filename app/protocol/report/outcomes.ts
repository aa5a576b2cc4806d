import type { OutcomeRule, Words } from '../study'
import type { CaseSeen, OutcomeSeen } from './case'
import type { SideScores } from './sides'
import { type TwoGroups, twoGroups } from './two-groups'

/** One outcome by one rule: how many each, and those with it (first) beside those without. */
export type OutcomeFound = {
  readonly outcome: string
  readonly variant: string
  readonly version: number
  readonly label: Words
  readonly counts: Readonly<Record<OutcomeSeen, number>>
  readonly scores: ReturnType<TwoGroups['scores']>
  readonly categories: ReturnType<TwoGroups['categories']>
}

/** One outcome while cases come in. */
type Outcome = {
  readonly add: (value: OutcomeSeen, one: CaseSeen, scores: SideScores) => void
  readonly found: () => OutcomeFound
}

export function outcome({ outcome: name, variant, version, label }: OutcomeRule, names: readonly string[]): Outcome {
  const groups = twoGroups(names)
  const counts: Record<OutcomeSeen, number> = { yes: 0, no: 0, missing: 0, not_yet_known: 0, not_linked: 0 }
  return {
    add: (value, { covariates }, scores) => {
      counts[value] += 1
      if (value === 'yes' || value === 'no') groups.add(value === 'yes' ? 0 : 1, { covariates, scores })
    },
    found: () => ({
      outcome: name,
      variant,
      version,
      label,
      counts: { ...counts },
      scores: groups.scores(),
      categories: groups.categories(),
    }),
  }
}
