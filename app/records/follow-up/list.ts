import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Sql, sql } from '../../platform/sql'
import { addDays, type Day, fromColumn } from '../../protocol/day'
import { DUE_WEEKS, FOLLOW_UP_STATES, type FollowUpState } from '../../protocol/follow-up'

/** A participant in the list: since when, until when they are followed, and what the register told last. */
export type FollowedUp = {
  readonly registrationId: string
  readonly pseudonym: string
  readonly location: string
  readonly startedOn: Day
  /** The last day of the follow-up. */
  readonly until: Day
  readonly state: FollowUpState
  /** The day of the last event that counts; null when there is none. */
  readonly heardOn: Day | null
  /** What kind of ending was told; null while none was. */
  readonly ended: string | null
}

/** Which of them: in a state, at a location, after this key (`YYYY-MM-DD|id`); how many weeks ahead something is due. */
export type FollowUpPart = {
  readonly state?: FollowUpState | undefined
  readonly location?: string | undefined
  readonly weeks?: number
  readonly after?: string | null
  /** All of them without. */
  readonly limit?: number
}

/**
 * Everybody who was interviewed at the first wave and did not withdraw, by the last day of their follow-up. Whose
 * follow-up is work (see the planner) is not known yet; of all others an ending was told, or files know the register to
 * that day.
 */
export async function followedUp(
  db: StudyDb,
  occasion: Pick<Occasion, 'study' | 'today'>,
  { state, location, weeks = DUE_WEEKS, after, limit }: FollowUpPart,
): Promise<{ readonly items: FollowedUp[]; readonly next: string | null }> {
  const [day, id] = after?.split('|') ?? []
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.*, (SELECT max(e.happened_on) FROM study.register_event e
                  WHERE e.registration_id = p."registrationId" AND e.superseded_by IS NULL) AS "heardOn",
           (SELECT e.kind FROM study.register_event e WHERE e.registration_id = p."registrationId" AND e.event = 'ended'
               AND e.superseded_by IS NULL LIMIT 1) AS ended
      FROM (${participants(occasion, weeks)}) p
     WHERE (${state ?? null}::text IS NULL OR p.state = ${state ?? null})
       AND (${location ?? null}::text IS NULL OR p.location = ${location ?? null})
       AND (${day ?? null}::date IS NULL OR (p.until, p."registrationId") > (${day ?? null}::date, ${id ?? null}::uuid))
     ORDER BY p.until, p."registrationId" LIMIT ${limit === undefined ? null : limit + 1}::int`
  const items = rows.slice(0, limit ?? rows.length).map(({ startedOn, until, heardOn, ...row }) => ({
    ...row,
    startedOn: fromColumn(startedOn),
    until: fromColumn(until),
    heardOn: heardOn && fromColumn(heardOn),
  }))
  const last = items.at(-1)
  const more = limit !== undefined && rows.length > limit
  return { items, next: more && last ? `${last.until}|${last.registrationId}` : null }
}

/** How many stand in each state, and at which locations there are participants. */
export async function followUpCounts(
  db: StudyDb,
  occasion: Pick<Occasion, 'study' | 'today'>,
  { weeks = DUE_WEEKS }: Pick<FollowUpPart, 'weeks'> = {},
): Promise<{ readonly counts: Readonly<Record<FollowUpState, number>>; readonly locations: readonly string[] }> {
  const rows = await db.$queryRaw<{ state: FollowUpState; location: string; count: number }[]>`
    SELECT p.state, p.location, count(*)::int AS count FROM (${participants(occasion, weeks)}) p GROUP BY 1, 2`
  const of = (state: FollowUpState) => rows.reduce((sum, row) => (row.state === state ? sum + row.count : sum), 0)
  return {
    counts: Object.fromEntries(FOLLOW_UP_STATES.map((state) => [state, of(state)])) as Record<FollowUpState, number>,
    locations: [...new Set(rows.map(({ location }) => location))].sort(),
  }
}

type Row = Omit<FollowedUp, 'startedOn' | 'until' | 'heardOn'> & { startedOn: Date; until: Date; heardOn: Date | null }

const participants = ({ study: { id, protocol }, today }: Pick<Occasion, 'study' | 'today'>, weeks: number): Sql => sql`
  SELECT r.id AS "registrationId", d.pseudonym, r.location, r.started_on AS "startedOn",
         (r.started_on + make_interval(months => ${protocol.followUpMonths}::int))::date AS until,
         CASE WHEN w.opens_on IS NULL THEN 'known' WHEN w.opens_on <= ${today}::date THEN 'lacking'
              WHEN w.opens_on <= ${addDays(today, weeks * 7)}::date THEN 'due' ELSE 'later' END AS state
    FROM study.registration r
    JOIN study.dyad d ON d.registration_id = r.id
    JOIN study.measurement m ON m.registration_id = r.id AND m.perspective = 'client'
                            AND m.wave = ${protocol.waves[0]?.name ?? ''}
    LEFT JOIN study.work w ON w.registration_id = r.id AND w.kind = 'follow_up'
   WHERE r.study_id = ${id}::uuid AND r.started_on IS NOT NULL
     AND NOT EXISTS (SELECT FROM study.withdrawal g WHERE g.client_id = r.client_id)`
