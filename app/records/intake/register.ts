import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { done, type Result } from '../../protocol/refusal'
import { type Came, registerBatch } from './register-batch'
import type { RegisteredCase } from './registered-case'

export type { RegisteredCase } from './registered-case'

/**
 * Takes a supervision into the study: the second half of the pair that identity began (`registerBatch`, of one). Gives
 * whether the case was new, changed or unchanged.
 */
export async function register(
  db: StudyDb,
  occasion: Occasion,
  told: RegisteredCase,
): Promise<Result<Came['outcome']>> {
  const came = await registerBatch(db, occasion, [told])
  return came.ok ? done((came.value[0] as Came).outcome) : came
}
