import type { OutcomeFacts, OutcomeResult, RegisterFact } from '../study'
import { eventsWithin, type PeriodOf } from './period'
import { happened, missing, notFound } from './result'

/**
 * Yes when the register shows at least one such event in the period (protocol §5). Missing when the case has no such
 * period, or when the imported register holds no events of this name.
 */
export function anyEvent(
  facts: OutcomeFacts,
  periodOf: PeriodOf,
  event: string,
  counts: (fact: RegisterFact) => boolean = () => true,
): OutcomeResult {
  const period = periodOf(facts)
  if (!period) return missing('no_t2')
  if (facts.covers && !facts.covers.includes(event)) return missing('not_in_register')
  const [first, ...more] = eventsWithin(facts, period, event).filter(counts)
  return first ? happened(facts, [first, ...more]) : notFound(facts, period)
}
