import { type Exit, everywhere, type Transition } from './transition'

const withdrawn: readonly Exit[] = (['register', 'inquiry', 'approach', 'wave'] as const).map((step) => ({
  step,
  reasons: ['withdrew'],
}))

/** What client and supervisor may do at any time (protocol §6): the case leaves where it stands. */
export const stopping = {
  decline_for: {
    cite: '§6',
    who: ['supervisor', 'coordinator'],
    at: everywhere,
    to: ['interviewed'],
    exits: [
      { step: 'inquiry', reasons: ['supervisor_declines'] },
      { step: 'approach', reasons: ['supervisor_declines'] },
    ],
    reason: 'none',
  },
  decline_altogether: {
    cite: '§6',
    who: ['supervisor', 'coordinator'],
    at: everywhere,
    to: ['interviewed'],
    exits: [
      { step: 'inquiry', reasons: ['supervisor_declines_altogether'] },
      { step: 'approach', reasons: ['supervisor_declines'] },
    ],
    reason: 'none',
  },
  do_not_ask: {
    cite: '§6',
    who: ['coordinator', 'system'],
    at: everywhere,
    to: ['interviewed'],
    exits: (['register', 'inquiry', 'approach'] as const).map((step) => ({ step, reasons: ['do_not_ask'] })),
    reason: 'none',
  },
  withdraw: {
    cite: '§6',
    who: ['coordinator', 'interviewer'],
    at: everywhere,
    to: [],
    exits: withdrawn,
    reason: 'none',
  },
  withdraw_scopes: {
    cite: '§6',
    who: ['coordinator', 'interviewer'],
    at: everywhere,
    to: ['interviewed'],
    exits: withdrawn,
    reason: 'none',
  },
} as const satisfies Record<string, Transition>
