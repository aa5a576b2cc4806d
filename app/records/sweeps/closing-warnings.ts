import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { mayBeAskedFor } from '../../protocol/consent'
import { daysBetween, fromColumn } from '../../protocol/day'
import { warnedDays, waveNamed } from '../../protocol/waves'
import type { StaffLine } from '../ledger/plan-staff'
import { noTalkPlanned, stillToBeMet } from './windows'

/**
 * Warnings of windows that are about to close with no appointment (protocol §4.3), each with the days before the closing of
 * which it warns: of those that are due the last, so that nobody is warned twice on one day. Whether they were said before
 * is for whoever plans them.
 */
export async function closingWarnings(db: StudyDb, { study, today }: Occasion): Promise<StaffLine[]> {
  const windows = await db.$queryRaw<Window[]>`
    SELECT w.registration_id AS "registrationId", w.wave, w.closes_on AS "closesOn",
           coalesce((SELECT jsonb_object_agg(p.scope, p.granted) FROM study.permission p WHERE p.client_id = d.client_id),
                    '{}') AS granted
      FROM study.wave_window w JOIN study.dyad d ON d.registration_id = w.registration_id
     WHERE d.study_id = ${study.id}::uuid AND ${today}::date BETWEEN w.opens_on AND w.closes_on
       AND w.closes_on <= ${today}::date + ${warnedDays(study.protocol)}::int
       AND ${noTalkPlanned(today)} AND ${stillToBeMet}
     ORDER BY w.closes_on, w.registration_id, w.wave`
  return windows.flatMap(({ registrationId, wave: name, closesOn, granted }) => {
    const { closingWarnings: days } = waveNamed(study.protocol, name)
    const left = daysBetween(today, fromColumn(closesOn))
    const due = days.filter((before) => left <= before)
    if (due.length === 0 || !mayBeAskedFor(study.protocol, granted, name)) return []
    return [{ registrationId, wave: name, kind: 'closing_warning' as const, round: Math.min(...due) }]
  })
}

type Window = {
  readonly registrationId: string
  readonly wave: string
  readonly closesOn: Date
  readonly granted: Record<string, boolean>
}
