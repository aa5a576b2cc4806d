import type { LapseItem } from '../instruments/lapses'
import type { OutcomeRule, RegisterFact } from '../study'
import { sumOfLapses } from './answers'
import { anyEvent } from './events'
import { afterT2, fromStart } from './period'

const ITEMS: readonly LapseItem[] = ['formal_consultation', 'official_warning', 'instruction']
const withoutReprimand = ({ kind }: RegisterFact) => kind !== 'reprimand'

const rule = { outcome: 'formal_action', version: 1, cite: '§5' } as const

/** Consultation, official warning or instruction: told by the supervisor at T2, or dated by the register (protocol §5). */
export const formalAction = [
  {
    ...rule,
    variant: 'published',
    from: 'answers',
    label: { nl: 'Formele handeling, volgens de toezichthouder bij T2', en: 'Formal action, by the supervisor at T2' },
    derive: (facts) => sumOfLapses(facts, ITEMS, 1),
  },
  {
    ...rule,
    variant: 'register_from_start',
    from: 'register',
    label: { nl: 'Formele handeling in het register, 24 maanden', en: 'Formal action in the register, 24 months' },
    derive: (facts) => anyEvent(facts, fromStart, 'formal_action', withoutReprimand),
  },
  {
    ...rule,
    variant: 'register_from_start_with_reprimand',
    from: 'register',
    label: {
      nl: 'Formele handeling of berisping in het register, 24 maanden',
      en: 'Formal action or reprimand in the register, 24 months',
    },
    derive: (facts) => anyEvent(facts, fromStart, 'formal_action'),
  },
  {
    ...rule,
    variant: 'register_after_t2',
    from: 'register',
    label: {
      nl: 'Formele handeling in het register, 12 maanden na T2',
      en: 'Formal action in the register, 12 months after T2',
    },
    derive: (facts) => anyEvent(facts, afterT2, 'formal_action', withoutReprimand),
  },
  {
    ...rule,
    variant: 'register_after_t2_with_reprimand',
    from: 'register',
    label: {
      nl: 'Formele handeling of berisping in het register, 12 maanden na T2',
      en: 'Formal action or reprimand in the register, 12 months after T2',
    },
    derive: (facts) => anyEvent(facts, afterT2, 'formal_action'),
  },
] as const satisfies readonly OutcomeRule[]
