import { stepOfReply } from './reasons'
import type { CaseFacts, StudyProtocol, Verdict } from './study'

/** What is known of each criterion, what follows, and the code under which the case leaves when it is not met. */
export type Judged = {
  readonly verdict: Verdict
  readonly failed: string[]
  readonly unknown: string[]
  readonly reason: string | null
  readonly findings: { readonly criterion: string; readonly verdict: Verdict }[]
}

type Criterial = Pick<StudyProtocol, 'criteria' | 'reasons'>

/**
 * Judges the criteria of the inquiry on what is known (protocol §2.1).
 * A ticked reason decides the code; a reason of step 4 means that the criteria were met. A reason "seen in the field"
 * that belongs to no criterion is not met with an empty `failed`. Throws a RangeError on a reason the study does not know.
 */
export function judgeCriteria(study: Criterial, facts: CaseFacts): Judged {
  const ticked = tickedAgainst(study, facts)
  const known = { ...facts, reason: ticked ?? (facts.reason === undefined ? undefined : null) }
  const findings = study.criteria
    .filter((criterion) => criterion.asked === 'inquiry')
    .map((criterion) => ({
      criterion: criterion.name,
      verdict: ticked && criterion.reasons.includes(ticked) ? ('not_met' as const) : criterion.judge(known),
    }))
  const withVerdict = (verdict: Verdict) => findings.filter((f) => f.verdict === verdict).map((f) => f.criterion)
  const failed = withVerdict('not_met')
  const unknown = withVerdict('unknown')
  const first = study.criteria.find((criterion) => criterion.name === failed[0])
  const reason = ticked ?? first?.reasonFromFacts ?? null
  return { verdict: reason ? 'not_met' : unknown.length > 0 ? 'unknown' : 'met', failed, unknown, reason, findings }
}

function tickedAgainst(study: Criterial, { reason }: CaseFacts): string | null {
  if (reason === undefined || reason === null) return null
  const step = stepOfReply(study, reason)
  if (!step) throw new RangeError('not a reason of a reply in this study')
  return step === 'criteria' ? reason : null
}
