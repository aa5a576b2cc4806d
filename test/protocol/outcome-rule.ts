import type { Comparison, OutcomeFacts, OutcomeResult, OutcomeRule, StudyProtocol } from '../../app/protocol/study'

/**
 * What a rule says of one case (protocol §5), from the facts that stand: superseded events are left out by the caller.
 * A release may bring another comparison group; rules without one do not look at it.
 */
export const deriveOutcome = (
  rule: OutcomeRule,
  facts: OutcomeFacts,
  comparison: Comparison = rule.comparison ?? { leftOut: [] },
): OutcomeResult => rule.derive(facts, comparison)

/** The rule of an outcome by variant. Throws a RangeError when the study has none. */
export function outcomeRule(
  study: Pick<StudyProtocol, 'outcomes'>,
  outcome: string,
  variant = 'published',
): OutcomeRule {
  const rule = study.outcomes.find((candidate) => candidate.outcome === outcome && candidate.variant === variant)
  if (!rule) throw new RangeError(`no rule ${variant} for ${outcome}`)
  return rule
}
