import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import { type Day, fromColumn } from '../protocol/day'
import { withoutDashes } from '../protocol/pseudonym'
import type { Wave } from '../protocol/study'
import { type WaveStateName, waveState } from '../protocol/waves'

/** A pair in the list: who, where, since when, and where it stands at each wave. */
export type DyadLine = {
  readonly pseudonym: string
  readonly clientPseudonym: string
  readonly location: string
  readonly boundOn: Day
  readonly waves: readonly { readonly wave: string; readonly state: WaveStateName }[]
}

/**
 * The pairs of a study by pseudonym, a page at a time; `search` is a pseudonym or its beginning, as somebody typed it, also
 * of a pair before another supervisor took over.
 * Takes the day on which the waves' states are looked at.
 */
export async function dyads(
  db: StudyDb,
  study: StudyRef,
  part: {
    readonly on: Day
    readonly after?: string | null
    readonly limit: number
    readonly search?: string
    readonly locations?: readonly string[]
  },
): Promise<{ items: DyadLine[]; next: string | null }> {
  const begins = withoutDashes(part.search ?? '').toUpperCase()
  const rows = await db.$queryRaw<Row[]>`
    SELECT d.pseudonym, c.pseudonym AS "clientPseudonym", r.location, d.bound_on AS "boundOn",
           (SELECT w.withdrawn_on FROM study.withdrawal w WHERE w.client_id = c.id) AS withdrawn,
           (SELECT jsonb_object_agg(m.wave, jsonb_build_object('begun', m.opened_on, 'held', m.completed_on))
              FROM study.measurement m WHERE m.registration_id = r.id AND m.perspective = 'client') AS measured,
           (SELECT jsonb_object_agg(x.step, x.left_on) FROM study.departure x
             WHERE x.registration_id = r.id AND x.returned_on IS NULL) AS "left",
           (SELECT jsonb_object_agg(v.wave, v.anchor_on) FROM study.wave_window v WHERE v.registration_id = r.id) AS anchors
      FROM study.dyad d
      JOIN study.registration r ON r.id = d.registration_id
      JOIN study.client c ON c.id = d.client_id
     WHERE d.study_id = ${study.id}::uuid AND d.pseudonym > ${part.after ?? ''}
       AND (starts_with(replace(d.pseudonym, '-', ''), ${begins}) OR starts_with(replace(c.pseudonym, '-', ''), ${begins})
            OR EXISTS (SELECT FROM study.dyad_before p
                        WHERE p.registration_id = r.id AND starts_with(replace(p.pseudonym, '-', ''), ${begins})))
       AND (${part.locations === undefined} OR r.location = ANY(${[...(part.locations ?? [])]}::text[]))
     ORDER BY d.pseudonym LIMIT ${part.limit + 1}::int`
  const items = rows.slice(0, part.limit).map((row) => lineOf(row, study.protocol.waves, part.on))
  return { items, next: rows.length > part.limit ? (items.at(-1)?.pseudonym ?? null) : null }
}

type Row = {
  pseudonym: string
  clientPseudonym: string
  location: string
  boundOn: Date
  withdrawn: Date | null
  measured: Record<string, { readonly begun: Day; readonly held: Day | null }> | null
  left: Record<string, Day> | null
  anchors: Record<string, Day> | null
}

function lineOf(row: Row, waves: readonly Wave[], on: Day): DyadLine {
  const { pseudonym, clientPseudonym, location } = row
  const stateOf = (wave: Wave) => {
    const facts = {
      anchor: row.anchors?.[wave.name] ?? null,
      begun: row.measured?.[wave.name]?.begun ?? null,
      held: row.measured?.[wave.name]?.held ?? null,
      lost: row.left?.[wave.window ? wave.name : 'approach'] ?? null,
      withdrawn: row.withdrawn && fromColumn(row.withdrawn),
    }
    return { wave: wave.name, state: waveState(wave, facts, on).state }
  }
  return { pseudonym, clientPseudonym, location, boundOn: fromColumn(row.boundOn), waves: waves.map(stateOf) }
}
