import type { ReleasedMeasurement, Unanswered } from '../../protocol/released'

type Answered = Pick<ReleasedMeasurement, 'answers' | 'unanswered'>

/**
 * The answers of a measurement from two texts of as many words: which items, and what was given to each, which is a number, why
 * there is none, or nothing. Null is no item at all.
 */
export function givenAnswers(items: string | null, given: string | null): Answered {
  const answers: Record<string, number> = {}
  const unanswered: Record<string, Unanswered> = {}
  if (items !== null && given !== null) {
    const values = given.split(' ')
    for (const [place, item] of items.split(' ').entries()) {
      const value = values[place] as string
      const code = Number(value)
      if (value === '') continue
      if (Number.isNaN(code)) unanswered[item] = value as Unanswered
      else answers[item] = code
    }
  }
  return { answers, unanswered }
}
