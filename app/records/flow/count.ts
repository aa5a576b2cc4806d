import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { join, named, type Sql, sql } from '../../platform/sql'
import type { Day } from '../../protocol/day'
import type { Stage } from '../../protocol/stages'
import { type FlowPart, placesOn } from './places'

/** Where a flow is split: a flow for every place of this kind. */
export type FlowBy = 'location' | 'region'

/** How many cases stood somewhere: at which step, in which stage or left for which reason, and who of them had answered. */
export type Place = {
  /** The location or region, when the flow is split; else empty. */
  readonly by: string
  readonly step: string
  readonly stage: Stage
  readonly reason: string | null
  readonly count: number
  /** Per wave, in the order of the study. */
  readonly clients: readonly number[]
  readonly supervisors: readonly number[]
  readonly dyads: readonly number[]
}

/** Every place where somebody stood on that day, counted in one statement. */
export const countPlaces = (db: StudyDb, study: StudyRef, part: FlowPart, by: FlowBy | null): Promise<Place[]> => {
  const { waves } = study.protocol
  const sides = waves.flatMap(({ name: wave }, index) =>
    (['client', 'supervisor'] as const).map((side) => ({ wave, side, at: named(`${side}_${index}`) })),
  )
  const sums = (side: string) =>
    join(
      waves.map((_, index) => sql`count(${named(`${side}_${index}`)}.id)::int`),
      ', ',
    )
  const pairs = join(
    waves.map(
      (_, index) =>
        sql`count(${named(`client_${index}`)}.id) FILTER (WHERE ${named(`supervisor_${index}`)}.id IS NOT NULL)::int`,
    ),
    ', ',
  )
  return db.$queryRaw<Place[]>`
    SELECT ${by ? sql`p.${named(by)}` : sql`''`} AS by, p.step, p.stage, p.reason, count(*)::int AS count,
           ARRAY[${sums('client')}] AS clients, ARRAY[${sums('supervisor')}] AS supervisors, ARRAY[${pairs}] AS dyads
      FROM (${placesOn(study, part)}) p
      ${join(
        sides.map((one) => answered(one, part.on)),
        ' ',
      )}
     GROUP BY 1, 2, 3, 4`
}

/** The answers of one side at one wave that were in by that day. */
const answered = ({ wave, side, at }: { wave: string; side: string; at: Sql }, on: Day): Sql => sql`
  LEFT JOIN study.measurement ${at} ON ${at}.registration_id = p.id AND ${at}.wave = ${wave}
        AND ${at}.perspective = ${side} AND ${at}.completed_on <= ${on}::date`
