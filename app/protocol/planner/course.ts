import type { Day } from '../day'
import type { RegisterFile } from '../register-known'

/** The dated facts of one case, from which all its work follows. Nothing here names or numbers anybody. */
export type Course = {
  readonly registrationId: string
  /** The day on which supervision started, as the register has it. */
  readonly startedOn: Day | null
  /** The client takes part in nothing more since this day (§6). */
  readonly withdrawnOn: Day | null
  /** The question to the supervisor that stands (§2, step 2). */
  readonly inquiry: { readonly sentOn: Day; readonly repliedOn: Day | null } | null
  /** Steps at which the case left, waves among them; it came back on `returnedOn`. */
  readonly departures: readonly { readonly step: string; readonly leftOn: Day; readonly returnedOn: Day | null }[]
  /** Days on which it was judged whether the client can be approached, and on which that stood no more (§2, step 4). */
  readonly judgements: readonly { readonly on: Day; readonly replacedOn: Day | null }[]
  readonly pair: CoursePair | null
  /** Contacts so far as they were told, in that order; with the day of the next talk, if it was said. */
  readonly contacts: readonly {
    readonly reportedOn: Day
    readonly contacts: number
    readonly nextContactOn: Day | null
  }[]
  /** By the name of the wave; a wave at which nothing happened may be missing. */
  readonly waves: Readonly<Record<string, CourseWave>>
  /** Days on which the register told that supervision ended. */
  readonly endedOn: readonly Day[]
  /** Files of the register that were taken in; those too whose events were erased since: what was followed stays so. */
  readonly registerKnown: readonly RegisterFile[]
  /** The day on which whoever is asked declined, for this client or altogether (§6). */
  readonly declinedOn: Day | null
  /** Since when mail to whoever is asked comes back; null when the last one went out. */
  readonly undelivered: { readonly on: Day } | null
}

/** The pair of client and supervisor (§2.2). */
type CoursePair = {
  /** The day on which the first pair of the case was bound. */
  readonly boundOn: Day
  /** The day on which the one of now was: another one when another supervisor took over. */
  readonly sinceOn: Day
  readonly unboundOn: Day | null
  /** The day planned for the talk after which the first interview is held. */
  readonly plannedOn: Day | null
}

/** What happened at one wave (§3, §4). */
export type CourseWave = {
  readonly client: {
    readonly openedOn: Day
    readonly completedOn: Day | null
    readonly brokenOffOn: Day | null
  } | null
  readonly supervisor: {
    readonly openedOn: Day
    readonly completedOn: Day | null
    readonly closedOn: Day | null
  } | null
  /** The day planned within the window. */
  readonly appointmentOn: Day | null
  /** Days on which a talk that was planned did not happen, or was taken back; in their order. */
  readonly fellThrough: readonly Day[]
  /** Whether the client may be asked for this wave (§6); a wave without window needs no asking. */
  readonly consent: boolean
  /** The day on which that was taken back; null when it was not, or never given. */
  readonly takenBackOn: Day | null
}
