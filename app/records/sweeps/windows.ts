import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { sql } from '../../platform/sql'
import { mayBeAskedFor } from '../../protocol/consent'
import { addDays, type Day, fromColumn } from '../../protocol/day'
import { done } from '../../protocol/refusal'
import { appointmentRemindersDue } from '../../protocol/reminders'
import { waveNamed } from '../../protocol/waves'
import { change } from '../change'
import { approached, WINDOW_CLOSED } from '../fieldwork/approached'
import { fellThrough } from '../fieldwork/fell-through'
import { loseWave } from '../fieldwork/loss'
import { each } from './each'
import { remind } from './remind'

/** Tells supervisors that a window opened and asks for the next talk (protocol §4.3). Gives how many messages were planned. */
export async function openWindows(db: StudyDb, occasion: Occasion): Promise<number> {
  const open = (await openWithoutAppointment(db, occasion)).filter(({ told, fellOn }) => !told && !fellOn)
  return each(open, ({ registrationId, supervisorId, wave }) =>
    remind(db, occasion, { registrationId, supervisorId, wave, kind: 'window_opens', round: 0 }),
  )
}

/**
 * Asks again while no appointment stands (protocol §4.3), also the day after a talk that was planned fell through: that is a
 * round of its own, after those of the wave. Gives how many reminders were planned.
 */
export async function remindAppointments(db: StudyDb, occasion: Occasion): Promise<number> {
  const { study, today } = occasion
  const due = (await openWithoutAppointment(db, occasion)).flatMap(
    ({ registrationId, supervisorId, wave, ...line }) => {
      const opens = fromColumn(line.opensOn)
      const fellOn = line.fellOn && fromColumn(line.fellOn)
      const at = waveNamed(study.protocol, wave)
      const most = at.appointmentReminders.length
      const last = appointmentRemindersDue(at, opens, { today, fellOn }).at(-1) ?? 0
      const another = fellOn && fellOn < today && !line.askedSince ? Math.max(most, ...line.rounds) + 1 : 0
      const round = last > Math.max(0, ...line.rounds.filter((one) => one <= most)) ? last : another
      return round > 0 ? [{ registrationId, supervisorId, wave, kind: 'appointment_reminder' as const, round }] : []
    },
  )
  return each(due, (line) => remind(db, occasion, line))
}

/**
 * Ends waves whose window passed without an interview or a loss (protocol §2: every case that leaves is kept with its
 * reason), and asks their supervisors (protocol §4.3). Of the past: those of cases that no mail was ever about, each on the
 * day after it closed, and nobody is mailed. Gives how many.
 */
export async function closeWindows(db: StudyDb, occasion: Occasion): Promise<number> {
  const { study, today, past } = occasion
  const passed = await db.$queryRaw<{ registrationId: string; wave: string; closesOn: Date }[]>`
    SELECT w.registration_id AS "registrationId", w.wave, w.closes_on AS "closesOn"
      FROM study.wave_window w
      JOIN study.dyad d ON d.registration_id = w.registration_id
     WHERE d.study_id = ${study.id}::uuid AND w.closes_on < ${today}::date AND ${stillToBeMet}
       AND (${past !== true} OR NOT EXISTS (SELECT FROM study.mail_line l WHERE l.registration_id = w.registration_id))
     ORDER BY w.closes_on, w.registration_id, w.wave`
  return each(passed, ({ registrationId, wave, closesOn }) => {
    const on = addDays(fromColumn(closesOn), 1)
    const then = past ? { ...occasion, today: on } : occasion
    const what = { verb: 'close_window', subject: 'registration', subjectId: registrationId, details: { wave, on } }
    return change(db, then, what, async (tx) => {
      const known = await approached(tx, then, { registrationId, wave, on })
      if (!known.ok) return known
      await loseWave(tx, then, known.value, { wave, on, reason: WINDOW_CLOSED })
      return done(null)
    })
  })
}

/** Of a window `w` in a dyad `d`: the client was not interviewed, not lost to the wave, and did not withdraw. */
export const stillToBeMet = sql`
  NOT EXISTS (SELECT FROM study.measurement m
               WHERE m.registration_id = w.registration_id AND m.wave = w.wave AND m.perspective = 'client')
  AND NOT EXISTS (SELECT FROM study.departure x
                   WHERE x.registration_id = w.registration_id AND x.step = w.wave AND x.returned_on IS NULL)
  AND NOT EXISTS (SELECT FROM study.withdrawal g WHERE g.client_id = d.client_id)`

/** Of a window `w`: that no talk is planned for today or later. One whose day passed with nothing told stands no more. */
export const noTalkPlanned = (today: Day) => sql`(w.appointment_on IS NULL OR w.appointment_on < ${today}::date)`

type OpenWindow = {
  readonly registrationId: string
  readonly supervisorId: string
  readonly wave: string
  readonly opensOn: Date
  /** The last day since it opened on which a talk that was planned did not happen, or was taken back. */
  readonly fellOn: Date | null
  readonly told: boolean
  /** Whether anything was asked after that day. */
  readonly askedSince: boolean
  /** Of the reminders. */
  readonly rounds: readonly number[]
  readonly granted: Record<string, boolean>
}

/**
 * Windows that are open today for clients who can still be interviewed and said that they may be asked again (protocol
 * §6), with what was said about them so far.
 */
async function openWithoutAppointment(db: StudyDb, { study, today }: Occasion): Promise<OpenWindow[]> {
  const open = await db.$queryRaw<OpenWindow[]>`
  SELECT w.registration_id AS "registrationId", d.supervisor_id AS "supervisorId", w.wave, w.opens_on AS "opensOn",
         f.fell_on AS "fellOn",
         coalesce(bool_or(l.kind = 'window_opens'), false) AS told,
         coalesce(bool_or(l.planned_on > f.fell_on), false) AS "askedSince",
         coalesce(array_agg(l.round::int) FILTER (WHERE l.kind = 'appointment_reminder'), '{}') AS rounds,
         coalesce((SELECT jsonb_object_agg(p.scope, p.granted) FROM study.permission p WHERE p.client_id = d.client_id),
                  '{}') AS granted
    FROM study.wave_window w
    JOIN study.dyad d ON d.registration_id = w.registration_id
    CROSS JOIN LATERAL (
      SELECT max(x.on_day) FILTER (WHERE x.on_day >= w.opens_on) AS fell_on
        FROM (SELECT CASE WHEN w.appointment_on < ${today}::date THEN w.appointment_on END AS on_day
              UNION ALL SELECT y.on_day FROM (${fellThrough(sql`w.registration_id`)}) y WHERE y.wave = w.wave) x) f
    LEFT JOIN study.mail_line l ON l.registration_id = w.registration_id AND l.wave = w.wave
         AND l.supervisor_id = d.supervisor_id AND l.kind IN ('window_opens', 'appointment_reminder')
   WHERE d.study_id = ${study.id}::uuid AND ${today}::date BETWEEN w.opens_on AND w.closes_on
     AND ${noTalkPlanned(today)} AND ${stillToBeMet}
   GROUP BY w.registration_id, d.supervisor_id, d.client_id, w.wave, w.opens_on, f.fell_on
   ORDER BY w.registration_id, w.wave`
  return open.filter(({ wave, granted }) => mayBeAskedFor(study.protocol, granted, wave))
}
