import type { OutcomeValue } from '../study'
import { coarsened } from './coarsen'
import type { QuasiIdentifier, QuasiValue, QuasiValues, Steps } from './quasi-identifier'

/** Of each outcome, which known values somebody in the class has: bits of these two. */
export const SEEN = { yes: 1, no: 2 } as const
/** People who are alike in every quasi-identifier: how many, and what came of them by outcome. */
export type EquivalenceClass = { n: number; readonly seen: Uint8Array }

/**
 * Equivalence classes by a key with one character for each quasi-identifier: a hundred thousand of them fit in memory, and
 * a coarser key is made without looking at anybody again.
 */
export type Classes = {
  /** Takes one person in, as coarse as `steps` say. */
  readonly add: (values: QuasiValues, outcomes: Readonly<Record<string, OutcomeValue>>) => void
  readonly found: ReadonlyMap<string, EquivalenceClass>
  readonly valuesOf: (key: string) => Record<string, QuasiValue>
  /** How many people each class would have when each identifier is taken up to this rung. */
  readonly after: (steps: Steps) => Map<string, number>
  /** The same, when these are not told at all. */
  readonly without: (names: readonly string[]) => Map<string, number>
}

/** The greatest number of values that one character can tell apart. */
const MOST_VALUES = 0xffff

/** No classes yet. Throws a RangeError on a quasi-identifier of more values than a character can tell apart. */
export function noClasses(identifiers: readonly QuasiIdentifier[], outcomes: readonly string[], taken: Steps): Classes {
  const found = new Map<string, EquivalenceClass>()
  const books = identifiers.map(() => ({ ids: new Map<QuasiValue, number>(), values: [] as QuasiValue[] }))
  const letter = (at: number, value: QuasiValue): string => {
    const book = books[at] as (typeof books)[number]
    let id = book.ids.get(value)
    if (id === undefined) {
      id = book.values.push(value) - 1
      if (id > MOST_VALUES)
        throw new RangeError(`${identifiers[at]?.name} has too many values to be a quasi-identifier`)
      book.ids.set(value, id)
    }
    return String.fromCharCode(id)
  }
  const valueAt = (at: number, key: string) => books[at]?.values[key.charCodeAt(at)] ?? null
  const laidTogether = (change: (key: string) => string) => {
    const merged = new Map<string, number>()
    for (const [key, { n }] of found) {
      const coarse = change(key)
      merged.set(coarse, (merged.get(coarse) ?? 0) + n)
    }
    return merged
  }
  return {
    found,
    add: (values, came) => {
      let key = ''
      for (const [at, one] of identifiers.entries())
        key += letter(at, coarsened(one, taken[one.name] ?? 0, values[one.name] ?? null))
      let same = found.get(key)
      if (!same) {
        same = { n: 0, seen: new Uint8Array(outcomes.length) }
        found.set(key, same)
      }
      same.n += 1
      for (const [at, outcome] of outcomes.entries()) {
        const value = came[outcome]
        if (value === 'yes' || value === 'no') same.seen[at] = (same.seen[at] ?? 0) | SEEN[value]
      }
    },
    valuesOf: (key) => Object.fromEntries(identifiers.map(({ name }, at) => [name, valueAt(at, key)])),
    after: (steps) => {
      const letters = identifiers.map((one, at) => {
        const known = new Map<string, string>()
        return (key: string) => {
          const now = key[at] as string
          let then = known.get(now)
          if (then === undefined) {
            then = letter(at, coarsened(one, steps[one.name] ?? 0, valueAt(at, key)))
            known.set(now, then)
          }
          return then
        }
      })
      return laidTogether((key) => letters.reduce((coarse, at) => coarse + at(key), ''))
    },
    without: (names) => {
      const left = identifiers.flatMap(({ name }, at) => (names.includes(name) ? [] : [at]))
      return laidTogether((key) => left.reduce((coarse, at) => coarse + key[at], ''))
    },
  }
}
