import type { FormVersion, LetterVersion } from './consent-forms'
import type { Day } from './day'
import type { QuasiIdentifier } from './disclosure/quasi-identifier'
import type { ReasonDispositions } from './dispositions'
import type { Extract } from './extract/extract'
import type { ApprovalKind, InclusionPeriod } from './inclusion'
import type { PublishedFigures } from './published-figures'
import type { Retained, Retention } from './retained'
import type { Words } from './words'

export type { Words }

/** Who of the pair answers (protocol §7). */
export const PERSPECTIVES = ['client', 'supervisor'] as const
export type Perspective = (typeof PERSPECTIVES)[number]
/** What is known of a criterion (protocol §2.1): unknown is asked, never guessed. */
export type Verdict = 'met' | 'not_met' | 'unknown'

/** What the register and the supervisor said of a case; null is not (yet) known. */
export type CaseFacts = {
  readonly status: 'running' | 'not_started' | 'waiting_list'
  readonly startedOn: Day | null
  readonly modality: 'conditional' | 'other'
  readonly electronicMonitoring: boolean | null
  readonly penitentiaryProgramme: boolean | null
  /** The supervisor's answer: is this your client? null before it came. */
  readonly isSupervisor: boolean | null
  /** Face-to-face contacts so far; null before anyone counted. */
  readonly contacts: number | null
  /** The reason that the supervisor ticked on the inquiry; null when none applies; undefined before the answer. */
  readonly reason: string | null | undefined
}

/** One inclusion criterion: a question about the facts and the reason code when the answer is no. */
export type Criterion = {
  readonly name: string
  readonly cite: string
  readonly label: Words
  /** Reason codes (of `reasons.criteria`) that mean this criterion is not met. */
  readonly reasons: readonly string[]
  readonly judge: (facts: CaseFacts) => Verdict
  /** The code used when the criterion fails on the facts alone, with no reason ticked. */
  readonly reasonFromFacts: string
  /** When it is asked: of the supervisor at the inquiry, or by the interviewer on the day (protocol §2.1, 7). */
  readonly asked: 'inquiry' | 'interview'
}

/** Days after the link at which reminders are due, and the day of non-response (protocol §3). */
export type Ladder = { readonly reminders: readonly number[]; readonly nonResponse: number; readonly cite: string }

/** One wave (protocol §3, §4). A wave without anchor is held as soon as the contact rule allows. */
export type Wave = {
  readonly name: string
  readonly cite: string
  readonly label: Words
  /** The wave whose interview anchors the window, with the months after it at which it opens and closes, both days in. */
  readonly window?: { readonly anchor: string; readonly opensAfterMonths: number; readonly closesAfterMonths: number }
  /** Days after the opening at which the supervisor is asked again while no appointment stands (protocol §4.3). */
  readonly appointmentReminders: readonly number[]
  /** Days before the closing at which the coordinator is warned. */
  readonly closingWarnings: readonly number[]
  readonly questionnaire: Ladder
  /** What each side is asked, by name and in this order; of each the newest version counts. */
  readonly instruments: Readonly<Record<Perspective, readonly string[]>>
  /** Consent scope that the client's interview at this wave needs besides taking part. */
  readonly needs: readonly string[]
  /** Why a client may be lost to this wave; empty for the first. */
  readonly losses: readonly string[]
  /** Names of the criteria that the interviewer checks at this wave (protocol §2.1, §4.4). */
  readonly criteria: readonly string[]
}

/** A scale: its items, each once, some reversed (protocol §7.1). */
export type Scale = {
  readonly name: string
  readonly items: readonly { readonly item: number; readonly reversed: boolean }[]
  /** What must be said wherever this score shows (protocol §7.1). */
  readonly caution?: Words
}
/** A named, versioned set of scales, per perspective, and the total over all items. */
export type ScaleDefinition = {
  readonly name: string
  readonly version: number
  readonly cite: string
  readonly scales: Readonly<Record<Perspective, readonly Scale[]>>
  readonly total: Readonly<Record<Perspective, Scale>>
  /** Answers run from 1 to this number. */
  readonly points: number
}

