import { readFileSync } from 'node:fs'
import type { Day } from '../../app/protocol/day'
import type { WorkQueue } from '../../jobs/queues'
import type { Accepted, Begun } from './accepted'
import type { Act } from './acts'
import type { Player, Stage } from './cast'
import type { Life } from './crew'

/** A stretch of the run with a clock of its own; times in milliseconds since 1970. */
export type Stretch = { readonly day: Day; readonly beganAt: number; readonly endedAt: number }

/** All that is known of a run when it is over, from those who were there: the ledger itself is asked by the invariants. */
export type Evidence = {
  readonly stage: Stage
  readonly queue: WorkQueue
  readonly players: readonly Player[]
  readonly acts: readonly Act[]
  readonly lives: readonly Life[]
  readonly stretches: readonly Stretch[]
  readonly accepted: readonly Accepted[]
  readonly begun: readonly Begun[]
}

/** What must hold and does not: how often, and a few of them. */
export type Broken = { readonly invariant: string; readonly count: number; readonly some: readonly unknown[] }

/** Says that what is in the list should not be; nothing when it is empty. */
export const broken = (invariant: string, wrong: readonly unknown[]): Broken[] =>
  wrong.length === 0 ? [] : [{ invariant, count: wrong.length, some: wrong.slice(0, 5) }]

/** Parts a list by a key, in its order. */
export function grouped<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** What a file holds, a value a line; a last line that nobody finished is left out. */
export const linesIn = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as T)
