import type { StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Day } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Wave } from '../../protocol/study'
import { type Case, lockCase } from '../case'

/** A case at a wave whose interview is still to be held. */
export type Approached = { readonly known: Case; readonly wave: Wave; readonly dyadId: string }

/**
 * The case, locked, when its client can still be met for this wave: bound in a dyad by then, not withdrawn, not left before,
 * not lost to this wave, and not interviewed for it yet. Everything else is refused with the field that is wrong.
 */
export async function approached(
  tx: StudyTx,
  occasion: Occasion,
  at: { readonly registrationId: string; readonly wave: string; readonly on: Day },
): Promise<Result<Approached>> {
  const wave = occasion.study.protocol.waves.find(({ name }) => name === at.wave)
  if (!wave) return refuse('unknown_wave', { field: 'wave' })
  if (at.on > occasion.today) return refuse('in_future', { field: 'on' })
  const known = await lockCase(tx, occasion.study.id, at.registrationId)
  if (!known) return refuse('unknown_case', { field: 'supervision' })
  if (known.withdrawn) return refuse('withdrawn', { field: 'supervision' })
  if (!known.dyadId || !known.boundOn) return refuse('not_approached', { field: 'supervision' })
  if (at.on < known.boundOn) return refuse('before_opening', { field: 'on', openedOn: known.boundOn })
  if (known.left.approach) return refuse('case_left', { field: 'supervision' })
  if (known.left[at.wave]) return refuse('lost_to_wave', { field: 'supervision' })
  const held = await tx.measurement.count({
    where: { registrationId: at.registrationId, wave: at.wave, perspective: 'client' },
  })
  if (held) return refuse('already_held', { field: 'supervision' })
  return done({ known, wave, dyadId: known.dyadId })
}
