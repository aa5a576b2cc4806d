import type { StudyTx } from '../platform/database'
import { newId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import { type Day, toColumn } from '../protocol/day'

/** Under which reason a case leaves whose client took consent back, altogether or what the step needs (protocol §6). */
export const WITHDREW = 'withdrew'

/** Writes that a case left at a step (or was lost to a wave), with reason, day and which kind of actor decided; who it was says the audit (protocol §2). */
export async function depart(
  tx: StudyTx,
  occasion: Occasion,
  registrationId: string,
  step: string,
  reason: string,
  on: Day,
) {
  await tx.departure.createMany({
    data: { id: newId(), registrationId, step, reason, leftOn: toColumn(on), decidedBy: kindOf(occasion) },
  })
}

/** Which kind of actor it was, without its id: an account's stands with the names. */
const kindOf = ({ actor }: Occasion): string => actor.split(':', 1)[0] ?? ''

/** Ends a departure: the case goes on. The row stays as history. Gives whether the case had left there. */
export async function comeBack(tx: StudyTx, registrationId: string, step: string, on: Day): Promise<boolean> {
  const { count } = await tx.departure.updateMany({
    where: { registrationId, step, returnedOn: null },
    data: { returnedOn: toColumn(on) },
  })
  return count > 0
}
