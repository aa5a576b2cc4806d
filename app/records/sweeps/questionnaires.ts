import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { addDays, fromColumn } from '../../protocol/day'
import { remindersDue } from '../../protocol/reminders'
import type { Wave } from '../../protocol/study'
import { questionnaireNeverReached } from '../ledger/never-reached'
import { each } from './each'
import { remind } from './remind'

/** Reminds supervisors of questionnaires that they got and that are open, by each wave's ladder (protocol §3). Gives how many were planned. */
export async function remindQuestionnaires(db: StudyDb, occasion: Occasion): Promise<number> {
  let count = 0
  for (const wave of occasion.study.protocol.waves) {
    count += await each(await dueAt(db, occasion, wave), (line) => remind(db, occasion, line))
  }
  return count
}

async function dueAt(db: StudyDb, { study, today }: Occasion, { name, questionnaire: ladder }: Wave) {
  const open = await db.$queryRaw<Open[]>`
    SELECT m.registration_id AS id, study.rater(m.dyad_id, m.registration_id) AS "supervisorId", m.opened_on AS "openedOn",
           coalesce(l.planned, 0) AS planned, coalesce(l.before, 0) AS before
      FROM study.measurement m JOIN study.registration r ON r.id = m.registration_id AND r.supervisor_id IS NOT NULL
      LEFT JOIN LATERAL (
        SELECT max(l.round)::int AS planned, (max(l.round) FILTER (WHERE l.planned_on <= m.opened_on))::int AS before
          FROM study.mail_line l
         WHERE l.registration_id = m.registration_id AND l.wave = m.wave AND l.kind = 'questionnaire_reminder') l ON true
     WHERE m.study_id = ${study.id}::uuid AND m.wave = ${name} AND m.perspective = 'supervisor'
       AND m.completed_on IS NULL AND m.closed_on IS NULL
       AND NOT ${questionnaireNeverReached}
       AND m.opened_on BETWEEN ${addDays(today, -ladder.nonResponse)}::date
                           AND ${addDays(today, -(ladder.reminders[0] ?? ladder.nonResponse))}::date`
  return open.flatMap(({ id, supervisorId, openedOn, planned, before }) => {
    const round = before + (remindersDue(ladder, fromColumn(openedOn), today).at(-1) ?? 0)
    return round > planned
      ? [{ registrationId: id, supervisorId, wave: name, kind: 'questionnaire_reminder' as const, round }]
      : []
  })
}

type Open = {
  readonly id: string
  readonly supervisorId: string
  readonly openedOn: Date
  /** The last round that was planned; and the last one before the questionnaire was opened again: its ladder begins anew. */
  readonly planned: number
  readonly before: number
}
