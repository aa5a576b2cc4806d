import type { Answered } from '../../protocol/instruments/asked'
import { type Given, NOT_ASKED } from '../../protocol/study'

/** What an entry says by item; null takes away what was there. */
export type Changed = Readonly<Record<string, Answered[string] | null>>

/** What differs when these answers take the place of those: only that is written down. */
export function changesOf(stood: Answered, now: Answered): Changed {
  const changed: Record<string, Answered[string] | null> = {}
  for (const [item, answer] of Object.entries(now)) if (stood[item] !== answer) changed[item] = answer
  for (const item of Object.keys(stood)) if (now[item] === undefined) changed[item] = null
  return changed
}

/** The answers that entries come to, taken in one after the other. */
export function cameTo(entries: readonly Changed[]): Answered {
  const stood = new Map<string, Answered[string]>()
  for (const [item, answer] of entries.flatMap((entry) => Object.entries(entry)))
    if (answer === null) stood.delete(item)
    else stood.set(item, answer)
  return Object.fromEntries(stood)
}

/** What was said, without what was not asked: that follows from the rest. */
export const givenOf = (answers: Answered): Given =>
  Object.fromEntries(Object.entries(answers).filter((one): one is [string, Given[string]] => one[1] !== NOT_ASKED))

/** The items of which two sets of answers say something else; not asked and left open are the same here. */
export const differing = (one: Answered, other: Answered): string[] =>
  Object.keys(changesOf(givenOf(one), givenOf(other)))

/** The same as three columns of one length: item, value, why there is none. */
export function columnsOf(changed: Changed) {
  const answers = Object.values(changed)
  return {
    items: Object.keys(changed),
    values: answers.map((answer) => (typeof answer === 'number' ? answer : null)),
    missing: answers.map((answer) => (typeof answer === 'string' ? answer : null)),
  }
}