/** Asked only when another item of the same battery was answered with one of these codes. */
export type AskedWhen = { readonly item: string; readonly among: readonly number[] }
/** One question of an instrument. Codes are integers; `options` name them when they are no agreement scale. */
export type Item = {
  readonly code: string
  /** `number` is a whole number that is typed in, such as years. */
  readonly kind: 'agreement' | 'mark' | 'choice' | 'number'
  readonly min: number
  readonly max: number
  readonly options?: readonly { readonly code: number; readonly name: string; readonly label: Words }[]
  /** Codes that are an answer to the question but a missing value to the analyst (protocol §5). */
  readonly missing?: readonly number[]
  readonly text: Words
  /** The part of the instrument that it stands in; the first one when it is not said. */
  readonly block?: string
  /** Nobody signs off while it was neither answered nor passed over in so many words ("no answer"). */
  readonly required?: true
  /** All of these have to hold, else it is not asked (skip logic). */
  readonly askedWhen?: readonly AskedWhen[]
}
/** A part of an instrument that is asked together, under a heading of its own. */
export type Block = {
  readonly name: string
  readonly title: Words
  /** Read aloud before its first question. */
  readonly intro?: Words
  /** Whether its items come in an order of each respondent's own (protocol §3). */
  readonly order: 'random' | 'fixed'
}
/** A published questionnaire; never edited once used, a change is a new version (protocol §7). */
export type Instrument = {
  readonly name: string
  readonly version: number
  readonly perspective: Perspective
  readonly title: Words
  /** The words of the agreement scale, from 1 upwards (protocol §7); empty when no item is an agreement item. */
  readonly agreement: readonly Words[]
  /** Its parts in the order in which they are asked; one part in fixed order when it has none. */
  readonly blocks?: readonly Block[]
  readonly items: readonly Item[]
}
/** What somebody said to one item: the code of an answer, or that they give none. Without a key it was left open. */
export type Given = Readonly<Record<string, number | typeof NO_ANSWER>>
/** Asked, and no answer given. */
export const NO_ANSWER = 'no_answer'
/** Not asked: another answer made it superfluous. */
export const NOT_ASKED = 'not_asked'

/** A dated fact of the register (protocol §5). */
export type RegisterFact = {
  readonly event: string
  readonly on: Day
  readonly kind: string | null
  readonly reason: string | null
}
/** All that an outcome rule may look at for one case. */
export type OutcomeFacts = {
  readonly startedOn: Day
  readonly events: readonly RegisterFact[]
  /** Days on which the client's interview of each wave was held. */
  readonly held: Readonly<Record<string, Day>>
  /** The supervisor's answers at T2 by item code, with their day; undefined when no questionnaire came. */
  readonly lapses: { readonly on: Day; readonly answers: Readonly<Record<string, number>> } | undefined
  /** Up to when the register is known; a window not yet over without an event is "not yet known". */
  readonly followedTo: Day
  /** Events that the imported register holds at all; undefined is all. What it does not hold is missing, not "no". */
  readonly covers?: readonly string[]
}
export type OutcomeValue = 'yes' | 'no' | 'missing' | 'not_yet_known'
/** A value, the day of the fact that decided it, and whether that day came before or after the T2 interview. */
export type OutcomeResult = {
  readonly value: OutcomeValue
  readonly on: Day | null
  readonly relative: 'before_t2' | 'after_t2' | 'no_t2' | null
  /** Which facts gave it, with their days: register events or answered items; why it is missing has no day. */
  readonly because: readonly { readonly fact: string; readonly on: Day | null }[]
}
/** From a day up to and including another. */
export type Period = { readonly from: Day; readonly to: Day }
/** What a rule over the register counts, and when: from this follow its value and its person-time. */
export type Counted = {
  readonly event: string
  readonly counts: (fact: RegisterFact) => boolean
  /** The period of the rule; null when the case has none, which makes the outcome missing. */
  readonly periodOf: (facts: OutcomeFacts) => Period | null
  /** Whether it can happen to somebody again. */
  readonly repeated: boolean
  /** Facts after whose day it cannot happen any more. */
  readonly endsWith: (fact: RegisterFact) => boolean
}
/** Kinds of ending that are neither "yes" nor "no": left out of the comparison group (protocol §5). */
export type Comparison = { readonly leftOut: readonly string[] }
/** One way of counting an outcome (protocol §5); `published` is always there. */
export type OutcomeRule = {
  readonly outcome: string
  readonly variant: string
  readonly version: number
  /** What its variables are called in a release: 20 characters at most, and never changed. */
  readonly column: string
  readonly cite: string
  readonly label: Words
  /** What the rule looks at. What somebody answered is shown with no case (protocol §6). */
  readonly from: 'answers' | 'register'
  /** Only of a rule over the register. */
  readonly counted?: Counted
  /** The comparison group of this rule; a release may choose another. */
  readonly comparison?: Comparison
  readonly derive: (facts: OutcomeFacts, comparison?: Comparison) => OutcomeResult
}

