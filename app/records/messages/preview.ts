import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Day, daysBetween, fromColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { nonResponseOn } from '../../protocol/reminders'
import { waveNamed } from '../../protocol/waves'
import type { MailKind } from '../ledger/kinds'
import { plannedLines } from '../ledger/lines'
import { needless } from '../ledger/still-meant'

/** One thing that a message would say: about which client, and up to when an answer would count; null when nothing is asked. */
export type Task = { readonly kind: MailKind; readonly pseudonym: string; readonly until: Day | null }

/** A case as messages may speak of it, with the days that are known of it. */
type Known = {
  pseudonym: string
  pair: string | null
  location: string
  sentOn: Date | null
  wave: string | null
  openedOn: Date | null
  closesOn: Date | null
}

/** The newest case of this client or pair; null when the study has none. */
async function caseNamed(db: StudyDb, studyId: string, pseudonym: string): Promise<Known | null> {
  const [known] = await db.$queryRaw<Known[]>`
    SELECT c.pseudonym, d.pseudonym AS pair, r.location, i.sent_on AS "sentOn", q.wave, q.opened_on AS "openedOn",
           w.closes_on AS "closesOn"
      FROM study.registration r
      JOIN study.client c ON c.id = r.client_id
      LEFT JOIN study.dyad d ON d.registration_id = r.id
      LEFT JOIN study.inquiry i ON i.registration_id = r.id
      LEFT JOIN LATERAL (SELECT m.wave, m.opened_on FROM study.measurement m
                          WHERE m.registration_id = r.id AND m.perspective = 'supervisor'
                          ORDER BY m.opened_on DESC LIMIT 1) q ON true
      LEFT JOIN LATERAL (SELECT x.closes_on FROM study.wave_window x WHERE x.registration_id = r.id
                          ORDER BY x.closes_on DESC LIMIT 1) w ON true
     WHERE r.study_id = ${studyId}::uuid AND (c.pseudonym = ${pseudonym} OR d.pseudonym = ${pseudonym})
     ORDER BY r.registered_on DESC, r.id DESC LIMIT 1`
  return known ?? null
}

/**
 * What a message of this kind would say about a case today. A question that was not asked yet is taken as asked today.
 * Refused: a pseudonym that the study does not have, or a case without a window for a message about one.
 */
export async function taskAbout(
  db: StudyDb,
  { study, today }: Occasion,
  { kind, pseudonym }: { readonly kind: MailKind; readonly pseudonym: string },
): Promise<Result<Task>> {
  const known = await caseNamed(db, study.id, pseudonym)
  if (!known) return refuse('unknown_case', { field: 'about' })
  const { protocol } = study
  const until = (): Day | null | undefined => {
    switch (kind) {
      case 'thanks':
        return null
      case 'questionnaire':
      case 'questionnaire_reminder': {
        const wave = known.wave === null ? protocol.waves[0] : waveNamed(protocol, known.wave)
        return wave && nonResponseOn(wave.questionnaire, known.openedOn ? fromColumn(known.openedOn) : today)
      }
      case 'window_opens':
      case 'appointment_reminder':
        return known.closesOn ? fromColumn(known.closesOn) : undefined
      default:
        return nonResponseOn(protocol.inquiry, known.sentOn ? fromColumn(known.sentOn) : today)
    }
  }
  const day = until()
  return day === undefined
    ? refuse('no_window_yet', { field: 'about' })
    : done({ kind, pseudonym: known.pseudonym, until: day })
}

/** What a coordinator would be told of a window: of which pair, where, its last day and how many days are left. Refused as above. */
export async function warningAbout(
  db: StudyDb,
  { study, today }: Occasion,
  pseudonym: string,
): Promise<Result<{ pair: string; location: string; last: Day; left: number }>> {
  const known = await caseNamed(db, study.id, pseudonym)
  if (!known) return refuse('unknown_case', { field: 'about' })
  if (!known.pair || !known.closesOn) return refuse('no_window_yet', { field: 'about' })
  const last = fromColumn(known.closesOn)
  return done({ pair: known.pair, location: known.location, last, left: daysBetween(today, last) })
}

/** The next message that waits for a supervisor: for whom (a pseudonym), for which day, and what would be said; null when none waits. */
export async function nextPlanned(
  db: StudyDb,
  { study, today }: Occasion,
): Promise<{
  readonly to: string
  readonly day: Day
  readonly language: string
  readonly tasks: readonly Task[]
} | null> {
  const waiting = await db.$queryRaw<{ id: string; to: string; day: Date; language: string }[]>`
    SELECT e.id, s.pseudonym AS "to", e.day, e.language
      FROM study.mail_envelope e JOIN study.supervisor s ON s.id = e.supervisor_id
     WHERE e.study_id = ${study.id}::uuid AND e.state = 'planned'
       AND EXISTS (SELECT FROM study.mail_line l WHERE l.envelope_id = e.id AND l.state = 'planned')
     ORDER BY e.day, e.id LIMIT 20`
  for (const { id, to, day, language } of waiting) {
    const lines = await plannedLines(db, study.protocol, [id])
    const meant = lines.filter(({ facts }) => needless(facts, today) === null)
    const tasks = meant.map(({ kind, pseudonym, asked }) => ({ kind, pseudonym, until: asked?.until ?? null }))
    if (tasks.length > 0) return { to, day: fromColumn(day), language, tasks }
  }
  return null
}
