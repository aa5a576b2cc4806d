import type { StudyTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { reasonNamed } from '../protocol/reasons'
import { type Case, lockCasesOf } from './case'
import { comeBack, depart } from './departures'
import { unbind } from './intake/approach'
import { INTAKE } from './ledger/kinds'
import { cancelMail } from './ledger/plan'
import { stepOf } from './standing'

/**
 * A case leaves where it stands, also one that left and only waits: mail about it stops and the place is free. One that was
 * interviewed, or had left for good, stays as it is; of its inquiry nothing is said any more. Gives whether it left.
 */
export async function leaveWhereItStands(
  tx: StudyTx,
  occasion: Occasion,
  known: Case,
  reason: string,
): Promise<boolean> {
  const { study, today } = occasion
  const waits = Object.entries(known.left).find(([step, code]) => reasonNamed(study.protocol, step, code)?.waits)?.[0]
  const step = waits ?? (await stepOf(tx, occasion, known))
  if (!step || known.withdrawn || !reasonNamed(study.protocol, step, reason)) {
    await cancelMail(tx, known.id, 'case_left', { wave: INTAKE })
    return false
  }
  if (waits) await comeBack(tx, known.id, waits, today)
  await depart(tx, occasion, known.id, step, reason, today)
  await cancelMail(tx, known.id, 'case_left')
  await unbind(tx, known.id, today)
  return true
}

/**
 * A client who took part or refused is not asked from another supervision either (protocol §6): their other cases leave. Of
 * the past nothing follows: its files tell what happened.
 */
export async function leaveOthers(
  tx: StudyTx,
  occasion: Occasion,
  { id, clientId }: Case,
  reason: 'took_part_before' | 'refused_before',
): Promise<void> {
  if (occasion.past) return
  for (const other of await lockCasesOf(tx, occasion.study.id, { clientId }))
    if (other.id !== id) await leaveWhereItStands(tx, occasion, other, reason)
}
