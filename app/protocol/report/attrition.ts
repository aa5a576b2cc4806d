import type { Wave } from '../study'
import type { CaseSeen } from './case'
import type { SideScores } from './sides'
import { type TwoGroups, twoGroups } from './two-groups'

/** Who came from one wave to a later one: held there, lost by reason, or neither yet. */
export type AttritionFound = {
  readonly wave: string
  readonly from: string
  readonly stayed: number
  readonly lost: number
  readonly waiting: number
  /** Every reason that the study lists, then others that occurred. */
  readonly reasons: Readonly<Record<string, number>>
  /** Those who stayed (first) beside those who were lost. */
  readonly scores: ReturnType<TwoGroups['scores']>
  readonly categories: ReturnType<TwoGroups['categories']>
}

/** Losses to one wave while they come in. */
type Attrition = { readonly add: (one: CaseSeen, scores: SideScores) => void; readonly found: () => AttritionFound }

export function attrition(wave: Wave, from: string, names: readonly string[]): Attrition {
  const groups = twoGroups(names)
  const reasons = new Map<string, number>(wave.losses.map((reason) => [reason, 0]))
  const counts = { stayed: 0, lost: 0, waiting: 0 }
  return {
    add: ({ held, lost, covariates }, scores) => {
      if (!held.includes(from)) return
      const reason = lost[wave.name]
      // who was held stays held, whatever came after it
      const state = held.includes(wave.name) ? 'stayed' : reason === undefined ? 'waiting' : 'lost'
      counts[state] += 1
      if (state === 'lost' && reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
      if (state !== 'waiting') groups.add(state === 'stayed' ? 0 : 1, { covariates, scores })
    },
    found: () => ({
      wave: wave.name,
      from,
      ...counts,
      reasons: Object.fromEntries(reasons),
      scores: groups.scores(),
      categories: groups.categories(),
    }),
  }
}
