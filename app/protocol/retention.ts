import { addDays, addMonths, type Day } from './day'
import type { Retained, Retention } from './retained'

/**
 * Days for which something stands in the report before the job deletes it (§6, **decided**): long enough for somebody
 * to see it and to mend a mistake in the facts. It is announced before its term is over, so that it goes on time. Of names
 * it is remembered whose they were: who did not stand in every report of those days stays.
 */
export const ANNOUNCED_DAYS = 7

/**
 * Who sees to it that a kind goes. `job`: the night's job, after its announcement. `at_once`: the same job, unannounced,
 * since nobody is named by it. `on_its_day`: the same job after its announcement, on the day that was said of each file.
 * `not_kept`: there is nothing to delete. `owner`: whoever owns the database deletes it with
 * the study: no role of the system may, and its audit is never deleted from.
 */
export const GOES = {
  names_never_took_part: 'job',
  names_of_participants: 'job',
  names_of_supervisors: 'job',
  consent_forms: 'owner',
  mail_shown: 'not_kept',
  sessions: 'at_once',
  refused_rows: 'at_once',
  uploaded_files: 'at_once',
  register_files: 'on_its_day',
  answers: 'owner',
  audit: 'owner',
} as const satisfies Record<Retained, 'job' | 'at_once' | 'on_its_day' | 'not_kept' | 'owner'>
export type NamesKind = { [K in Retained]: (typeof GOES)[K] extends 'job' ? K : never }[Retained]

/** The day on which the time of keeping is over: on that day it goes. */
export function dueOn({ keep }: Pick<Retention, 'keep'>, from: Day): Day {
  if ('months' in keep) return addMonths(from, keep.months)
  return addDays(from, 'days' in keep ? keep.days : Math.ceil(keep.hours / 24))
}
