import type { StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Day, fromColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { Wave } from '../../protocol/study'
import type { WaveWindow } from '../../protocol/waves'
import { type Case, lockCase, lockClientsCases } from '../case'
import { comeBack, WITHDREW } from '../departures'
import { grantedAnew } from '../permissions'

/** The reason under which a window that passed with nothing held or heard ends a wave (protocol §4.2). */
export const WINDOW_CLOSED = 'window_closed'

/** A case at a wave whose interview is still to be held. */
export type Approached = {
  readonly known: Case
  readonly wave: Wave
  readonly dyadId: string
  /** When the client can be interviewed; null for a wave that the contact rule binds. */
  readonly window: WaveWindow | null
}

/**
 * The case, locked, when its client can still be met for this wave: bound in a dyad by then, not withdrawn, not left before,
 * not lost to this wave, not interviewed for it yet, and after the interview that anchors it. Everything else is
 * refused with the field that is wrong. A wave that only the calendar ended is taken up again by what happened within
 * its window and is handed in afterwards; one that the client had taken back, by a yes given anew (protocol §6).
 */
export async function approached(
  tx: StudyTx,
  occasion: Occasion,
  at: { readonly registrationId: string; readonly wave: string; readonly on: Day },
): Promise<Result<Approached>> {
  const wave = occasion.study.protocol.waves.find(({ name }) => name === at.wave)
  if (!wave) return refuse('unknown_wave', { field: 'wave' })
  if (at.on > occasion.today) return refuse('in_future', { field: 'on' })
  await lockClientsCases(tx, at.registrationId)
  const known = await lockCase(tx, occasion.study.id, at.registrationId)
  if (!known) return refuse('unknown_case', { field: 'supervision' })
  if (known.withdrawn) return refuse('withdrawn', { field: 'supervision' })
  if (known.left.approach) return refuse('case_left', { field: 'supervision' })
  if (!known.dyadId || !known.boundOn) return refuse('not_approached', { field: 'supervision' })
  if (at.on < known.boundOn) return refuse('before_opening', { field: 'on', openedOn: known.boundOn })
  const lost = known.left[at.wave]
  if (lost && lost !== WINDOW_CLOSED && !(lost === WITHDREW && (await grantedAnew(tx, occasion, known, wave))))
    return refuse('lost_to_wave', { field: 'supervision' })
  const held = await tx.measurement.count({
    where: { registrationId: at.registrationId, wave: at.wave, perspective: 'client' },
  })
  if (held) return refuse('already_held', { field: 'supervision' })
  const window = wave.window ? await windowAt(tx, at) : null
  if (wave.window && !window) return refuse('not_anchored', { field: 'supervision' })
  if (lost && (!window || at.on > window.closes)) return refuse('lost_to_wave', { field: 'supervision' })
  if (lost) await comeBack(tx, at.registrationId, at.wave, occasion.today)
  return done({ known, wave, dyadId: known.dyadId, window })
}

async function windowAt(tx: StudyTx, { registrationId, wave }: { registrationId: string; wave: string }) {
  const row = await tx.waveWindow.findUnique({ where: { registrationId_wave: { registrationId, wave } } })
  return row && { opens: fromColumn(row.opensOn), closes: fromColumn(row.closesOn) }
}

/** Refuses `before_window` on a day before the wave's window opens (protocol §4.2): nothing happens at a wave before it. */
export const beforeWindow = ({ window }: Approached, on: Day): Result<never> | null =>
  window && on < window.opens ? refuse('before_window', { field: 'on', opens: window.opens }) : null

/** Refuses `outside_window` on a day after the wave's window has closed: nobody is met for the wave any more. */
export const afterWindow = ({ window }: Approached, on: Day): Result<never> | null =>
  window && on > window.closes ? refuse('outside_window', { field: 'on', ...window }) : null
