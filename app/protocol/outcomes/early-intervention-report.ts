import type { OutcomeFacts, OutcomeRule } from '../study'
import { anyEvent } from './events'
import { afterT2, fromStart, type PeriodOf } from './period'

const EVENT = 'early_intervention_report'

/** Up to the day that supervision ended, when that came first. */
const duringSupervision: PeriodOf = (facts: OutcomeFacts) => {
  const whole = fromStart(facts)
  const endings = facts.events.filter(({ event }) => event === 'ended').map(({ on }) => on)
  const [ended] = endings.sort()
  return whole && ended && ended < whole.to ? { from: whole.from, to: ended } : whole
}

const rule = { outcome: EVENT, version: 1, cite: '§5', from: 'register' } as const

/** At least one report of an arrest: a sign of suspicion, not proof (protocol §1, §5). */
export const earlyInterventionReport = [
  {
    ...rule,
    variant: 'published',
    label: { nl: 'Vroeghulpmelding binnen 24 maanden', en: 'Early-intervention report within 24 months' },
    derive: (facts) => anyEvent(facts, fromStart, EVENT),
  },
  {
    ...rule,
    variant: 'during_supervision',
    label: { nl: 'Vroeghulpmelding tijdens het toezicht', en: 'Early-intervention report during supervision' },
    derive: (facts) => anyEvent(facts, duringSupervision, EVENT),
  },
  {
    ...rule,
    variant: 'after_t2',
    label: {
      nl: 'Vroeghulpmelding binnen 12 maanden na T2',
      en: 'Early-intervention report within 12 months after T2',
    },
    derive: (facts) => anyEvent(facts, afterT2, EVENT),
  },
] as const satisfies readonly OutcomeRule[]
