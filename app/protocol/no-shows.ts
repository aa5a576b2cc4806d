import type { StudyProtocol, Wave } from './study'

/** Whether so many no-shows, in all, make a non-response (protocol §3). */
export const isNonResponse = (study: Pick<StudyProtocol, 'noShowsAllowed'>, noShows: number): boolean =>
  noShows >= study.noShowsAllowed

/** What one more no-show will do: the how manieth it is of how many, and whether it ends the wave, or the whole approach. */
export type NoShowOutlook = {
  readonly nth: number
  readonly of: number
  /** Null: a next appointment. `case`: it leaves, and nobody is asked; `wave`: the client is lost to it, the supervisor is asked. */
  readonly ends: 'case' | 'wave' | null
}

/** Said before it is recorded (protocol §3): after the third at a first wave the case leaves, at a later one (§4.5) the wave is lost. */
export function noShowOutlook(
  study: Pick<StudyProtocol, 'noShowsAllowed'>,
  wave: Pick<Wave, 'name' | 'window'>,
  soFar: number,
): NoShowOutlook {
  const nth = soFar + 1
  const ends = isNonResponse(study, nth) ? (wave.window ? 'wave' : 'case') : null
  return { nth, of: study.noShowsAllowed, ends }
}
