import type { StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'

/**
 * Has the work derived anew of those whose follow-up a file may have ended, since it knows the register so far, or brought
 * back: it comes from another source that knows less far. The planner says which (see `knownSince`).
 */
export async function followedOtherwise(
  tx: StudyTx,
  { study: { protocol } }: Pick<Occasion, 'study'>,
  importId: string,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO study.stale (registration_id)
    SELECT r.id
      FROM study.intake_import i
      JOIN study.registration r ON r.study_id = i.study_id
      JOIN study.measurement m ON m.registration_id = r.id AND m.perspective = 'client'
                              AND m.wave = ${protocol.waves[0]?.name ?? ''}
      LEFT JOIN study.work w ON w.registration_id = r.id AND w.kind = 'follow_up'
     WHERE i.id = ${importId}::uuid AND i.kind = 'followup'
       AND CASE WHEN w.registration_id IS NULL
             THEN i.known_to < (r.started_on + make_interval(months => ${protocol.followUpMonths}::int))::date
                  AND NOT EXISTS (SELECT FROM study.register_event e
                                   WHERE e.registration_id = r.id AND e.event = 'ended' AND e.superseded_by IS NULL)
             ELSE i.known_to >= w.opens_on END`
}
