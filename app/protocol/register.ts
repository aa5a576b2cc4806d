import type { RegisterFact, StudyProtocol } from './study'

/** Which part of a register event the study does not know: the event, its kind or its reason; null when it knows all. */
export function unknownInRegister(
  study: Pick<StudyProtocol, 'registerEvents'>,
  { event, kind, reason }: Pick<RegisterFact, 'event' | 'kind' | 'reason'>,
): 'event' | 'kind' | 'reason' | null {
  if (!Object.hasOwn(study.registerEvents, event)) return 'event'
  const kinds = study.registerEvents[event]?.kinds ?? {}
  if (kind === null) return Object.keys(kinds).length > 0 ? 'kind' : reason === null ? null : 'reason'
  if (!Object.hasOwn(kinds, kind)) return 'kind'
  return reason === null || Object.hasOwn(kinds[kind]?.reasons ?? {}, reason) ? null : 'reason'
}
