import type { LapseItem } from '../instruments/lapses'
import type { Counted, OutcomeRule, RegisterFact } from '../study'
import { sumOfLapses } from './answers'
import { always, anyEvent, supervisionEnded } from './events'
import { afterT2, fromStart } from './period'

const ITEMS: readonly LapseItem[] = ['formal_consultation', 'official_warning', 'instruction']
const withoutReprimand = ({ kind }: RegisterFact) => kind !== 'reprimand'

const rule = { outcome: 'formal_action', version: 1, cite: '§5' } as const
/** Only who is under supervision can be warned or instructed. */
const inRegister = (periodOf: Counted['periodOf'], counts: Counted['counts']) => {
  const counted: Counted = { event: 'formal_action', counts, periodOf, repeated: true, endsWith: supervisionEnded }
  return {
    ...rule,
    from: 'register',
    counted,
    derive: (facts) => anyEvent(facts, counted),
  } satisfies Partial<OutcomeRule>
}

/** Consultation, official warning or instruction: told by the supervisor at T2, or dated by the register (protocol §5). */
export const formalAction: readonly OutcomeRule[] = [
  {
    ...rule,
    variant: 'published',
    column: 'action_told',
    from: 'answers',
    label: { nl: 'Formele handeling, volgens de toezichthouder bij T2', en: 'Formal action, by the supervisor at T2' },
    derive: (facts) => sumOfLapses(facts, ITEMS, 1),
  },
  {
    ...inRegister(fromStart, withoutReprimand),
    variant: 'register_from_start',
    column: 'action_24m',
    label: { nl: 'Formele handeling in het register, 24 maanden', en: 'Formal action in the register, 24 months' },
  },
  {
    ...inRegister(fromStart, always),
    variant: 'register_from_start_with_reprimand',
    column: 'action_24m_reprimand',
    label: {
      nl: 'Formele handeling of berisping in het register, 24 maanden',
      en: 'Formal action or reprimand in the register, 24 months',
    },
  },
  {
    ...inRegister(afterT2, withoutReprimand),
    variant: 'register_after_t2',
    column: 'action_t2',
    label: {
      nl: 'Formele handeling in het register, 12 maanden na T2',
      en: 'Formal action in the register, 12 months after T2',
    },
  },
  {
    ...inRegister(afterT2, always),
    variant: 'register_after_t2_with_reprimand',
    column: 'action_t2_reprimand',
    label: {
      nl: 'Formele handeling of berisping in het register, 12 maanden na T2',
      en: 'Formal action or reprimand in the register, 12 months after T2',
    },
  },
]
