import type { Counted, OutcomeRule } from '../study'
import { always, anyEvent, died, supervisionEnded } from './events'
import { afterT2, fromStart } from './period'

const EVENT = 'early_intervention_report'

/** Up to the day that supervision ended, when that came first. */
const duringSupervision: Counted['periodOf'] = (facts) => {
  const whole = fromStart(facts)
  const endings = facts.events.filter(supervisionEnded).map(({ on }) => on)
  const [ended] = endings.sort()
  return whole && ended && ended < whole.to ? { from: whole.from, to: ended } : whole
}

const rule = (periodOf: Counted['periodOf'], endsWith: Counted['endsWith']) => {
  const counted: Counted = { event: EVENT, counts: always, periodOf, repeated: true, endsWith }
  return {
    outcome: EVENT,
    version: 1,
    cite: '§5',
    from: 'register',
    counted,
    derive: (facts) => anyEvent(facts, counted),
  } satisfies Partial<OutcomeRule>
}

/** At least one report of an arrest: a sign of suspicion, not proof (protocol §1, §5). */
export const earlyInterventionReport: readonly OutcomeRule[] = [
  {
    ...rule(fromStart, died),
    variant: 'published',
    column: 'report_24m',
    label: { nl: 'Vroeghulpmelding binnen 24 maanden', en: 'Early-intervention report within 24 months' },
  },
  {
    ...rule(duringSupervision, supervisionEnded),
    variant: 'during_supervision',
    column: 'report_supervision',
    label: { nl: 'Vroeghulpmelding tijdens het toezicht', en: 'Early-intervention report during supervision' },
  },
  {
    ...rule(afterT2, died),
    variant: 'after_t2',
    column: 'report_t2',
    label: {
      nl: 'Vroeghulpmelding binnen 12 maanden na T2',
      en: 'Early-intervention report within 12 months after T2',
    },
  },
]
