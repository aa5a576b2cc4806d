import type { StudyRef } from '../../platform/occasion'
import { empty, join, named, type Sql, sql } from '../../platform/sql'
import type { Day } from '../../protocol/day'

/** The flow as of which day, of which part of the study. */
export type FlowPart = {
  readonly on: Day
  readonly region?: string | undefined
  readonly location?: string | undefined
  readonly organisation?: string | undefined
}

/**
 * Where every registration stood on a day, from dated facts: id, location, region, step, stage (null: left there), reason,
 * the day since when, and per wave w whether client (client_w) and supervisor (supervisor_w) had answered. What was not
 * known by that day does not count, so a day of the past shows what the study looked like then; of two facts that a
 * correction made, the one that stood that day. A question that was handed over or asked again counts from its first
 * day. Which day was planned for a talk is kept without the day on which somebody planned it: it counts from the pair on.
 */
export const placesOn = (study: StudyRef, part: FlowPart): Sql => sql`
  SELECT r.id, r.client_id, r.location, r.region,
         CASE WHEN gone.step IS NOT NULL THEN gone.step ${heldSteps(study)}
              WHEN d.bound_on IS NOT NULL OR j.approachable THEN 'approach'
              WHEN j.approachable IS NOT NULL OR known.criteria_met THEN 'judgement'
              WHEN asked.replied_on IS NOT NULL THEN 'criteria'
              WHEN asked.sent_on IS NOT NULL THEN 'inquiry'
              ELSE 'register' END AS step,
         CASE WHEN gone.step IS NOT NULL ${lostStages(study)} THEN NULL
              WHEN m.held_0 THEN 'interviewed'
              WHEN d.planned_on IS NOT NULL THEN 'planned'
              WHEN d.bound_on IS NOT NULL OR j.approachable THEN 'to_approach'
              WHEN j.approachable IS NOT NULL OR known.criteria_met THEN 'to_judge'
              WHEN asked.replied_on IS NOT NULL THEN 'to_screen'
              WHEN asked.sent_on IS NOT NULL THEN 'awaiting_reply'
              ELSE 'to_inquire' END AS stage,
         CASE WHEN gone.step IS NOT NULL THEN gone.reason ${lostReasons(study)} END AS reason
    FROM study.registration r
