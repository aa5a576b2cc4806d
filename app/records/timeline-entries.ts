import type { StudyDb } from '../platform/database'
import { type Day, fromColumn } from '../protocol/day'

/** Something that happened to a case: on which day, at which wave, by which kind of actor, and what is to be said of it. */
export type Entry = {
  readonly on: Day
  readonly kind: string
  readonly wave: string | null
  readonly actor: string | null
  readonly details: Readonly<Record<string, string | number | null>>
}

type Row = Omit<Entry, 'on'> & { on: Date }

/** Everything that happened to a case, oldest first, from the rows themselves; answers and names are not among it. */
export async function entriesOf(db: StudyDb, registrationId: string): Promise<Entry[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.on, e.kind, e.wave, e.actor, e.details FROM (
      SELECT registered_on AS "on", 0 AS place, 'registered' AS kind, NULL AS wave, NULL AS actor, '{}'::jsonb AS details
        FROM study.registration WHERE id = ${registrationId}::uuid
      UNION ALL
      SELECT sent_on, 1, 'inquired', NULL, NULL, '{}' FROM study.inquiry WHERE registration_id = ${registrationId}::uuid
      UNION ALL
      SELECT replied_on, 2, 'replied', NULL, NULL,
             jsonb_build_object('contacts', contacts, 'nextContactOn', next_contact_on, 'reason', reason)
        FROM study.inquiry WHERE registration_id = ${registrationId}::uuid AND replied_on IS NOT NULL
      UNION ALL
      SELECT judged_on, 3, CASE WHEN approachable THEN 'approachable' ELSE 'not_approachable' END, NULL, NULL,
             jsonb_build_object('reason', reason)
        FROM study.judgement WHERE registration_id = ${registrationId}::uuid AND replaced_on IS NULL
      UNION ALL
      SELECT d.bound_on, 4, CASE WHEN b.id IS NULL THEN 'bound' ELSE 'other_supervisor' END, NULL, NULL,
             jsonb_strip_nulls(jsonb_build_object('pair', b.pseudonym))
        FROM study.dyad d LEFT JOIN study.dyad_before b ON b.next_id = d.id WHERE d.registration_id = ${registrationId}::uuid
      UNION ALL
      SELECT d.bound_on, 4, CASE WHEN b.id IS NULL THEN 'bound' ELSE 'other_supervisor' END, NULL, NULL,
             jsonb_strip_nulls(jsonb_build_object('pair', b.pseudonym))
        FROM study.dyad_before d LEFT JOIN study.dyad_before b ON b.next_id = d.id WHERE d.registration_id = ${registrationId}::uuid
      UNION ALL
      SELECT missed_on, 5, 'no_show', wave, NULL, '{}' FROM study.no_show WHERE registration_id = ${registrationId}::uuid
      UNION ALL
      SELECT opened_on, 6, CASE perspective WHEN 'client' THEN 'interviewed' ELSE 'questionnaire_opened' END, wave, NULL,
             jsonb_strip_nulls(jsonb_build_object('contacts', contacts, 'minutes', minutes, 'interviewer', interviewer))
        FROM study.measurement WHERE registration_id = ${registrationId}::uuid
      UNION ALL
      SELECT completed_on, 7, 'questionnaire_completed', wave, NULL, '{}'
        FROM study.measurement
       WHERE registration_id = ${registrationId}::uuid AND perspective = 'supervisor' AND completed_on IS NOT NULL
      UNION ALL
      SELECT closed_on, 8, 'questionnaire_closed', wave, NULL, '{}'
        FROM study.measurement WHERE registration_id = ${registrationId}::uuid AND closed_on IS NOT NULL
      UNION ALL
      SELECT left_on, 9, 'left', NULL, decided_by, jsonb_build_object('step', step, 'reason', reason)
        FROM study.departure WHERE registration_id = ${registrationId}::uuid
      UNION ALL
      SELECT returned_on, 9, 'came_back', NULL, NULL, jsonb_build_object('step', step)
        FROM study.departure WHERE registration_id = ${registrationId}::uuid AND returned_on IS NOT NULL
      UNION ALL
      SELECT n.day, 10, 'mail_' || l.state, nullif(l.wave, 'intake'), NULL,
             jsonb_build_object('message', l.kind, 'round', l.round)
        FROM study.mail_line l JOIN study.mail_envelope n ON n.id = l.envelope_id
       WHERE l.registration_id = ${registrationId}::uuid AND l.supervisor_id IS NOT NULL
      UNION ALL
      SELECT w.withdrawn_on, 11, 'withdrawn', NULL, NULL,
             jsonb_build_object('collected', CASE WHEN w.erase_on IS NULL THEN w.collected ELSE 'keep' END)
        FROM study.withdrawal w JOIN study.registration r ON r.client_id = w.client_id WHERE r.id = ${registrationId}::uuid
      UNION ALL
      SELECT w.erase_on, 11, 'erased', NULL, NULL, '{}'
        FROM study.withdrawal w JOIN study.registration r ON r.client_id = w.client_id
       WHERE r.id = ${registrationId}::uuid AND w.erase_on IS NOT NULL
      UNION ALL
      SELECT happened_on, 12, 'register_' || event, NULL, NULL,
             jsonb_strip_nulls(jsonb_build_object('kind', kind, 'reason', reason))
        FROM study.register_event WHERE registration_id = ${registrationId}::uuid AND superseded_by IS NULL
    ) e ORDER BY e.on, e.place`
  return rows.map((row) => ({ ...row, on: fromColumn(row.on) }))
}
