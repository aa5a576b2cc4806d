import type { StudyTx } from '../platform/database'
import type { Occasion, StudyRef } from '../platform/occasion'
import { type Refusal, type Result, refuse } from '../protocol/refusal'
import type { Wave } from '../protocol/study'
import { type Move, mayFor } from '../protocol/transitions'
import type { Case } from './case'

/** The step at which a case leaves whose client is not met at a wave: the approach for the first, later the wave itself. */
export const stepOfWave = ({ name, window }: Pick<Wave, 'name' | 'window'>): string => (window ? name : 'approach')

/** Why this cannot be done with a case that stands where it does, or with its client (§6); null when it can. */
export function refusedNow(
  move: Move,
  known: Pick<Case, 'place' | 'withdrawn' | 'doNotAsk'>,
  details: Omit<Refusal, 'code'> = {},
): Result<never> | null {
  const may = mayFor(move, known.place, known)
  return may === true ? null : refuse(may, details)
}

/** Whether the case left before any wave, and has not returned. */
export const leftIntake = ({ protocol }: StudyRef, { left }: Pick<Case, 'left'>): boolean =>
  Object.keys(left).some((step) => !protocol.waves.some(({ name }) => name === step))

/**
 * The step or wave at which a case stands: where it leaves when somebody ends it (protocol §2). Before the reply let it
 * through it stands at the inquiry, before it was asked about at the register. Null when it has left already, or
 * when every wave was held.
 */
export async function stepOf(tx: StudyTx, { study }: Occasion, known: Case): Promise<string | null> {
  const left = Object.keys(known.left)
  const { waves } = study.protocol
  if (leftIntake(study, known)) return null
  if (!known.inquiry) return 'register'
  if (!known.dyadId) return 'inquiry'
  const rows = await tx.measurement.findMany({
    where: { registrationId: known.id, perspective: 'client' },
    select: { wave: true },
  })
  const next = waves.find(({ name }) => !left.includes(name) && !rows.some(({ wave }) => wave === name))
  return next ? stepOfWave(next) : null
}
