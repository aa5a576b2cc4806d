import { writtenOf } from '../instruments/written'
import { itemCode } from '../scoring'
import type { Item, Perspective, ScaleDefinition } from '../study'
import type { Measured } from './rule'

/** So many times the same answer in a row makes one wonder (decided). */
const IN_A_ROW = 5

/** The codes of the items that some scale of this side, or the total, turns round (protocol §7.1). */
export function reversedItems(definition: ScaleDefinition, perspective: Perspective): ReadonlySet<string> {
  const scales = [...definition.scales[perspective], definition.total[perspective]]
  const reversed = scales.flatMap(({ items }) => items.filter((item) => item.reversed))
  return new Set(reversed.map(({ item }) => itemCode(item)))
}

/**
 * The first question of each run of five or more same answers to agreement items, in the order in which they were asked,
 * that holds reversed items and others: nobody can mean both. A question without a step, or of another kind, ends a run.
 */
export function sameAnswerRuns({
  battery,
  given,
  order,
  reversed,
}: Pick<Measured, 'battery' | 'given' | 'order' | 'reversed'>): string[] {
  const { byCode } = writtenOf(battery)
  const runs: string[][] = []
  let before: number | undefined
  for (const code of order) {
    const answer = stepOf(byCode.get(code), given[code])
    // what was not asked was not between the two either
    if (given[code] === 'not_asked') continue
    if (answer !== undefined && answer === before) runs.at(-1)?.push(code)
    else runs.push(answer === undefined ? [] : [code])
    before = answer
  }
  const mixed = (run: readonly string[]) =>
    run.some((code) => reversed.has(code)) && run.some((code) => !reversed.has(code))
  return runs.flatMap((run) => (run.length >= IN_A_ROW && mixed(run) && run[0] !== undefined ? [run[0]] : []))
}

const stepOf = (item: Item | undefined, answer: unknown): number | undefined =>
  item?.kind === 'agreement' && typeof answer === 'number' ? answer : undefined
