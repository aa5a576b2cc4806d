import type { Retained } from '../retained'
import type { Words } from '../words'

/** Whom a table is about. */
export type Whose = 'client' | 'supervisor' | 'staff' | 'nobody'

/**
 * What a column holds. `name` names or reaches somebody; `hash` recognises somebody without saying who; `pseudonym` and
 * `key` stand for somebody within the system; `offence` tells of an offence, a sentence or its supervision (GDPR
 * art. 10); `answer` is what somebody said; `fact` says something else of a person; `day` when it was; `machine` is the
 * system's own.
 */
export type Holds = 'name' | 'hash' | 'pseudonym' | 'key' | 'offence' | 'answer' | 'fact' | 'day' | 'machine'

/** Why it may be held (GDPR art. 6.1 with, for research, art. 89 and the Dutch act's art. 32 for offences). */
export type Ground = 'consent' | 'research' | 'legal_duty' | 'system'

/** One table of the system, described for the record of processing (GDPR art. 30). */
export type Held = {
  readonly what: Words
  readonly whose: Whose
  readonly why: Words
  readonly ground: Ground
  /** Which term of the study's table of retention it falls under; null when nobody is in it. */
  readonly keep: Retained | null
  /**
   * Whether to stand in this table at all says that somebody is under supervision, so that all of it falls under GDPR
   * art. 10, whatever its columns say.
   */
  readonly presence: boolean
  readonly columns: Readonly<Record<string, Holds>>
}
