import { stepOfReply } from './reasons'
import type { CaseFacts, StudyProtocol, Verdict } from './study'

/** What is known of each criterion, what follows, and the code under which the case leaves when it is not met. */
export type Judged = {
  readonly verdict: Verdict
  /** The first criterion that is not met, in the order of the study; all of them; and those that nobody knows. */
  readonly first: string | null
  readonly failed: string[]
  readonly unknown: string[]
  readonly reason: string | null
  readonly findings: { readonly criterion: string; readonly verdict: Verdict }[]
}

type Criterial = Pick<StudyProtocol, 'criteria' | 'reasons'>
/** What somebody found out about single criteria: it goes before what follows from the facts. */
export type FoundOut = Readonly<Record<string, Verdict>>

/**
 * Judges the criteria of the inquiry on what is known (protocol §2.1).
 * A ticked reason decides the code, unless somebody found out otherwise; a reason of step 4 means that the criteria were
 * met. A reason "seen in the field" that belongs to no criterion is not met with an empty `failed`. Throws a RangeError on a
 * reason the study does not know.
 */
export function judgeCriteria(study: Criterial, facts: CaseFacts, foundOut: FoundOut = {}): Judged {
  const ticked = tickedAgainst(study, facts)
  const known = { ...facts, reason: ticked ?? (facts.reason === undefined ? undefined : null) }
  const asked = study.criteria.filter((criterion) => criterion.asked === 'inquiry')
  const findings = asked.map((criterion) => ({
    criterion: criterion.name,
    verdict:
      foundOut[criterion.name] ??
      (ticked && criterion.reasons.includes(ticked) ? ('not_met' as const) : criterion.judge(known)),
  }))
  const withVerdict = (verdict: Verdict) => findings.filter((f) => f.verdict === verdict).map((f) => f.criterion)
  const failed = withVerdict('not_met')
  const unknown = withVerdict('unknown')
  const first = asked.find((criterion) => criterion.name === failed[0])
  const about = ticked && asked.find((criterion) => criterion.reasons.includes(ticked))
  const decides = about && !failed.includes(about.name) ? null : ticked
  const reason = decides ?? first?.reasonFromFacts ?? null
  const verdict = reason ? 'not_met' : unknown.length > 0 ? 'unknown' : 'met'
  return { verdict, first: failed[0] ?? null, failed, unknown, reason, findings }
}

/** What the register alone says of each criterion, before anybody answered. */
export const registerSays = (study: Criterial, facts: CaseFacts): FoundOut =>
  Object.fromEntries(
    judgeCriteria(study, { ...facts, isSupervisor: null, contacts: null, reason: undefined }).findings.map(
      ({ criterion, verdict }) => [criterion, verdict],
    ),
  )

/**
 * What a reply says of step 4: null, the client can be approached; a reason, not now. Undefined when it says nothing of it:
 * who answered is not the supervisor, or something spoke against a criterion.
 */
export function judgementOf(
  study: Criterial,
  { isSupervisor, reason }: Pick<CaseFacts, 'isSupervisor' | 'reason'>,
): string | null | undefined {
  if (isSupervisor !== true || reason === undefined) return undefined
  return reason === null || stepOfReply(study, reason) === 'judgement' ? reason : undefined
}

function tickedAgainst(study: Criterial, { reason }: CaseFacts): string | null {
  if (reason === undefined || reason === null) return null
  const step = stepOfReply(study, reason)
  if (!step) throw new RangeError('not a reason of a reply in this study')
  return step === 'criteria' ? reason : null
}
