import type { Comparison, Counted, OutcomeFacts, OutcomeResult, OutcomeRule } from '../study'
import { supervisionEnded } from './events'
import { afterT2, eventsWithin, fromStart } from './period'
import { happened, missing, notFound } from './result'

/** As published, those who completed or still run are compared with: other endings are neither yes nor no (protocol §5). */
const PUBLISHED: Comparison = { leftOut: ['early_positive', 'neutral'] }

function endedNegatively(
  facts: OutcomeFacts,
  { event, counts, periodOf }: Counted,
  { leftOut }: Comparison,
): OutcomeResult {
  const period = periodOf(facts)
  if (!period) return missing('no_t2')
  const endings = eventsWithin(facts, period, event)
  const [negative] = endings.filter(counts)
  if (negative) return happened(facts, [negative])
  const apart = endings.find(({ kind }) => kind !== null && leftOut.includes(kind))
  if (apart) return missing(`ended:${apart.kind}`)
  const before = facts.events.some((fact) => fact.event === event && fact.on < period.from)
  return before ? missing('ended_before') : notFound(facts, period)
}

/** Who ended otherwise cannot drop out any more. */
const rule = (periodOf: Counted['periodOf']) => {
  const counted: Counted = {
    event: 'ended',
    counts: ({ kind }) => kind === 'negative',
    periodOf,
    repeated: false,
    endsWith: supervisionEnded,
  }
  return {
    outcome: 'negative_dropout',
    version: 1,
    cite: '§5',
    from: 'register',
    comparison: PUBLISHED,
    counted,
    derive: (facts, comparison = PUBLISHED) => endedNegatively(facts, counted, comparison),
  } satisfies Partial<OutcomeRule>
}

/** Supervision ended negatively (protocol §5). */
export const negativeDropout: readonly OutcomeRule[] = [
  {
    ...rule(fromStart),
    variant: 'published',
    column: 'dropout_24m',
    label: { nl: 'Negatieve uitval binnen 24 maanden', en: 'Negative dropout within 24 months' },
  },
  {
    ...rule(afterT2),
    variant: 'after_t2',
    column: 'dropout_t2',
    label: { nl: 'Negatieve uitval binnen 12 maanden na T2', en: 'Negative dropout within 12 months after T2' },
  },
]
