import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { addDays, fromColumn } from '../../protocol/day'
import { remindersDue } from '../../protocol/reminders'
import type { Wave } from '../../protocol/study'
import { each } from './each'
import { remind } from './remind'

/** Reminds supervisors of questionnaires that are open, by each wave's ladder (protocol §3). Gives how many were planned. */
export async function remindQuestionnaires(db: StudyDb, occasion: Occasion): Promise<number> {
  let count = 0
  for (const wave of occasion.study.protocol.waves) {
    count += await each(await dueAt(db, occasion, wave), (line) => remind(db, occasion, line))
  }
  return count
}

async function dueAt(db: StudyDb, { study, today }: Occasion, { name, questionnaire: ladder }: Wave) {
  const open = await db.$queryRaw<{ id: string; supervisorId: string; openedOn: Date; planned: number }[]>`
    SELECT m.registration_id AS id, study.rater(m.dyad_id, m.registration_id) AS "supervisorId", m.opened_on AS "openedOn",
           coalesce((SELECT max(l.round) FROM study.mail_line l WHERE l.registration_id = m.registration_id
                      AND l.wave = m.wave AND l.kind = 'questionnaire_reminder'), 0)::int AS planned
      FROM study.measurement m JOIN study.registration r ON r.id = m.registration_id AND r.supervisor_id IS NOT NULL
     WHERE m.study_id = ${study.id}::uuid AND m.wave = ${name} AND m.perspective = 'supervisor'
       AND m.completed_on IS NULL AND m.closed_on IS NULL
       AND m.opened_on BETWEEN ${addDays(today, -ladder.nonResponse)}::date
                           AND ${addDays(today, -(ladder.reminders[0] ?? ladder.nonResponse))}::date`
  return open.flatMap(({ id, supervisorId, openedOn, planned }) => {
    const round = remindersDue(ladder, fromColumn(openedOn), today).at(-1) ?? 0
    return round > planned
      ? [{ registrationId: id, supervisorId, wave: name, kind: 'questionnaire_reminder' as const, round }]
      : []
  })
}
