/** Hours within which a breach is reported to the authority, counted from its discovery (GDPR art. 33.1). */
const HOURS_TO_REPORT = 72
const HOUR_MS = 3_600_000

/** What kind of material a breach is about; more than one may be. */
export const BREACHED = ['names', 'contact', 'offences', 'answers', 'consent', 'accounts', 'other'] as const
export type Breached = (typeof BREACHED)[number]

/** What was done about reporting: nothing yet, reported, or looked at and not needed. */
export const REPORTING = ['open', 'reported', 'not_needed'] as const
export type Reporting = (typeof REPORTING)[number]
/** Whether the people whom it is about were told (GDPR art. 34). */
export const TELLING = ['not_yet', 'told', 'not_needed'] as const
export type Telling = (typeof TELLING)[number]

/** What is known of a breach (GDPR art. 33.5). Moments are instants in ISO form; people is about how many. */
export type BreachFacts = {
  readonly happened: string
  readonly discoveredAt: string
  readonly material: readonly Breached[]
  readonly people: number
  readonly consequences: string
  readonly measures: string
  readonly reporting: Reporting
  readonly reportedAt: string | null
  /** Why it was reported later than the law allows (art. 33.1), or why not at all. */
  readonly reason: string
  readonly telling: Telling
  readonly closedAt: string | null
}

/** The clock of a breach: when its time is up, and how it stands. `leftMs` is negative once the time is over. */
export type BreachClock = {
  readonly deadline: string
  readonly state: 'running' | 'over' | 'in_time' | 'late' | 'not_needed'
  readonly leftMs: number
}

const deadlineOf = (discoveredAt: string) => new Date(discoveredAt).getTime() + HOURS_TO_REPORT * HOUR_MS

/** Whether a report came later than the law allows. */
export const isLate = ({ discoveredAt, reportedAt }: Pick<BreachFacts, 'discoveredAt' | 'reportedAt'>): boolean =>
  reportedAt !== null && new Date(reportedAt).getTime() > deadlineOf(discoveredAt)

/**
 * How long there is left to report: 72 hours from the discovery, as hours pass and not as a wall shows them, so that
 * the change to summer or winter time gives and takes nothing. It stops at the report.
 */
export function breachClock(
  { discoveredAt, reporting, reportedAt }: Pick<BreachFacts, 'discoveredAt' | 'reporting' | 'reportedAt'>,
  at: Date,
): BreachClock {
  const deadline = deadlineOf(discoveredAt)
  const leftMs = deadline - (reportedAt === null ? at : new Date(reportedAt)).getTime()
  const waiting = leftMs >= 0 ? 'running' : 'over'
  const reported = leftMs >= 0 ? 'in_time' : 'late'
  const state = reporting === 'open' ? waiting : reporting === 'reported' ? reported : 'not_needed'
  return { deadline: new Date(deadline).toISOString(), state, leftMs }
}
