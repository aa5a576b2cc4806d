/**
 * How often people do what, in the numbers of the publication where it has them (protocol §2, §3, §4.4, §5, §8); `among` draws
 * by them. What was never published says so: those are choices, made so that every turn of the protocol is taken.
 */

/** Step 1 (§2): 295 of 2501 had not started or waited. The full supervisors come about by themselves. */
export const REGISTER = { running: 2206, not_started: 200, waiting_list: 95 } as const
/** Step 2 (§2): who answers the inquiry. */
export const INQUIRY = { answers: 1776, silent: 370 } as const

/** Steps 3 and 4 (§2, §2.1): what an answer says. */
export const REPLIES = {
  approachable: 482,
  voluntary_frame: 15,
  administrative_restart: 3,
  supervision_not_started: 39,
  supervisor_unknown: 66,
  phone_contact_only: 2,
  too_many_contacts_late_registration: 443,
  too_many_contacts: 156,
  no_dutch: 20,
  in_clinic: 12,
  returned_within_four_contacts: 162,
  reoffended_or_detained: 103,
  transferred_elsewhere: 77,
  abroad: 3,
  supervisor_keeps_changing: 13,
  home_visits_only: 3,
  client_circumstances: 126,
  supervisor_workload: 37,
  supervisor_is_trainee: 4,
  took_part_in_other_study: 1,
  unknown: 9,
} as const
/** Contacts of those who can be approached (§3: at most three); how many had how many was not published. */
export const CONTACTS = { 0: 5, 1: 35, 2: 40, 3: 20 } as const

/** Step 4 (§2), where it is asked apart. */
export const JUDGEMENT = { approachable: 482, not_now: 177 } as const

/** Step 5 (§2): what comes of an approach. */
export const APPROACH = { interviewed: 302, refused: 143, no_shows: 19, practical: 18 } as const
/** Why clients refuse (§2, step 5). */
export const REFUSALS = {
  unknown: 39,
  does_not_feel_like_it: 30,
  no_time: 19,
  too_many_problems: 16,
  not_interested: 9,
  sceptical_of_research: 8,
  no_need: 7,
  supervision_is_enough: 6,
  does_not_want_to_talk_about_supervision: 4,
  no_opinion_yet: 1,
  refuses_everything: 1,
  thinks_dutch_too_poor: 1,
  companion_waiting: 1,
  reward_too_small: 1,
} as const

/** The second wave (§4.4): what became of the 302. */
export const SECOND = {
  interviewed: 201,
  supervision_ended: 57,
  criteria_no_longer_met: 31,
  refused: 11,
  unreliable_answers: 2,
} as const

/** Who fills in the questionnaire (§8, §4.4): of clients who were interviewed, and of those who were not. */
export const QUESTIONNAIRES = {
  T1: { met: { answers: 267, silent: 35 }, not_met: { answers: 6, silent: 137 } },
  T2: { met: { answers: 167, silent: 34 }, not_met: { answers: 13, silent: 88 } },
} as const

/** How supervision ended within its first 24 months (§5, §8: 33 of 273 negatively); the others were not published. */
export const ENDINGS = { negative: 33, completed: 120, early_positive: 20, neutral: 25, running: 75 } as const
/** Of how many an early-intervention report came in (§8). */
export const REPORTS = { yes: 74, no: 217 } as const

/** In which week after the link an answer comes: at once, after each reminder, or too late (§3); the split is ours. */
export const WEEKS = { 0: 55, 1: 25, 2: 15, 3: 5 } as const

/** When the talk of the second wave is planned: when the window opens, after a reminder (§4.3), or late; the split is ours. */
export const PLANNING = { soon: 50, reminded: 40, late: 10 } as const

/** Chances from 0 to 1. */
export const CHANCES = {
  /** §2.2: of those who took part 19 % changed supervisor before the second wave. */
  changesSupervisor: 0.19,
  /** §3: of 302 interviews two were not reliable. */
  unreliable: 2 / 302,
  // from here on nothing was published: enough of each for every turn to be taken
  waitsNoMore: 0.5,
  outsidePeriod: 0.01,
  withoutSupervisor: 0.01,
  sameClientAgain: 0.02,
  toldAgain: 0.25,
  moves: 0.05,
  otherSupervisorInRegister: 0.05,
  notTheirs: 0.03,
  knowsWhose: 0.6,
  metAfterAll: 0.5,
  declinesForOne: 0.005,
  declinesAltogether: 0.01,
  leaves: 0.03,
  away: 0.3,
  standIn: 0.5,
  corrects: 0.02,
  askedAgain: 0.1,
  noShow: 0.12,
  brokenOff: 0.04,
  takenUp: 0.7,
  intoxicated: 0.3,
  withdraws: 0.02,
  erases: 0.4,
  secondAgain: 0.95,
  phone: 0.6,
  linkage: 0.9,
  itemOpen: 0.02,
  eventCorrected: 0.05,
  notTaken: 0.02,
} as const
