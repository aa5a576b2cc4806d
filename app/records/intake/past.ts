import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Sql, sql } from '../../platform/sql'
import { fromColumn } from '../../protocol/day'
import { done, refuse } from '../../protocol/refusal'
import { nonResponseOn } from '../../protocol/reminders'
import { changeEach } from '../change'
import { departAll, type Leaving } from '../departures'

const FULL = { step: 'register', reason: 'supervisor_full' } as const
const SILENT = { step: 'inquiry', reason: 'no_reply' } as const
/** Cases that are settled in one transaction. */
const AT_ONCE = 500

type Unanswered = {
  id: string
  registeredOn: Date
  sentOn: Date
  /** Where it was settled to before; null while it was not. */
  step: string | null
  leftOn: Date | null
  taken: number
}

/**
 * Looks again at every case of the past that nobody answered for, once a file of the past was taken in: one whose
 * supervisor had no place on the day of its registration (bound before it, and not unbound before it) was not asked and
 * left at the register; any other left at the inquiry without a reply, on the last day of its ladder. A later file can say
 * otherwise, so what was settled before is settled anew. Gives how many cases were settled otherwise than before.
 */
export async function settlePast(db: StudyDb, occasion: Occasion): Promise<number> {
  const { study, today } = occasion
  const cases = await db.$queryRaw<Unanswered[]>`
    SELECT r.id, r.registered_on AS "registeredOn", i.sent_on AS "sentOn", l.step, l.left_on AS "leftOn",
           (SELECT count(*)::int FROM study.dyad d
             WHERE d.supervisor_id = r.supervisor_id AND d.bound_on < r.registered_on
               AND (d.unbound_on IS NULL OR d.unbound_on >= r.registered_on)) AS taken
      FROM ${unansweredOfPast(study.id)}
     ORDER BY r.id`
  const otherwise = cases.flatMap((one): (Leaving & { before: string | null })[] => {
    const on = nonResponseOn(study.protocol.inquiry, fromColumn(one.sentOn))
    const full = one.taken >= study.protocol.placesPerSupervisor
    const to = full ? { ...FULL, on: fromColumn(one.registeredOn) } : { ...SILENT, on }
    const stands = to.step === one.step && one.leftOn !== null && fromColumn(one.leftOn) === to.on
    if (stands || (!full && on > today && one.step === null)) return []
    return [{ registrationId: one.id, before: one.step, ...to }]
  })
  let settled = 0
  for (let from = 0; from < otherwise.length; from += AT_ONCE)
    settled += await settle(db, occasion, otherwise.slice(from, from + AT_ONCE))
  return settled
}

/**
 * Cases of the past with an inquiry that is unanswered and that no mail was ever about: `r`, `i`, and the departure `l` to
 * which they were settled, if they were. A case that left otherwise is settled.
 */
const unansweredOfPast = (studyId: string): Sql => sql`
  study.registration r
  JOIN study.inquiry i ON i.registration_id = r.id AND i.replied_on IS NULL AND i.sent_on = r.registered_on
  LEFT JOIN study.departure l ON l.registration_id = r.id AND l.returned_on IS NULL
 WHERE r.study_id = ${studyId}::uuid AND r.stage IN ('awaiting_reply', 'left')
   AND (l.id IS NULL OR (l.step, l.reason) IN ((${FULL.step}, ${FULL.reason}), (${SILENT.step}, ${SILENT.reason})))
   AND NOT EXISTS (SELECT FROM study.mail_line m WHERE m.registration_id = r.id)`

async function settle(
  db: StudyDb,
  occasion: Occasion,
  cases: readonly (Leaving & { readonly before: string | null })[],
): Promise<number> {
  const whats = cases.map(({ registrationId: subjectId, step, reason }) => ({
    verb: 'settle_past',
    subject: 'registration',
    subjectId,
    details: { step, reason },
  }))
  const settled = await changeEach(db, occasion, whats, async (tx) => {
    const ids = cases.map(({ registrationId }) => registrationId)
    await tx.$executeRaw`SELECT FROM study.registration WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
    const open = await tx.inquiry.count({ where: { registrationId: { in: ids }, repliedOn: null } })
    if (open < ids.length) return refuse('changed_meanwhile')
    await takeBack(tx, ids)
    await departAll(tx, occasion, cases)
    return done(ids.length)
  })
  return settled.ok ? settled.value : 0
}

/** What was settled before did not happen so: its days are over on the day they began. */
const takeBack = (tx: StudyTx, ids: readonly string[]) => tx.$executeRaw`
  UPDATE study.departure SET returned_on = left_on
   WHERE registration_id = ANY (${[...ids]}::uuid[]) AND returned_on IS NULL
     AND (step, reason) IN ((${FULL.step}, ${FULL.reason}), (${SILENT.step}, ${SILENT.reason}))`

/** Cases of the past that were settled as not asked, of which a reply is there after all: they were asked then. */
export async function askedAfterAll(db: StudyDb, occasion: Occasion, registrationId: string): Promise<void> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM ${unansweredOfPast(occasion.study.id)} AND r.id = ${registrationId}::uuid AND l.step = ${FULL.step}`
  if (!row) return
  const what = { verb: 'settle_past', subject: 'registration', subjectId: registrationId }
  await changeEach(db, occasion, [what], async (tx) => done(await takeBack(tx, [registrationId])))
}
