import { now } from '../../platform/clock'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { empty, type Sql, sql } from '../../platform/sql'
import { openAgain, takesLines } from './untried'

/** Who gets an envelope: a supervisor, or somebody of the staff by the id that identity gives, with their language. */
type To = { readonly supervisor: string } | { readonly staff: string; readonly language: string }

/**
 * The statement that opens somebody's envelope of today, or of tomorrow when today's has left: never two mails on one day
 * (protocol §4.3). An envelope takes lines while no server ever got it (a second try must say the same as the first, under
 * the same Message-ID), and one that was cancelled unsent is opened again. Gives its id; no row when it is not `needed`, or
 * was claimed since the statement began. `ON CONFLICT … DO UPDATE` locks it, so that whoever claims it afterwards sees the
 * lines that are put into it.
 */
export function openEnvelope({ study, today }: Occasion, to: To, needed: Sql): Sql {
  const id = newId()
  const instant = now()
  const [column, recipient] = 'staff' in to ? [sql`staff_id`, to.staff] : [sql`supervisor_id`, to.supervisor]
  const [language, value] = 'staff' in to ? [sql`, language`, sql`, ${to.language}`] : [empty, empty]
  return sql`
    INSERT INTO study.mail_envelope (id, study_id, ${column}, day, message_id, planned_at${language})
    SELECT ${id}::uuid, ${study.id}::uuid, ${recipient}::uuid,
           CASE WHEN EXISTS (
             SELECT FROM study.mail_envelope e
              WHERE e.study_id = ${study.id}::uuid AND e.${column} = ${recipient}::uuid AND e.day = ${today}::date
                AND NOT ${takesLines('e')}
           ) THEN ${today}::date + 1 ELSE ${today}::date END,
           ${id}, ${instant}::timestamptz${value}
     WHERE ${needed}
    ON CONFLICT (study_id, ${column}, day) DO UPDATE SET ${openAgain(instant)}
      WHERE ${takesLines('mail_envelope')}
    RETURNING id`
}
