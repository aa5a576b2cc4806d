import type { OpenBreach } from './record'

/** Those that have to be reported still: how many, and how long there is for the first. Null when there are none. */
export function mostUrgent(open: readonly OpenBreach[]): { n: number; ms: number; deadline: string } | null {
  const waiting = open.filter(({ clock }) => clock.state === 'running' || clock.state === 'over')
  const [first] = waiting
  return first ? { n: waiting.length, ms: first.clock.leftMs, deadline: first.clock.deadline } : null
}
