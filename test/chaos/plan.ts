/** How large a run is. */
export type Plan = {
  readonly backend: 'postgres' | 'redis'
  /** Where redis-server lies. */
  readonly redis: string | null
  readonly seed: number
  readonly clients: number
  /** Workers killed while mail goes out, besides those that a jump of the clock ends. */
  readonly kills: number
  /** Restarts of the database, every other one as if it had crashed. */
  readonly restarts: number
  /** Times that Redis is emptied. */
  readonly flushes: number
  /** Things that happen to clients and supervisors meanwhile. */
  readonly acts: number
  /** From which instants the workers' clock runs on, one after the other. */
  readonly instants: readonly string[]
  readonly say?: (line: string) => void
}

/** The clocks of 2027 go forward on Sunday 28 March at 01:00Z; the last stretch is that day only by winter time. */
export const OVER_THE_CHANGE = [
  '2027-03-27T08:00:00Z',
  '2027-03-27T22:40:00Z',
  '2027-03-28T00:59:50Z',
  '2027-03-28T12:00:00Z',
  '2027-03-28T22:05:00Z',
] as const
