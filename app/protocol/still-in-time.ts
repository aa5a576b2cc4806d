import { addDays, type Day } from './day'
import type { StudyProtocol } from './study'

/**
 * The last day on which a case that waits may come back: later its talks have run past the window (protocol §2, decided).
 * Counted from the start of supervision, or from its registration while it has not started.
 */
export const comesBackUntil = (
  { comesBackWithin }: Pick<StudyProtocol, 'comesBackWithin'>,
  { startedOn, registeredOn }: { readonly startedOn: Day | null; readonly registeredOn: Day },
): Day => addDays(startedOn ?? registeredOn, comesBackWithin)

/** Whether a case that waits can still come back on this day. */
export const stillInTime = (
  study: Pick<StudyProtocol, 'comesBackWithin'>,
  since: { readonly startedOn: Day | null; readonly registeredOn: Day },
  on: Day,
): boolean => on <= comesBackUntil(study, since)
