import { before, left, paired, type Transition } from './transition'

/** Answered or decided on: nobody else is to be asked. */
const answered = {
  ...before('already_replied'),
  ...paired('already_replied'),
  ...left('case_left'),
  to_inquire: 'not_inquired',
} as const

/** What can become of a question that is out (protocol §2, step 2; §2.2). */
export const asking = {
  hand_over: {
    cite: '§2',
    who: ['supervisor', 'coordinator'],
    // to_screen: somebody said "not mine" and did not know whose
    at: { ...answered, awaiting_reply: true, to_screen: true, left_inquiry: true },
    to: ['awaiting_reply', 'to_screen'],
    exits: [
      {
        step: 'inquiry',
        reasons: ['supervisor_full', 'supervisor_declines', 'supervisor_declines_altogether'],
      },
    ],
    reason: 'none',
  },
  ask_colleague: {
    cite: '§2.2',
    who: ['system'],
    // left_inquiry: the colleague had no place
    at: { ...answered, to_screen: true, left_inquiry: true },
    to: ['awaiting_reply'],
    exits: [],
    reason: 'none',
  },
  ask_again: {
    cite: '§2.2',
    who: ['coordinator', 'system'],
    at: { ...answered, awaiting_reply: true, left_inquiry: true },
    to: ['awaiting_reply'],
    exits: [],
    reason: 'none',
  },
} as const satisfies Record<string, Transition>
