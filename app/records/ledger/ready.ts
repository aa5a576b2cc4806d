import { now } from '../../platform/clock'
import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { sql } from '../../platform/sql'
import { done, refuse } from '../../protocol/refusal'
import { change } from '../change'

/**
 * Puts the ledger in order before mail goes out, and says whether anything waits. An envelope that was being sent for so
 * many milliseconds of machine time belonged to a process that died: it is planned again, under the same Message-ID. What
 * did not leave on its day becomes today's (see `bringToToday`). Who sends nothing may take up a claim at once
 * (`stuckAfterMs` 0): a second try cannot be a second message.
 * What is moved to another day is an audit entry a batch; a claim that ends is none, for nothing was said or changed.
 */
export async function readyMail(db: StudyDb, occasion: Occasion, stuckAfterMs: number): Promise<boolean> {
  const { study, today } = occasion
  const claimedBy = new Date(now().getTime() - stuckAfterMs)
  const [waiting] = await db.$queryRaw<{ some: boolean; stuck: boolean; late: boolean }[]>`
    SELECT count(*) > 0 AS some, coalesce(bool_or(e.state = 'sending' AND e.claimed_at <= ${claimedBy}::timestamptz), false) AS stuck,
           coalesce(bool_or(e.day < ${today}::date), false) AS late
      FROM study.mail_envelope e
     WHERE e.study_id = ${study.id}::uuid AND e.state IN ('planned', 'sending') AND e.day <= ${today}::date`
  if (waiting?.stuck)
    await db.mailEnvelope.updateMany({
      where: { studyId: study.id, state: 'sending', claimedAt: { lte: claimedBy } },
      data: { state: 'planned' },
    })
  if (waiting?.late) await bringToToday(db, occasion)
  return waiting?.some ?? false
}

/**
 * Makes what did not leave on its day today's, one message for each recipient: what waited over a weekend leaves as one.
 * An envelope that was tried keeps its lines and its Message-ID, since it may have arrived, and goes first; what was
 * never tried moves into today's envelope, and an envelope that is left empty by that is cancelled as `merged`. Who had a
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
/** An envelope `t` that nobody ever tried to send: it takes lines, also when it was cancelled unsent. */
const untried = sql`t.state IN ('planned', 'cancelled') AND t.attempts = 0`

/** Nobody claims them meanwhile. */
const hold = (tx: StudyTx, occasion: Occasion) => tx.$queryRaw`
  SELECT t.id FROM study.mail_envelope t
   WHERE t.study_id = ${occasion.study.id}::uuid AND t.day <= ${occasion.today}::date AND (t.state = 'planned' OR t.day = ${occasion.today}::date)
     AND ${recipient('t')} IN (SELECT ${recipient('l')} FROM study.mail_envelope late WHERE ${late(occasion)})
   ORDER BY t.id FOR UPDATE`

/** Today's untried envelope leaves tomorrow when one that was tried waits for the same recipient. */
const giveWay = (tx: StudyTx, occasion: Occasion) => tx.$executeRaw`
  UPDATE study.mail_envelope t SET day = t.day + 1
   WHERE t.study_id = ${occasion.study.id}::uuid AND t.day = ${occasion.today}::date AND ${untried}
     AND EXISTS (SELECT FROM study.mail_envelope late
                  WHERE ${late(occasion)} AND late.attempts > 0 AND ${recipient('l')} = ${recipient('t')})
     AND NOT EXISTS (SELECT FROM study.mail_envelope e
                      WHERE e.study_id = t.study_id AND e.day = t.day + 1 AND ${recipient('e')} = ${recipient('t')})`

/** Of each recipient without an envelope of today a late one becomes it: one that was tried before others, then the oldest. */
const becomeTodays = (tx: StudyTx, occasion: Occasion) => tx.$executeRaw`
  UPDATE study.mail_envelope SET day = ${occasion.today}::date
   WHERE id IN (
     SELECT DISTINCT ON (${recipient('l')}) late.id FROM study.mail_envelope late
      WHERE ${late(occasion)}
        AND NOT EXISTS (SELECT FROM study.mail_envelope e
                         WHERE e.study_id = late.study_id AND e.day = ${occasion.today}::date AND ${recipient('e')} = ${recipient('l')})
      ORDER BY ${recipient('l')}, (late.attempts > 0) DESC, late.day, late.id)`

/** Lines of late envelopes that were never tried go into today's untried one. Gives how many envelopes that emptied. */
async function moveLines(tx: StudyTx, occasion: Occasion): Promise<number> {
  const instant = now()
  const pairs = await tx.$queryRaw<{ from: string; into: string }[]>`
    SELECT late.id AS "from", t.id AS "into" FROM study.mail_envelope late
      JOIN study.mail_envelope t ON t.study_id = late.study_id AND ${recipient('t')} = ${recipient('l')}
       AND t.day = ${occasion.today}::date AND ${untried}
     WHERE ${late(occasion)} AND late.attempts = 0`
  if (pairs.length === 0) return 0
  const from = pairs.map((pair) => pair.from)
  const into = pairs.map((pair) => pair.into)
  await tx.$executeRaw`
    UPDATE study.mail_line SET envelope_id = p.into
      FROM unnest(${from}::uuid[], ${into}::uuid[]) AS p ("from", "into")
     WHERE envelope_id = p."from" AND state = 'planned'`
  await tx.mailEnvelope.updateMany({
    where: { id: { in: into }, state: 'cancelled' },
    data: { state: 'planned', reason: null, endedAt: null },
  })
  await tx.mailEnvelope.updateMany({
    where: { id: { in: from } },
    data: { state: 'cancelled', reason: 'merged', endedAt: instant },
  })
  return pairs.length
}
