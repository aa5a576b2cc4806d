import type { StudyTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import type { Case } from './case'

/**
 * The step or wave at which a case stands: where it leaves when somebody ends it (protocol §2). Before the reply let it
 * through it stands at the inquiry, before it was asked about at the register. Null when it has left already, or
 * when every wave was held.
 */
export async function stepOf(tx: StudyTx, { study }: Occasion, known: Case): Promise<string | null> {
  const left = Object.keys(known.left)
  const { waves } = study.protocol
  if (left.some((step) => !waves.some(({ name }) => name === step))) return null
  if (!known.inquiry) return 'register'
  if (!known.dyadId) return 'inquiry'
  const rows = await tx.measurement.findMany({
    where: { registrationId: known.id, perspective: 'client' },
    select: { wave: true },
  })
  const next = waves.find(({ name }) => !left.includes(name) && !rows.some(({ wave }) => wave === name))
  return next ? (next.window ? next.name : 'approach') : null
}
