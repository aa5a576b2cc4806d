/** How the follow-up of a participant stands (protocol §5): its time is over and nothing is known, will soon be, later; or it is known how it went. */
export const FOLLOW_UP_STATES = ['lacking', 'due', 'later', 'known'] as const
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number]

/** Weeks before the end of a follow-up from which on it is due: long enough to ask a register for a file. */
export const DUE_WEEKS = 8
