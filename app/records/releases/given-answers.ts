import type { ReleasedMeasurement, Unanswered } from '../../protocol/released'

type Answered = Pick<ReleasedMeasurement, 'answers' | 'unanswered'>

/** Lists of items that are remembered: a study has a few batteries, and of each not many ways in which it was cut short. */
const REMEMBERED = 200

/**
 * Reads the answers of one measurement after another from two texts of as many words: which items, and what was given to each,
 * which is a number, why there is none, or nothing. Null is no item at all.
 */
export function answersReader(): (items: string | null, given: string | null) => Answered {
  const lists = new Map<string, readonly string[]>()
  // the same texts for the same items: as keys they are looked up once, not once an answer
  const listOf = (items: string) => {
    const known = lists.get(items)
    if (known) return known
    if (lists.size === REMEMBERED) lists.clear()
    const list = items.split(' ')
    lists.set(items, list)
    return list
  }
  return (items, given) => {
    const answers: Record<string, number> = {}
    const unanswered: Record<string, Unanswered> = {}
    if (items === null || given === null) return { answers, unanswered }
    const list = listOf(items)
    const values = given.split(' ')
    for (let place = 0; place < list.length; place += 1) {
      const [item, value] = [list[place] as string, values[place] as string]
      if (value === '') continue
      const code = Number(value)
      if (Number.isNaN(code)) unanswered[item] = value as Unanswered
      else answers[item] = code
    }
    return { answers, unanswered }
  }
}
