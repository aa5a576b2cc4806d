import type { StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { planMail } from '../ledger/plan'
import type { Measured } from './measured'

/**
 * Plans thanks for a questionnaire that its supervisor has signed off, once for each wave. Who never got mail about it is
 * not thanked by mail: it came on paper or in a file.
 */
export async function thank(tx: StudyTx, occasion: Occasion, { id, registrationId, wave }: Measured): Promise<void> {
  const [asked] = await tx.$queryRaw<{ supervisorId: string }[]>`
    SELECT l.supervisor_id AS "supervisorId"
      FROM study.measurement m
      JOIN study.mail_line l ON l.registration_id = m.registration_id AND l.wave = m.wave
       AND l.supervisor_id = study.rater(m.dyad_id, m.registration_id)
     WHERE m.id = ${id}::uuid AND l.kind IN ('questionnaire', 'questionnaire_reminder') AND l.state IN ('sent', 'suppressed')
     LIMIT 1`
  if (!asked) return
  const { supervisorId } = asked
  await planMail(tx, occasion, { registrationId, supervisorId, wave: wave.name, kind: 'thanks', round: 0 })
}
