import type { StudyTx } from '../platform/database'
import { newId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import { type Day, toColumn } from '../protocol/day'
import { endPlanned } from './appointments/planned'

/** Under which reason a case leaves whose client took consent back, altogether or what the step needs (protocol §6). */
export const WITHDREW = 'withdrew'

/**
 * Writes that a case left at a step (or was lost to a wave), with reason, day and which kind of actor decided; who it was says
 * the audit (protocol §2). What was planned for it is cancelled: of a wave that wave's, of an earlier step all.
 */
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
  const ofWave = occasion.study.protocol.waves.some(({ name }) => name === step)
  await endPlanned(tx, { registrationId, ...(ofWave && { wave: step }) }, 'cancelled', on)
}

/** A case that leaves: where, why, and on which day. */
export type Leaving = {
  readonly registrationId: string
  readonly step: string
  readonly reason: string
  readonly on: Day
}

/** The same for many cases at once. */
export async function departAll(tx: StudyTx, occasion: Occasion, leaving: readonly Leaving[]): Promise<void> {
  if (leaving.length === 0) return
  await tx.$executeRaw`
    INSERT INTO study.departure (id, registration_id, step, reason, left_on, decided_by)
    SELECT t.id, t.registration, t.step, t.reason, t.left_on, ${kindOf(occasion)}
      FROM unnest(${leaving.map(() => newId())}::uuid[], ${leaving.map((one) => one.registrationId)}::uuid[],
                  ${leaving.map((one) => one.step)}::text[], ${leaving.map((one) => one.reason)}::text[],
                  ${leaving.map((one) => one.on)}::date[]) AS t (id, registration, step, reason, left_on)`
}

/** Which kind of actor it was, without its id: an account's stands with the names. */
const kindOf = ({ actor }: Occasion): string => actor.split(':', 1)[0] ?? ''

/** Ends a departure: the case goes on. The row stays as history. Gives whether the case had left there. */
export async function comeBack(tx: StudyTx, registrationId: string, step: string, on: Day): Promise<boolean> {
  // a case can come back on a day before the one on which it was closed: what is told late counts on its own day
  const count = await tx.$executeRaw`
    UPDATE study.departure SET returned_on = greatest(left_on, ${on}::date)
     WHERE registration_id = ${registrationId}::uuid AND step = ${step} AND returned_on IS NULL`
  return count > 0
}

/** The same for many cases and several steps. */
export async function comeBackAll(
  tx: StudyTx,
  ids: readonly string[],
  steps: readonly string[],
  on: Day,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE study.departure SET returned_on = greatest(left_on, ${on}::date)
     WHERE registration_id = ANY (${[...ids]}::uuid[]) AND step = ANY (${[...steps]}::text[]) AND returned_on IS NULL`
}
