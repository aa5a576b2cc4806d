import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { done, type Result, refuse } from '../../protocol/refusal'
import { type Case, lockCase } from '../case'

/** Why a case may not go to a supervisor, or to one who is not known yet (null); null when it may. */
export type Against = (tx: StudyTx, occasion: Occasion, known: Case, to: string | null) => Promise<Result<never> | null>

/** Whether a case may go to a supervisor: asked before a name is written. Refused for an unknown case, and as `against` says. */
export async function askedBefore(
  db: StudyDb,
  occasion: Occasion,
  { registrationId, to }: { readonly registrationId: string; readonly to: string | null },
  against: Against,
): Promise<Result<null>> {
  const known = await lockCase(db, occasion.study.id, registrationId)
  if (!known) return refuse('unknown_case')
  return (await against(db, occasion, known, to)) ?? done(null)
}