/**
 * Why a case leaves: its words, and the line of the published flow that counts it (protocol §2). One that `waits` comes back
 * by itself, when the register or the system sees that the reason is gone: it is not closed.
 */
export type Reason = Words & { readonly group: string; readonly cite: string; readonly waits?: true }
/** Why cases leave, per step (or wave) and code. */
export type Reasons = Readonly<Record<string, Readonly<Record<string, Reason>>>>

/** What consent is needed for (protocol §6); `next_wave` is to ask for a talk at a later wave, by mail or else. */
export type ConsentUse = 'interview' | 'next_wave' | 'telephone' | 'release' | 'release_outcomes'
/** A yes-or-no question of the consent form, as it is read aloud. */
export type Scope = { readonly cite: string; readonly label: Words }
/** An event of the register, its kinds and the reasons of each kind (protocol §5). */
export type RegisterEventKind = {
  readonly cite: string
  readonly label: Words
  readonly kinds: Readonly<Record<string, { readonly label: Words; readonly reasons: Readonly<Record<string, Words>> }>>
}
/** A field of work with wording of its own (protocol §9). */
export type Field = {
  readonly name: string
  readonly label: Words
  /** What each side is asked, by name and in this order; of each the newest version counts. */
  readonly instruments: Readonly<Record<Perspective, readonly string[]>>
}

/** A whole study as data: what the rest of the system asks instead of knowing (protocol §9). */
export type StudyProtocol = {
  readonly code: string
  readonly title: Words
  readonly criteria: readonly Criterion[]
  /** Contacts needed at the first interview, and what is allowed at the approach (protocol §3). */
  readonly contacts: { readonly min: number; readonly max: number; readonly maxAtApproach: number }
  /** Participating clients per supervisor (protocol §2.1). */
  readonly placesPerSupervisor: number
  /** No-shows that make a non-response (protocol §3). */
  readonly noShowsAllowed: number
  readonly inquiry: Ladder
  readonly waves: readonly Wave[]
  readonly scopes: readonly string[]
  /** Scopes that every measurement needs, and the one that register outcomes need in a release (protocol §6). */
  readonly takingPart: readonly string[]
  readonly registerLinkage: string
  readonly scaleDefinitions: readonly ScaleDefinition[]
  readonly instruments: readonly Instrument[]
  readonly outcomes: readonly OutcomeRule[]
  /** What its publications print; none of a study that published nothing. */
  readonly publishedFigures?: PublishedFigures
  readonly followUpMonths: number
  /** By what others could recognise somebody in a release. */
  readonly quasiIdentifiers: readonly QuasiIdentifier[]
  readonly reasons: Reasons
  /** How each reason of intake counts in the outcome rates. */
  readonly dispositions: ReasonDispositions
  /** Who has to approve before a location may recruit, once anything is recorded of it (protocol §2.1; see `placeOn`). */
  readonly approvals: readonly ApprovalKind[]
  /** The periods in which regions take people in, as published; what counts is what was recorded (protocol §2.1). */
  readonly inclusionPeriods: readonly InclusionPeriod[]
  /** A case that waits comes back while no more days than this passed since supervision started, or was registered. */
  readonly comesBackWithin: number
  /**
   * When a case is shown as about to be lost (protocol §2.2): its next talk lies no more days ahead than this; nobody answered
   * for it more days than this after it was registered.
   */
  readonly aboutToBeLost: { readonly talkWithin: number; readonly unansweredAfter: number }
  /** The words of each scope, and which scopes each use needs; a wave adds its own `needs`. */
  readonly consent: {
    readonly scopes: Readonly<Record<string, Scope>>
    /** Scopes that nobody takes back alone: without them nothing is left, which is withdrawing altogether (§6). */
    readonly altogether: readonly string[]
    readonly uses: Readonly<Record<ConsentUse, { readonly cite: string; readonly scopes: readonly string[] }>>
    /** The forms that were ever published, and the information letters that went before them; never edited. */
    readonly forms: readonly FormVersion[]
    readonly letters: readonly LetterVersion[]
  }
  readonly retention: Readonly<Record<Retained, Retention>>
  readonly registerEvents: Readonly<Record<string, RegisterEventKind>>
  /** Those that its follow-up really delivers: of the others the register's silence says nothing. */
  readonly registerCovers: readonly string[]
  /** Fields of work that have instruments of their own; empty when the wave's instruments serve everybody. */
  readonly fields: readonly Field[]
  /** The files that its intake is fed with; empty when it takes none in. */
  readonly extracts: readonly Extract[]
  /** Whether client and supervisor look at both answers together (protocol §9), or never see the other's (§6). */
  readonly answersShared: boolean
}
