import type { StudyRef } from '../../platform/occasion'
import { empty, join, named, type Sql, sql } from '../../platform/sql'
import type { Day } from '../../protocol/day'
import { INTAKE_STEPS, STAGE_NAMES, STAGES } from '../../protocol/stages'
import { pairBefore } from '../pairs/pairs'

/** The flow as of which day, of which part of the study. */
export type FlowPart = {
  readonly on: Day
  readonly region?: string | undefined
  readonly location?: string | undefined
  readonly organisation?: string | undefined
}

/**
 * Where every registration stood on a day, from dated facts: at which step; in which stage, or (when it left there) for
 * which reason; and since when. What was not known by that day does not count, so a day of the past shows what the study
 * looked like then; of two facts between which a correction came, the one that stood. A question handed over or
 * asked again counts from its first day. When somebody planned a talk is not kept: a plan counts from the pair on.
 * `only` narrows the registrations (`r`) that are looked at.
 */
export const placesOn = (study: StudyRef, part: FlowPart, only: Sql = empty): Sql => sql`
  SELECT p.*, CASE WHEN p.stage = 'left' THEN p.left_step
                   WHEN p.stage = 'interviewed' THEN ${waveAt(study, sql`p.held`)}
                   ELSE ${STEP_OF_STAGE} END AS step
    FROM (${standings(study, part, only)}) p`

/** The step of a stage, as the table of the protocol has it. */
const STEP_OF_STAGE = sql`CASE p.stage ${join(
  STAGE_NAMES.flatMap((stage) => (STAGES[stage].step ? [sql`WHEN ${stage} THEN ${STAGES[stage].step}`] : [])),
  ' ',
)} END`
/** The how manyeth wave of the study. */
const waveAt = ({ protocol }: StudyRef, place: Sql) =>
  sql`(ARRAY[${join(protocol.waves.map(({ name }) => name))}]::text[])[${place}]`

/** The same as `stageOf`, of any day; and how many waves were held, one after the other. */
function standings(study: StudyRef, part: FlowPart, only: Sql): Sql {
  const { on } = part
  const interviews = study.protocol.waves.map(({ name }, index) => ({ name, at: named(`interview_${index}`) }))
  const held = sql`CASE ${join(
    interviews.map(({ at }, index) => sql`WHEN ${at}.id IS NULL THEN ${index}::int`),
    ' ',
  )} ELSE ${interviews.length}::int END`
  const lastHeld = join(
    [...interviews].reverse().map(({ at }) => sql`${at}.opened_on`),
    ', ',
  )
  return sql`
    SELECT r.id, r.client_id AS "clientId", r.location, r.region, r.registered_on, ${held} AS held, gone.step AS left_step,
           CASE WHEN gone.id IS NOT NULL THEN 'left'
                WHEN ${held} > 0 THEN 'interviewed'
                WHEN d.planned_on IS NOT NULL THEN 'planned'
                WHEN d.id IS NOT NULL OR j.approachable THEN 'to_approach'
                WHEN ${replied(on)} THEN CASE WHEN ${criteriaMet(on)} THEN 'to_judge' ELSE 'to_screen' END
                WHEN coalesce(b.sent_on, i.sent_on) IS NOT NULL THEN 'awaiting_reply'
                ELSE 'to_inquire' END AS stage,
           coalesce(gone.reason, lost.reason) AS reason,
           coalesce(gone.left_on, lost.left_on, ${lastHeld}, d.bound_on, j.judged_on,
                    CASE WHEN i.replied_on <= ${on}::date THEN i.replied_on END, i.sent_on, b.sent_on, r.registered_on) AS since
      FROM study.registration r
      LEFT JOIN study.departure gone ON gone.registration_id = r.id AND gone.step = ANY(${[...INTAKE_STEPS]}::text[])
            AND ${standsLast(sql`gone`, on)}
      LEFT JOIN study.inquiry i ON i.registration_id = r.id AND i.sent_on <= ${on}::date
      LEFT JOIN study.inquiry_before b ON b.registration_id = r.id AND b.seq = 1 AND b.sent_on <= ${on}::date
      LEFT JOIN study.judgement j ON j.registration_id = r.id AND ${stood(sql`j`, sql`j.judged_on`, on)}
            AND NOT EXISTS (SELECT FROM study.judgement k WHERE k.registration_id = j.registration_id AND k.seq < j.seq
                               AND ${stood(sql`k`, sql`k.judged_on`, on)})
      LEFT JOIN study.dyad d ON d.registration_id = r.id AND (d.bound_on <= ${on}::date OR ${pairBefore(sql`r.id`, on)})
            AND (d.unbound_on IS NULL OR d.unbound_on > ${on}::date)
            AND (d.unbound_on IS NULL OR d.unbound_on > ${on}::date)
      ${join(
        interviews.map(
          ({ name, at }) => sql`
      LEFT JOIN study.measurement ${at} ON ${at}.registration_id = r.id AND ${at}.wave = ${name}
            AND ${at}.perspective = 'client' AND ${at}.opened_on <= ${on}::date`,
        ),
        ' ',
      )}
      LEFT JOIN study.departure lost ON lost.registration_id = r.id AND lost.step = ${waveAt(study, sql`${held} + 1`)}
            AND ${standsLast(sql`lost`, on)}
     WHERE r.study_id = ${study.id}::uuid AND r.registered_on <= ${on}::date ${within(part)} ${only}`
}

const within = ({ region, location, organisation }: FlowPart): Sql =>
  join(
    [
      region === undefined ? empty : sql`AND r.region = ${region}`,
      location === undefined ? empty : sql`AND r.location = ${location}`,
      organisation === undefined ? empty : sql`AND r.organisation = ${organisation}`,
    ],
    ' ',
  )

/** A departure that stood on that day: of two that overlap, because one was written down for a day before, the later. */
const standsLast = (at: Sql, on: Day): Sql => sql`
  ${open(at, on)} AND NOT EXISTS (
    SELECT FROM study.departure o WHERE o.registration_id = ${at}.registration_id AND o.step = ANY(
             CASE WHEN ${at}.step = ANY(${[...INTAKE_STEPS]}::text[]) THEN ${[...INTAKE_STEPS]}::text[] ELSE ARRAY[${at}.step] END)
       AND ${open(sql`o`, on)} AND (o.left_on, o.id) > (${at}.left_on, ${at}.id))`
const open = (at: Sql, on: Day): Sql =>
  sql`${at}.left_on <= ${on}::date AND (${at}.returned_on IS NULL OR ${at}.returned_on > ${on}::date)`

/** A fact that was said by that day and not yet replaced. */
const stood = (at: Sql, said: Sql, on: Day): Sql =>
  sql`${said} <= ${on}::date AND (${at}.replaced_on IS NULL OR ${at}.replaced_on > ${on}::date)`

const replied = (on: Day): Sql => sql`
  (i.replied_on <= ${on}::date OR EXISTS (SELECT FROM study.inquiry_before q
    WHERE q.registration_id = r.id AND q.replied_on <= ${on}::date AND q.ended_on > ${on}::date))`

const criteriaMet = (on: Day): Sql => sql`
  (SELECT bool_and(f.verdict = 'met') FROM study.criterion_finding f
    WHERE f.registration_id = r.id AND ${stood(sql`f`, sql`f.found_on`, on)})`
