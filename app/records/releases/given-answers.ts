import type { ReleasedMeasurement, Unanswered } from '../../protocol/released'

type Answered = Pick<ReleasedMeasurement, 'answers' | 'unanswered'>

/** A list of items, and answers to them of which none is given yet. */
type Blank = { readonly items: readonly string[]; readonly answers: Readonly<Record<string, undefined>> }

/** Lists of items that are remembered: a study has a few batteries, and of each not many ways in which it was cut short. */
const REMEMBERED = 200
const NO_REASON: Answered['unanswered'] = {}
const NOTHING: Answered = { answers: {}, unanswered: NO_REASON }
const SPACE = 32
const MINUS = 45
const ZERO = 48
const NINE = 57

/**
 * Reads the answers of one measurement after another from two texts of as many words: which items, and what was given to each,
 * which is a whole number, why there is none, or nothing. Null is no item at all.
 */
export function answersReader(): (items: string | null, given: string | null) => Answered {
  const blanks = new Map<string, Blank>()
  const blankOf = (items: string): Blank => {
    const known = blanks.get(items)
    if (known) return known
    if (blanks.size === REMEMBERED) blanks.clear()
    const blank = blankFor(items.split(' '))
    blanks.set(items, blank)
    return blank
  }
  return (items, given) => (items === null || given === null ? NOTHING : filled(blankOf(items), given))
}

/**
 * The engine gives an object that it reads from JSON a fixed layout, and copies of it share that; one that is filled key by
 * key becomes a table of hashes after a dozen: reading answers into these took a fourth of the time in a profile. An item without an answer
 * is there as undefined, which reads like one that is not there.
 */
function blankFor(items: readonly string[]): Blank {
  const answers = JSON.parse(JSON.stringify(Object.fromEntries(items.map((item) => [item, 0]))))
  for (const item of items) answers[item] = undefined
  return { items, answers }
}

/** Goes through the words sign by sign: cut into texts first, they would be a garbage of millions. */
function filled({ items, answers: blank }: Blank, given: string): Answered {
  const answers: Record<string, number> = { ...blank } as Record<string, never>
  let unanswered: Record<string, Unanswered> | undefined
  let at = 0
  for (const item of items) {
    const isLess = given.charCodeAt(at) === MINUS
    let place = isLess ? at + 1 : at
    let number = 0
    let sign = given.charCodeAt(place)
    for (; sign >= ZERO && sign <= NINE; sign = given.charCodeAt(++place)) number = number * 10 + sign - ZERO
    if (place < given.length && sign !== SPACE) {
      const end = given.indexOf(' ', place)
      place = end === -1 ? given.length : end
      unanswered ??= {}
      unanswered[item] = given.slice(at, place) as Unanswered
    } else if (place > at) answers[item] = isLess ? -number : number
    at = place + 1
  }
  return { answers, unanswered: unanswered ?? NO_REASON }
}
