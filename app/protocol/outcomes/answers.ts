import type { Day } from '../day'
import { LAPSE_CODES, type LapseItem } from '../instruments/lapses'
import type { OutcomeFacts, OutcomeResult } from '../study'
import { answered, missing } from './result'

/** What the supervisor knows of some lapse questions: items with their codes; don't know and no answer are left out. */
function known(facts: OutcomeFacts, items: readonly LapseItem[]): { item: LapseItem; times: number }[] {
  return items.flatMap((item) => {
    const times = facts.lapses?.answers[item]
    return times === undefined || times === LAPSE_CODES.dont_know ? [] : [{ item, times }]
  })
}

/** Yes when the known answers, once = 1 and several times = 2, come to `threshold`; missing when nothing is known (protocol §5). */
export function sumOfLapses(facts: OutcomeFacts, items: readonly LapseItem[], threshold: number): OutcomeResult {
  const answers = known(facts, items)
  const on: Day | undefined = facts.lapses?.on
  if (on === undefined || answers.length === 0) return missing(...items)
  const sum = answers.reduce((total, { times }) => total + times, 0)
  const counted = answers.filter(({ times }) => times > 0).map(({ item }) => item)
  return answered(facts, on, sum >= threshold, counted)
}
