import { scopesLacking } from './consent'
import type { Day } from './day'
import type { NO_ANSWER, NOT_ASKED, OutcomeFacts, OutcomeRule, Perspective, RegisterFact, StudyProtocol } from './study'

/** One side at one wave. */
export type Place = { readonly wave: string; readonly who: Perspective }

/** Why there is no answer to a question; one that was left open has no reason. */
export type Unanswered = typeof NOT_ASKED | typeof NO_ANSWER

/** One completed measurement of a case that is released. */
export type ReleasedMeasurement = {
  readonly wave: string
  readonly perspective: Perspective
  /** Which versions were asked, each as name@version. */
  readonly battery: readonly string[]
  readonly on: Day
  readonly openedOn: Day
  /** Whether it was given in the pair of the first wave: another supervisor is another pair (protocol §2.2). */
  readonly samePair: boolean | null
  /** The supervisor of the pair in which it was given; the code of who held the interview; the language it was given in. */
  readonly supervisorId: string
  readonly interviewer: string | null
  readonly language: string | null
  readonly contacts: number | null
  readonly minutes: number | null
  readonly unreliable: boolean
  readonly answers: Readonly<Record<string, number>>
  /** Why the others have none: apart from the answers, so that nothing that computes can take a reason for a number. */
  readonly unanswered: Readonly<Record<string, Unanswered>>
}

/** What the register told of a supervision besides (`covariateFields`), as of a day. */
export type ReleasedCovariate = { readonly name: string; readonly value: string; readonly asOf: Day }

/** A case as the records hand it to a release: the dyad, register covariates, measurements, dated events, permissions. */
export type ReleasedCase = {
  /** The pair, and its supervisor, in which the first wave was held. */
  readonly dyadId: string
  readonly supervisorId: string
  readonly registrationId: string
  readonly clientId: string
  readonly location: string
  readonly region: string
  readonly organisation: string
  readonly startedOn: Day
  /** The day of inclusion, day 0 of a release: on it the client's first interview began. */
  readonly includedOn: Day
  readonly supervisionLevel: number | null
  readonly riskCategory: string | null
  readonly gender: string | null
  readonly birthYear: number | null
  readonly granted: Readonly<Record<string, boolean>>
  /** The day on which the client withdrew and let stay what was collected until then. */
  readonly withdrawnOn?: Day | null
  readonly measurements: readonly ReleasedMeasurement[]
  readonly events: readonly RegisterFact[]
  /** All that was ever told, earliest first. */
  readonly covariates: readonly ReleasedCovariate[]
}

/** A case of which something may be released, whether what the register says may (see `outcomeTold`), and on which days the client's interviews were held. */
export type ReleasableCase = ReleasedCase & {
  readonly linked: boolean
  readonly heldOn: Readonly<Record<string, Day>>
}

/**
 * What of a case may be released (protocol §6): null when the client did not say yes to it; without the events when
 * register linkage was not granted. A supervisor's answers go only where the client's of the same wave go; an
 * interview marked unreliable is left out of analysis (protocol §3).
 */
export function releasable(study: StudyProtocol, one: ReleasedCase): ReleasableCase | null {
  if (scopesLacking(study, one.granted, 'release').length > 0) return null
  const linked = scopesLacking(study, one.granted, 'release_outcomes').length === 0
  const clients = one.measurements.filter(({ perspective }) => perspective === 'client')
  const held = new Set(clients.filter(({ unreliable }) => !unreliable).map(({ wave }) => wave))
  const measurements = one.measurements.filter((m) => held.has(m.wave))
  // an unreliable interview was held all the same: what came after it came after it
  const heldOn = Object.fromEntries(clients.map(({ wave, openedOn }) => [wave, openedOn]))
  return { ...one, measurements, events: linked ? one.events : [], linked, heldOn }
}

/**
 * Whether an outcome of a case may be told (protocol §6): what the register says of whom its linkage was granted; what follows from
 * answers of who is released at all, since linkage is about the register and the answers themselves are released (decided).
 */
export const outcomeTold = ({ linked }: Pick<ReleasableCase, 'linked'>, { from }: Pick<OutcomeRule, 'from'>): boolean =>
  linked || from === 'answers'

/** The facts that outcome rules look at, of a case as it is released: nobody is followed beyond a withdrawal (protocol §6). */
export function outcomeFactsOf(study: StudyProtocol, one: ReleasableCase, known: Day): OutcomeFacts {
  const followedTo = one.withdrawnOn && one.withdrawnOn < known ? one.withdrawnOn : known
  const last = study.waves.at(-1)?.name
  const lapses = one.measurements.find(({ wave, perspective }) => wave === last && perspective === 'supervisor')
  return {
    startedOn: one.startedOn,
    // what is known happened, also after the day up to which everything is: only a silence says nothing from then on
    events: one.events.filter(({ on }) => !one.withdrawnOn || on <= one.withdrawnOn),
    held: one.heldOn,
    lapses: lapses && { on: lapses.on, answers: lapses.answers },
    followedTo,
    covers: study.registerCovers,
  }
}
