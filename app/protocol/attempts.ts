/** How somebody can try to reach a supervisor (§2.2). */
export const WAYS = ['mail', 'phone', 'visit'] as const
export type Way = (typeof WAYS)[number]

/** What came of it. */
export const OUTCOMES = ['reached', 'no_answer', 'message_left', 'will_answer', 'wrong_person', 'left_office'] as const
export type AttemptOutcome = (typeof OUTCOMES)[number]
