import type { Comparison, OutcomeFacts, OutcomeResult, OutcomeRule } from '../study'
import { afterT2, eventsWithin, fromStart, type PeriodOf } from './period'
import { happened, missing, notFound } from './result'

/** As published, those who completed or still run are compared with: other endings are neither yes nor no (protocol §5). */
const PUBLISHED: Comparison = { leftOut: ['early_positive', 'neutral'] }

function endedNegatively(facts: OutcomeFacts, periodOf: PeriodOf, { leftOut }: Comparison): OutcomeResult {
  const period = periodOf(facts)
  if (!period) return missing('no_t2')
  const endings = eventsWithin(facts, period, 'ended')
  const [negative] = endings.filter(({ kind }) => kind === 'negative')
  if (negative) return happened(facts, [negative])
  const apart = endings.find(({ kind }) => kind !== null && leftOut.includes(kind))
  if (apart) return missing(`ended:${apart.kind}`)
  const before = facts.events.some(({ event, on }) => event === 'ended' && on < period.from)
  return before ? missing('ended_before') : notFound(facts, period)
}

/** Supervision ended negatively (protocol §5). */
export const negativeDropout = [
  {
    outcome: 'negative_dropout',
    variant: 'published',
    version: 1,
    cite: '§5',
    from: 'register',
    label: { nl: 'Negatieve uitval binnen 24 maanden', en: 'Negative dropout within 24 months' },
    comparison: PUBLISHED,
    derive: (facts: OutcomeFacts, comparison = PUBLISHED) => endedNegatively(facts, fromStart, comparison),
  },
  {
    outcome: 'negative_dropout',
    variant: 'after_t2',
    version: 1,
    cite: '§5',
    from: 'register',
    label: { nl: 'Negatieve uitval binnen 12 maanden na T2', en: 'Negative dropout within 12 months after T2' },
    comparison: PUBLISHED,
    derive: (facts: OutcomeFacts, comparison = PUBLISHED) => endedNegatively(facts, afterT2, comparison),
  },
] as const satisfies readonly OutcomeRule[]
