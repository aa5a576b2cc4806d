import type { Classes } from './classes'
import { type QuasiIdentifier, type Steps, stepsIn } from './quasi-identifier'

/** Steps that make people more alike: what they cost, and how many would still stand in a class of fewer than k. */
export type Suggestion = {
  readonly steps: Steps
  readonly cost: number
  readonly classes: number
  readonly smallest: number | null
  readonly rowsBelow: number
}

/**
 * The cheapest steps that bring every class to k, found greedily: again and again the rung that makes the most people
 * safe for what it costs; then every rung that turned out not to be needed is taken back, the dearest first. It need not be
 * the cheapest set of all, but no single rung of it can be spared. `taken` is where the ladders are climbed from.
 */
export function suggest(
  identifiers: readonly QuasiIdentifier[],
  classes: Classes,
  { k, taken }: { readonly k: number; readonly taken: Steps },
): Suggestion {
  const at = (steps: Steps) => ({ steps, ...counted(classes.after(steps), k) })
  const climb = (steps: Steps, name: string, by: 1 | -1): Steps =>
    stepsIn(identifiers, { ...steps, [name]: (steps[name] ?? 0) + by })
  const costAt = ({ ladder, name }: QuasiIdentifier, steps: Steps) => ladder[steps[name] ?? 0]?.cost ?? null
  let now = at(taken)
  while (now.rowsBelow > 0) {
    const open = identifiers.flatMap((one) => {
      const cost = costAt(one, now.steps)
      return cost === null ? [] : [{ cost, ...at(climb(now.steps, one.name, 1)) }]
    })
    const { rowsBelow, classes: many } = now
    // nobody may become safe by one rung alone: then the one that lays the most classes together
    const gain = (one: (typeof open)[number]) => [
      (rowsBelow - one.rowsBelow) / one.cost,
      (many - one.classes) / one.cost,
      -one.cost,
    ]
    const best = first(open, (a, b) => compared(gain(b), gain(a)))
    if (!best) break
    now = best
  }
  const reached = now.rowsBelow
  for (;;) {
    const spared = identifiers
      .filter(({ name }) => (now.steps[name] ?? 0) > (taken[name] ?? 0))
      // what follows from another stays left out as long as that one is
      .filter(({ name }) => climb(now.steps, name, -1)[name] !== now.steps[name])
      .map((one) => {
        const steps = climb(now.steps, one.name, -1)
        return { cost: costAt(one, steps) ?? 0, ...at(steps) }
      })
      .filter((one) => one.rowsBelow <= reached)
    const dearest = first(spared, (a, b) => b.cost - a.cost)
    if (!dearest) break
    now = dearest
  }
  const steps = Object.fromEntries(Object.entries(now.steps).filter(([, rungs]) => rungs > 0))
  return { ...now, steps, cost: costOf(identifiers, steps, taken) }
}

/** How many classes there are, how many people the smallest has, and how many stand in one of fewer than k. */
function counted(sizes: ReadonlyMap<string, number>, k: number) {
  let smallest: number | null = null
  let rowsBelow = 0
  for (const n of sizes.values()) {
    if (smallest === null || n < smallest) smallest = n
    if (n < k) rowsBelow += n
  }
  return { classes: sizes.size, smallest, rowsBelow }
}

function costOf(identifiers: readonly QuasiIdentifier[], steps: Steps, taken: Steps): number {
  return identifiers
    .flatMap(({ name, ladder }) => ladder.slice(taken[name] ?? 0, steps[name] ?? 0))
    .reduce((sum, { cost }) => sum + cost, 0)
}

/** The first by an order; of equals the one that stands first, so that the same people give the same steps. */
const first = <T>(all: readonly T[], order: (a: T, b: T) => number): T | undefined => [...all].sort(order)[0]

const compared = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0
