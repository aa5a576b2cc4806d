import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { addDays } from '../../protocol/day'
import { waitingReasons } from '../../protocol/reasons'
import { done, type Result, refuse } from '../../protocol/refusal'
import { registerStep } from '../../protocol/register-step'
import { stillInTime } from '../../protocol/still-in-time'
import { lockCase } from '../case'
import { change } from '../change'
import { comeBack, depart } from '../departures'
import { type AtRegister, casesAtRegister } from '../intake/register-facts'
import { each } from './each'

/** Left outside the period: no case waits for that, but a period that was typed wrongly can be mended. */
const OUTSIDE = 'outside_inclusion_period'

/**
 * Looks at step 1 again (protocol §2): a case comes back when what it waited for is gone (a place is free, the location
 * opened) and its window can still be met, also one whose question went on to a colleague who was full, and one that was
 * about to be approached, which then stands there again; one that was not
 * asked about yet leaves when something has closed since. What the register says otherwise is looked at when it says so.
 * Gives how many cases this moved.
 */
export async function lookAgain(db: StudyDb, occasion: Occasion): Promise<number> {
  const { study, today } = occasion
  const waiting = [...waitingReasons(study.protocol), { step: 'register', reason: OUTSIDE }]
  const candidates = await db.$queryRaw<{ id: string; step: string | null }[]>`
    SELECT r.id, r.left_step AS step
      FROM study.registration r LEFT JOIN study.supervisor s ON s.id = r.supervisor_id
     WHERE r.study_id = ${study.id}::uuid AND r.status = 'running' AND s.declined_on IS NULL
       AND (r.stage = 'to_inquire' OR r.stage = 'left' AND (r.left_step, r.left_reason) IN (SELECT * FROM unnest(
              ${waiting.map(({ step }) => step)}::text[], ${waiting.map(({ reason }) => reason)}::text[]))
              AND coalesce(r.started_on, r.registered_on) >= ${addDays(today, -study.protocol.comesBackWithin)}::date)
       AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id)
       AND NOT EXISTS (SELECT FROM study.declining n WHERE n.registration_id = r.id AND n.supervisor_id = r.supervisor_id)
     ORDER BY r.stage_on, r.id`
  if (candidates.length === 0) return 0
  const known = await casesAtRegister(
    db,
    occasion,
    candidates.map(({ id }) => id),
  )
  const stands = new Map(known.map((one) => [one.id, one]))
  const moving = candidates.filter(({ id, step }) => {
    const one = stands.get(id)
    return one !== undefined && moveOf(occasion, one, step) !== null
  })
  return each(moving, ({ id }) => reconsider(db, occasion, id))
}

type Move = { readonly back: string } | { readonly leaves: string }

/** What becomes of a case that left at this step, or at none: it comes back there, it leaves with a reason, or nothing. */
function moveOf({ study, today }: Occasion, one: AtRegister, left: string | null): Move | null {
  const step = registerStep(study.protocol, one.facts)
  if (!step.open) return left ? null : { leaves: step.reason }
  if (left === 'approach' && one.approachedElsewhere) return null
  return left && stillInTime(study.protocol, one, today) ? { back: left } : null
}

function reconsider(db: StudyDb, occasion: Occasion, id: string): Promise<Result<null>> {
  return change(db, occasion, { verb: 'reconsider', subject: 'registration', subjectId: id }, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, id)
    const [one] = await casesAtRegister(tx, occasion, [id])
    const left = known ? ['register', 'inquiry', 'approach'].find((step) => known.left[step] !== undefined) : undefined
    const move = one && known && (left || known.place === 'to_inquire') ? moveOf(occasion, one, left ?? null) : null
    if (!move) return refuse('already_back')
    if ('back' in move) await comeBack(tx, id, move.back, occasion.today)
    else await depart(tx, occasion, id, 'register', move.leaves, occasion.today)
    return done(null)
  })
}
