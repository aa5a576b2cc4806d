import type { StudyProtocol } from './study'

/** Whether so many no-shows, in all, make a non-response (protocol §3). */
export const isNonResponse = (study: Pick<StudyProtocol, 'noShowsAllowed'>, noShows: number): boolean =>
  noShows >= study.noShowsAllowed
