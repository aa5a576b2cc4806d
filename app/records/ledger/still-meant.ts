import type { Day } from '../../protocol/day'
import type { MailKind } from './kinds'

/** What is true of a line at the moment it is about to leave. */
export type LineFacts = {
  readonly kind: MailKind
  /** Who the envelope is for. */
  readonly supervisorId: string
  readonly declined: boolean
  readonly withdrawn: boolean
  /** The client did not say yes to being asked for the line's wave (protocol §6). */
  readonly noConsent: boolean
  /** The case left intake, or was lost to the line's wave, and has not returned. */
  readonly left: boolean
  /** The supervisor whom the client is bound to today. */
  readonly boundSupervisorId: string | null
  /** Who is asked, and whether anybody answered. */
  readonly inquiry: { readonly askedId: string; readonly repliedOn: Day | null } | null
  /** Whose it is to fill in, and whether it was. */
  readonly questionnaire: {
    readonly raterId: string | null
    readonly completedOn: Day | null
    readonly closedOn: Day | null
  } | null
  /** The client's interview of the wave was held. */
  readonly interviewed: boolean
  readonly window: { readonly closesOn: Day; readonly appointmentOn: Day | null } | null
}

/** Why a line is not said after all. */
export type Needless =
  | 'withdrawn'
  | 'declined'
  | 'no_consent'
  | 'case_left'
  | 'replied'
  | 'answered'
  | 'closed'
  | 'interview_held'
  | 'appointment_made'
  | 'window_closed'
  | 'other_supervisor'
  | 'nothing_to_answer'
  | 'not_signed_off'
  | 'nothing_to_do'
  | 'account_ended'
  | 'asked_already'

type Check = (facts: LineFacts, today: Day) => Needless | null

const inquiry: Check = ({ inquiry, left, supervisorId }) => {
  if (!inquiry) return 'nothing_to_answer'
  if (inquiry.repliedOn) return 'replied'
  if (inquiry.askedId !== supervisorId) return 'other_supervisor'
  return left ? 'case_left' : null
}

/** The supervisor is asked whatever the client decides (protocol §3, §4.3): a case that left keeps its questionnaire. */
const questionnaire: Check = ({ questionnaire, supervisorId }) => {
  if (!questionnaire) return 'nothing_to_answer'
  if (questionnaire.completedOn) return 'answered'
  if (questionnaire.raterId !== supervisorId) return 'other_supervisor'
  return questionnaire.closedOn ? 'closed' : null
}

/** What was opened again, or declared void, since it was signed off is not thanked for. */
const thanks: Check = ({ questionnaire }) => (questionnaire?.completedOn ? null : 'not_signed_off')

const window: Check = ({ window, interviewed, left, noConsent, boundSupervisorId, supervisorId }, today) => {
  if (!window) return 'nothing_to_answer'
  if (interviewed) return 'interview_held'
  if (left) return 'case_left'
  if (noConsent) return 'no_consent'
  if (boundSupervisorId !== supervisorId) return 'other_supervisor'
  return today > window.closesOn ? 'window_closed' : null
}

const CHECKS = {
  inquiry,
  inquiry_handed_over: inquiry,
  inquiry_stand_in: inquiry,
  inquiry_reminder: inquiry,
  questionnaire,
  questionnaire_reminder: questionnaire,
  thanks,
  window_opens: window,
  appointment_reminder: (facts, today) =>
    window(facts, today) ??
    (facts.window?.appointmentOn && facts.window.appointmentOn >= today ? 'appointment_made' : null),
} satisfies Record<MailKind, Check>

/** What is true of a window of which a coordinator is to be warned. */
export type WarningFacts = Pick<LineFacts, 'withdrawn' | 'noConsent' | 'left' | 'interviewed' | 'window'>

/** Whether a coordinator is still to be warned of a window: null, or the reason that the ledger keeps. */
export function needlessWarning(facts: WarningFacts, today: Day): Needless | null {
  const { withdrawn, noConsent, left, interviewed, window } = facts
  if (withdrawn) return 'withdrawn'
  if (!window) return 'nothing_to_answer'
  if (interviewed) return 'interview_held'
  if (left) return 'case_left'
  if (noConsent) return 'no_consent'
  if (today > window.closesOn) return 'window_closed'
  return window.appointmentOn && window.appointmentOn >= today ? 'appointment_made' : null
}

/**
 * Whether a planned line is still meant today: null, or the reason that the ledger keeps. Withdrawing and declining
 * come first: contact stops the same moment (protocol §6).
 */
export function needless(facts: LineFacts, today: Day): Needless | null {
  if (facts.withdrawn) return 'withdrawn'
  if (facts.declined) return 'declined'
  return CHECKS[facts.kind](facts, today)
}
