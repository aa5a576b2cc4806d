import { now } from '../../platform/clock'
import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { sql } from '../../platform/sql'
import { done, refuse } from '../../protocol/refusal'
import { change } from '../change'
import { databaseNow } from './database-now'
import { openAgain, takesLines, UNHEARD, unread } from './untried'

/**
 * Puts the ledger in order before mail goes out, and says whether anything waits. An envelope that was being sent for so
 * many milliseconds of machine time belonged to a process that died: it is planned again, under the same Message-ID. What
 * did not leave on its day becomes today's (see `bringToToday`). Who sends nothing may take up a claim at once
 * (`stuckAfterMs` 0): a second try cannot be a second message.
 * What is moved to another day is an audit entry a batch; a claim that ends is none, for nothing was said or changed.
 */
export async function readyMail(db: StudyDb, occasion: Occasion, stuckAfterMs: number): Promise<boolean> {
  const { study, today } = occasion
  const stuck = sql`e.state = 'sending' AND e.claimed_at <= ${databaseNow()} - make_interval(secs => ${stuckAfterMs / 1000}::double precision)`
  const [waiting] = await db.$queryRaw<{ some: boolean; stuck: boolean; late: boolean }[]>`
    SELECT count(*) > 0 AS some, coalesce(bool_or(${stuck}), false) AS stuck,
           coalesce(bool_or(e.day < ${today}::date), false) AS late
      FROM study.mail_envelope e
     WHERE e.study_id = ${study.id}::uuid AND e.state IN ('planned', 'sending') AND e.day <= ${today}::date`
  if (waiting?.stuck)
    await db.$executeRaw`
      UPDATE study.mail_envelope e SET state = 'planned', reason = NULLIF(e.reason, ${UNHEARD})
       WHERE e.study_id = ${study.id}::uuid AND ${stuck}`
  if (waiting?.late) await bringToToday(db, occasion)
  return waiting?.some ?? false
}

/**
 * Makes what did not leave on its day today's, one message for each recipient: what waited over a weekend leaves as one.
 * An envelope that a server may have got keeps its lines and its Message-ID, and goes first; what no server ever got
 * moves into today's envelope, and an envelope that is left empty by that is cancelled as `merged`. Who had a
 * message today waits another day: never two on one (protocol §4.3).
 */
function bringToToday(db: StudyDb, occasion: Occasion) {
  const what = { verb: 'move_mail', subject: 'study', subjectId: occasion.study.id }
  return change(db, occasion, what, async (tx) => {
    await hold(tx, occasion)
    await giveWay(tx, occasion)
    const moved = (await becomeTodays(tx, occasion)) + (await moveLines(tx, occasion))
    return moved > 0 ? done(moved) : refuse('already_done')
  })
}

/** To whom an envelope goes, whichever of its two columns says so. */
const recipient = (alias: 'e' | 'l' | 't') => {
  const one = { e: sql`e`, l: sql`late`, t: sql`t` }[alias]
  return sql`coalesce(${one}.supervisor_id, ${one}.staff_id)`
}
/** Envelopes `late` of the study that wait since an earlier day. */
const late = ({ study, today }: Occasion) => sql`
  late.study_id = ${study.id}::uuid AND late.state = 'planned' AND late.day < ${today}::date`
/** Nobody claims them meanwhile. */
const hold = (tx: StudyTx, occasion: Occasion) => tx.$queryRaw`
  SELECT t.id FROM study.mail_envelope t
   WHERE t.study_id = ${occasion.study.id}::uuid AND t.day <= ${occasion.today}::date AND (t.state = 'planned' OR t.day = ${occasion.today}::date)
     AND ${recipient('t')} IN (SELECT ${recipient('l')} FROM study.mail_envelope late WHERE ${late(occasion)})
   ORDER BY t.id FOR UPDATE`

/** Today's envelope leaves tomorrow when one that may have arrived waits for the same recipient. */
const giveWay = (tx: StudyTx, occasion: Occasion) => tx.$executeRaw`
  UPDATE study.mail_envelope t SET day = t.day + 1
   WHERE t.study_id = ${occasion.study.id}::uuid AND t.day = ${occasion.today}::date AND ${takesLines('t')}
     AND EXISTS (SELECT FROM study.mail_envelope late
                  WHERE ${late(occasion)} AND NOT ${unread('late')} AND ${recipient('l')} = ${recipient('t')})
     AND NOT EXISTS (SELECT FROM study.mail_envelope e
                      WHERE e.study_id = t.study_id AND e.day = t.day + 1 AND ${recipient('e')} = ${recipient('t')})`

/** Of each recipient without an envelope of today a late one becomes it: one that may have arrived before others, then the oldest. */
const becomeTodays = (tx: StudyTx, occasion: Occasion) => tx.$executeRaw`
  UPDATE study.mail_envelope SET day = ${occasion.today}::date
   WHERE id IN (
     SELECT DISTINCT ON (${recipient('l')}) late.id FROM study.mail_envelope late
      WHERE ${late(occasion)}
        AND NOT EXISTS (SELECT FROM study.mail_envelope e
                         WHERE e.study_id = late.study_id AND e.day = ${occasion.today}::date AND ${recipient('e')} = ${recipient('l')})
      ORDER BY ${recipient('l')}, ${unread('late')}, late.day, late.id)`

/** Lines of late envelopes that nobody can have read go into today's, if nobody can have read that. Gives how many envelopes that emptied. */
async function moveLines(tx: StudyTx, occasion: Occasion): Promise<number> {
  const instant = now()
  const pairs = await tx.$queryRaw<{ from: string; into: string }[]>`
    SELECT late.id AS "from", t.id AS "into" FROM study.mail_envelope late
      JOIN study.mail_envelope t ON t.study_id = late.study_id AND ${recipient('t')} = ${recipient('l')}
       AND t.day = ${occasion.today}::date AND ${takesLines('t')}
     WHERE ${late(occasion)} AND ${unread('late')}`
  if (pairs.length === 0) return 0
  const from = pairs.map((pair) => pair.from)
  const into = pairs.map((pair) => pair.into)
  await tx.$executeRaw`
    UPDATE study.mail_line SET envelope_id = p.into
      FROM unnest(${from}::uuid[], ${into}::uuid[]) AS p ("from", "into")
     WHERE envelope_id = p."from" AND state = 'planned'`
  await tx.$executeRaw`
    UPDATE study.mail_envelope SET ${openAgain(instant)} WHERE id = ANY (${into}::uuid[]) AND state = 'cancelled'`
  await tx.mailEnvelope.updateMany({
    where: { id: { in: from } },
    data: { state: 'cancelled', reason: 'merged', endedAt: instant },
  })
  return pairs.length
}
