import type { Reason, StudyProtocol } from './study'

type Reasoned = Pick<StudyProtocol, 'reasons'>

/** The reason with this code at a step (or wave); undefined when the study knows no such reason there. */
export function reasonNamed(study: Reasoned, step: string, code: string): Reason | undefined {
  const reasons = Object.hasOwn(study.reasons, step) ? study.reasons[step] : undefined
  return reasons && Object.hasOwn(reasons, code) ? reasons[code] : undefined
}

/** The codes of a step, in the order of the study. */
export const reasonCodes = (study: Reasoned, step: string): readonly string[] => Object.keys(study.reasons[step] ?? {})

/** Under which steps and codes a case waits and comes back by itself; under every other it is closed. */
export const waitingReasons = (study: Reasoned): { readonly step: string; readonly reason: string }[] =>
  Object.entries(study.reasons).flatMap(([step, reasons]) =>
    Object.entries(reasons).flatMap(([reason, { waits }]) => (waits ? [{ step, reason }] : [])),
  )

/**
 * The step that a reason on the supervisor's reply belongs to: it speaks against a criterion, or the criteria were met
 * and the client cannot be approached now (protocol §2, steps 3 and 4). Undefined when it is no reason of a reply.
 */
export function stepOfReply(study: Reasoned, reason: string): 'criteria' | 'judgement' | undefined {
  if (reasonNamed(study, 'criteria', reason)) return 'criteria'
  return reasonNamed(study, 'judgement', reason) ? 'judgement' : undefined
}
