import type { BreachFacts } from '../../app/protocol/breach'

/** A breach as it is first written down: what happened and when is for the test to say. */
export const KNOWN_SO_FAR = {
  material: ['names'],
  people: 2,
  consequences: '',
  measures: '',
  reporting: 'open',
  reportedAt: null,
  reason: '',
  telling: 'not_yet',
  closedAt: null,
} as const satisfies Omit<BreachFacts, 'happened' | 'discoveredAt'>
