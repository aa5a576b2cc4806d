import type { Counted, OutcomeFacts, OutcomeResult, RegisterFact } from '../study'
import { eventsWithin } from './period'
import { happened, missing, notFound } from './result'

export const always = (): boolean => true
export const supervisionEnded = ({ event }: RegisterFact): boolean => event === 'ended'
export const died = ({ event, reason }: RegisterFact): boolean => event === 'ended' && reason === 'deceased'

/**
 * Yes when the register shows at least one such event in the period (protocol §5). Missing when the case has no such
 * period, or when the imported register holds no events of this name.
 */
export function anyEvent(facts: OutcomeFacts, { event, counts, periodOf }: Counted): OutcomeResult {
  const period = periodOf(facts)
  if (!period) return missing('no_t2')
  if (!isHeld(facts, event)) return missing('not_in_register')
  const [first, ...more] = eventsWithin(facts, period, event).filter(counts)
  return first ? happened(facts, [first, ...more]) : notFound(facts, period)
}

/** Whether the imported register holds events of this name at all. */
export const isHeld = ({ covers }: Pick<OutcomeFacts, 'covers'>, event: string): boolean =>
  !covers || covers.includes(event)
