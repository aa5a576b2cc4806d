import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Result, refuse } from '../../protocol/refusal'
import { casesAtRegister } from './register-facts'

/**
 * Why nobody is asked about a case at its place today (protocol §2.1): an approval that it needs is not there or was taken
 * back, or its region took nobody in when it was registered. Null when the place is open.
 */
export async function notOpen(
  tx: StudyDb | StudyTx,
  occasion: Occasion,
  registrationId: string,
): Promise<Result<never> | null> {
  const [at] = await casesAtRegister(tx, occasion, [registrationId])
  return !at || at.facts.open === 'open' ? null : refuse(at.facts.open)
}
