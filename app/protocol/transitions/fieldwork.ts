import { before, type Exit, left, paired, type Transition } from './transition'

/** A meeting with the client: at the first wave from the approach on, at later ones once the first was held. */
const meeting = {
  ...before('not_approached'),
  ...paired(true),
  ...left('not_approached'),
  left_approach: 'case_left',
} as const

/** The other cases of a client who took part or refused leave where they stand (protocol §6). */
const others = (reason: string): readonly Exit[] =>
  (['register', 'inquiry', 'approach'] as const).map((step) => ({ step, reasons: [reason] }))

/** From the pair to the interviews of every wave (protocol §2, step 5; §3, §4). */
export const fieldwork = {
  plan_interview: {
    cite: '§3',
    who: ['coordinator', 'interviewer'],
    at: {
      ...before('not_approached'),
      ...paired(true),
      ...left('case_left'),
      interviewed: 'already_held',
    },
    to: ['planned', 'to_approach'],
    exits: [],
    reason: 'none',
  },
  change_supervisor: {
    cite: '§2.2',
    who: ['coordinator'],
    at: { ...before('not_approached'), ...paired(true), ...left('case_left') },
    to: ['to_approach', 'planned', 'interviewed'],
    exits: [],
    reason: 'none',
  },
  hold_interview: {
    cite: '§3',
    who: ['interviewer', 'coordinator', 'system'],
    at: meeting,
    to: ['interviewed'],
    exits: others('took_part_before'),
    reason: 'none',
  },
  record_no_show: {
    cite: '§3',
    who: ['interviewer', 'coordinator', 'system'],
    at: meeting,
    to: ['to_approach', 'planned', 'interviewed'],
    exits: [
      { step: 'approach', reasons: ['no_show_three_times'] },
      { step: 'wave', reasons: ['no_show_three_times'] },
    ],
    reason: 'none',
  },
  record_refusal: {
    cite: '§2',
    who: ['interviewer', 'coordinator', 'system'],
    at: meeting,
    to: ['interviewed'],
    exits: [{ step: 'approach', reasons: 'any' }, { step: 'wave', reasons: 'any' }, ...others('refused_before')],
    reason: 'required',
  },
  record_not_held: {
    cite: '§2',
    who: ['interviewer', 'coordinator', 'system'],
    at: meeting,
    to: ['interviewed'],
    exits: [
      { step: 'approach', reasons: 'any' },
      { step: 'wave', reasons: 'any' },
    ],
    reason: 'required',
  },
  lose_before_wave: {
    cite: '§4.4',
    who: ['coordinator', 'interviewer', 'system'],
    at: { ...meeting, to_approach: 'not_anchored', planned: 'not_anchored' },
    to: ['interviewed'],
    exits: [{ step: 'wave', reasons: 'any' }],
    reason: 'required',
  },
  close_window: {
    cite: '§4.2',
    who: ['system'],
    at: { ...meeting, to_approach: 'not_anchored', planned: 'not_anchored' },
    to: ['interviewed'],
    exits: [{ step: 'wave', reasons: ['window_closed'] }],
    reason: 'none',
  },
} as const satisfies Record<string, Transition>
