import type { CaseSeen } from './case'
import type { SideScores } from './sides'
import { type TwoGroups, twoGroups } from './two-groups'

/** Those who came from one wave to a later one (first) beside those who were lost to it. How many each, says the flow. */
export type AttritionFound = {
  readonly wave: string
  readonly from: string
  readonly scores: ReturnType<TwoGroups['scores']>
  readonly categories: ReturnType<TwoGroups['categories']>
}

/** Losses to one wave while they come in. */
type Attrition = { readonly add: (one: CaseSeen, scores: SideScores) => void; readonly found: () => AttritionFound }

export function attrition(wave: string, from: string, names: readonly string[]): Attrition {
  const groups = twoGroups(names)
  return {
    add: ({ held, lost, covariates }, scores) => {
      if (!held.includes(from)) return
      // who was held stays held, whatever came after it; who is neither is still to come
      if (held.includes(wave)) groups.add(0, { covariates, scores })
      else if (lost[wave] !== undefined) groups.add(1, { covariates, scores })
    },
    found: () => ({ wave, from, scores: groups.scores(), categories: groups.categories() }),
  }
}
