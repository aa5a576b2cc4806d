/** The states of a job that anybody can do something about. */
export const JOB_STATES = ['waiting', 'active', 'delayed', 'failed'] as const
type JobState = (typeof JOB_STATES)[number]

/** The queue as whoever runs the study sees it: numbers, and ids of jobs; a job carries ids of the machine at most. */
export type QueueSight = {
  readonly counts: Readonly<Record<JobState, number>>
  /** The newest first; `reason` without values, as the log would say it. */
  readonly failed: readonly {
    readonly id: string
    readonly name: string
    readonly failedAt: Date | null
    readonly reason: string
  }[]
  readonly active: readonly { readonly id: string; readonly name: string; readonly since: Date | null }[]
  /** What recurs, and when it comes next; null when it lost its turn and waits to be put back. */
  readonly timetable: readonly { readonly name: string; readonly next: Date | null }[]
}

/** The queue for a page that looks at it. Each throws while the queue cannot be reached. */
export type QueueDesk = {
  /** Answers as soon as the queue does. */
  readonly reached: () => Promise<unknown>
  readonly sight: () => Promise<QueueSight>
  /** Lets a failed job run again; false when there is no failed job with that id. */
  readonly retry: (id: string) => Promise<boolean>
  /** Takes out what waits and gives how many; what is to be done stands in the database and comes back from there. */
  readonly drain: () => Promise<number>
}
