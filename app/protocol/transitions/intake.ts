import { before, type Exit, everywhere, left, paired, type Transition } from './transition'

/**
 * What a reply, a screening or a judgement can lead to: the system decides what it can at once. An approach that came to its
 * end before an answer was corrected ends for the same reason again.
 */
const decided: readonly Exit[] = [
  { step: 'criteria', reasons: 'any' },
  { step: 'judgement', reasons: 'any' },
  { step: 'approach', reasons: 'any' },
]
const decidedTo = ['to_screen', 'to_judge', 'to_approach'] as const

/** Once somebody answered, and until the first interview was held. */
const sinceReply = {
  ...before('not_replied'),
  ...paired(true),
  ...left(true),
  to_screen: true,
  to_judge: true,
  interviewed: 'already_held',
  left_register: 'not_replied',
  left_inquiry: 'not_replied',
} as const

/** From the register to the pair (protocol §2, steps 1 to 5). */
export const intake = {
  register: {
    cite: '§2',
    who: ['system', 'coordinator'],
    at: everywhere,
    to: ['to_inquire'],
    exits: [
      { step: 'register', reasons: 'any' },
      { step: 'inquiry', reasons: ['supervisor_declines', 'supervisor_declines_altogether'] },
    ],
    reason: 'none',
  },
  reconsider: {
    cite: '§2',
    who: ['system'],
    at: {
      ...before('already_back'),
      ...paired('already_back'),
      ...left('case_left'),
      left_register: true,
      left_inquiry: true,
      left_approach: true,
    },
    to: ['to_inquire', 'to_screen', 'to_approach'],
    exits: [],
    reason: 'none',
  },
  inquire: {
    cite: '§2',
    who: ['system', 'coordinator'],
    at: {
      ...before('already_inquired'),
      ...paired('already_inquired'),
      ...left('case_left'),
      to_inquire: true,
    },
    to: ['awaiting_reply'],
    exits: [],
    reason: 'none',
  },
  record_reply: {
    cite: '§2',
    who: ['supervisor', 'coordinator', 'system'],
    at: {
      ...before('already_replied'),
      ...paired('already_replied'),
      ...left('already_replied'),
      to_inquire: 'not_inquired',
      left_register: 'not_inquired',
      awaiting_reply: true,
      // An answer within the ladder counts, also when the case was closed in the meantime (§3).
      left_inquiry: true,
    },
    to: decidedTo,
    exits: decided,
    reason: 'optional',
  },
  close_inquiry: {
    cite: '§2.2',
    who: ['system'],
    at: {
      ...before('already_replied'),
      ...paired('already_replied'),
      ...left('case_left'),
      to_inquire: 'not_inquired',
      awaiting_reply: true,
    },
    to: [],
    exits: [{ step: 'inquiry', reasons: ['no_reply'] }],
    reason: 'none',
  },
  screen: {
    cite: '§2.1',
    who: ['coordinator'],
    at: {
      ...before('not_replied'),
      ...paired('already_approached'),
      ...left('case_left'),
      to_screen: true,
      to_judge: true,
    },
    to: decidedTo,
    exits: decided,
    reason: 'none',
  },
  set_finding: {
    cite: '§2.1',
    who: ['coordinator'],
    at: sinceReply,
    to: [...decidedTo, 'planned'],
    exits: decided,
    reason: 'optional',
  },
  correct_reply: {
    cite: '§2',
    who: ['supervisor', 'coordinator', 'system'],
    at: sinceReply,
    to: [...decidedTo, 'planned'],
    exits: decided,
    reason: 'optional',
  },
  judge: {
    cite: '§2',
    who: ['supervisor', 'coordinator'],
    at: {
      ...before('not_replied'),
      ...paired('already_judged'),
      ...left('case_left'),
      to_screen: 'not_screened',
      to_judge: true,
    },
    to: ['to_approach'],
    exits: [
      { step: 'judgement', reasons: 'any' },
      { step: 'approach', reasons: 'any' },
    ],
    reason: 'optional',
  },
  approach: {
    cite: '§2',
    who: ['system', 'coordinator'],
    at: {
      ...before('not_judged'),
      ...paired('already_approached'),
      ...left('case_left'),
      to_approach: true,
    },
    to: ['to_approach'],
    exits: [
      {
        step: 'approach',
        reasons: [
          ...['supervisor_full', 'location_not_open', 'approached_elsewhere'],
          ...['took_part_before', 'refused_before', 'withdrew'],
        ],
      },
    ],
    reason: 'none',
  },
} as const satisfies Record<string, Transition>
