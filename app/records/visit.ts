import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { sql } from '../platform/sql'
import { scopesLacking } from '../protocol/consent'
import { type Day, fromColumn } from '../protocol/day'
import { waveNamed } from '../protocol/waves'
import { TALKS } from '../protocol/work'
import { caseOfPair } from './pairs/pairs'
import { workToday } from './work/rows'

/** A talk that is to be held with a client: where, when, and up to when. Nothing of the supervisor (protocol §1, §6). */
export type Visit = {
  readonly registrationId: string
  /** The client's pseudonym. */
  readonly pseudonym: string
  readonly location: string
  readonly wave: string
  /** The day of the talk with the supervisor after which the interview is held, as far as anybody said it. */
  readonly on: Day | null
  /** Minutes since midnight, and the room, as far as somebody planned them; null: right after the talk, at no place of its own. */
  readonly at: number | null
  readonly room: string | null
  /** When the wave can be held; null for a wave without a window. */
  readonly window: { readonly opens: Day; readonly closes: Day } | null
  /** The client allows to be telephoned. */
  readonly telephone: boolean
}

/** The interview that is due or planned today for the pair with this pseudonym, of now or of before; null when there is none. */
export async function visitTo(db: StudyDb, { study, today }: Occasion, dyad: string): Promise<Visit | null> {
  const registrationId = await caseOfPair(db, study.id, dyad)
  if (!registrationId) return null
  const [row] = await db.$queryRaw<Row[]>(sql`
    SELECT w."registrationId", w.pseudonym, coalesce(a.location, w.location) AS location, w.wave,
           a.at_minute AS at, m.name AS room, v.opens_on AS opens, v.closes_on AS closes,
           CASE WHEN w.kind = 'appointment' THEN v.appointment_on
                WHEN w.kind = 'interview' AND w.fact <> 'pair_bound' THEN w.due END AS "on",
           coalesce((SELECT jsonb_object_agg(x.scope, x.granted) FROM study.permission x WHERE x.client_id = d.client_id),
                    '{}') AS granted
      FROM (${workToday({ study, today })}) w
      JOIN study.dyad d ON d.registration_id = w."registrationId"
      LEFT JOIN study.wave_window v ON v.registration_id = w."registrationId" AND v.wave = w.wave
      LEFT JOIN study.appointment a ON a.registration_id = w."registrationId" AND a.wave = w.wave AND a.state = 'planned'
      LEFT JOIN study.room m ON m.id = a.room_id
     WHERE w."registrationId" = ${registrationId}::uuid AND w.opens <= ${today}::date AND w.kind = ANY(${[...TALKS]}::text[])
     ORDER BY w.due LIMIT 1`)
  if (!row) return null
  const { opens, closes, on, granted, wave, ...rest } = row
  return {
    ...rest,
    wave,
    on: on && fromColumn(on),
    window: opens && closes ? { opens: fromColumn(opens), closes: fromColumn(closes) } : null,
    telephone: scopesLacking(study.protocol, granted, 'telephone', waveNamed(study.protocol, wave)).length === 0,
  }
}

type Row = {
  registrationId: string
  pseudonym: string
  location: string
  wave: string
  on: Date | null
  at: number | null
  room: string | null
  opens: Date | null
  closes: Date | null
  granted: Record<string, boolean>
}
