import type { StudyProtocol } from './study'

/**
 * Places that a supervisor has left; never negative. `taken` counts the clients whose first interview was held
 * and those whose approach is under way (protocol §2.1, 2).
 */
export const placesFree = (study: Pick<StudyProtocol, 'placesPerSupervisor'>, taken: number): number =>
  Math.max(0, study.placesPerSupervisor - taken)
