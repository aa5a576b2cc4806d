import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { type Day, toColumn } from '../../protocol/day'
import { isNonResponse } from '../../protocol/no-shows'
import { done, type Result, refuse } from '../../protocol/refusal'
import { endPlanned } from '../appointments/planned'
import { change } from '../change'
import { afterWindow, approached, beforeWindow } from './approached'
import { loseWave } from './loss'

/** The reason under which three no-shows end a case (protocol §3). */
const THREE_NO_SHOWS = 'no_show_three_times'

/**
 * The client did not appear at the talk (protocol §3); `contacts` is the count so far, when it was asked.
 * The next talk is to be planned anew. The third at a wave is a non-response. Refused when no approach is under way,
 * outside the wave's window, or when this day is recorded already.
 * Gives the number of no-shows and whether the case is closed by it.
 */
export function recordNoShow(
  db: StudyDb,
  occasion: Occasion,
  { registrationId, wave, on }: { readonly registrationId: string; readonly wave: string; readonly on: Day },
): Promise<Result<{ noShows: number; closed: boolean }>> {
  const what = { verb: 'record_no_show', subject: 'registration', subjectId: registrationId, details: { wave, on } }
  return change(db, occasion, what, async (tx) => {
    const known = await approached(tx, occasion, { registrationId, wave, on })
    if (!known.ok) return known
    const outside = beforeWindow(known.value, on) ?? afterWindow(known.value, on)
    if (outside) return outside
    const missedOn = toColumn(on)
    if (await tx.noShow.count({ where: { registrationId, wave, missedOn } }))
      return refuse('already_recorded', { field: 'on' })
    await tx.noShow.createMany({ data: { id: newId(), registrationId, wave, missedOn } })
    const noShows = await tx.noShow.count({ where: { registrationId, wave } })
    const closed = isNonResponse(occasion.study.protocol, noShows)
    // the talk that was planned did not happen; one that was planned since is still to be
    await endPlanned(tx, { registrationId, wave, upTo: on }, 'no_show', on)
    if (known.value.wave.window)
      await tx.waveWindow.updateMany({
        where: { registrationId, wave, appointmentOn: { lte: missedOn } },
        data: { appointmentOn: null },
      })
    else
      await tx.dyad.updateMany({ where: { registrationId, plannedOn: { lte: missedOn } }, data: { plannedOn: null } })
    if (closed) await loseWave(tx, occasion, known.value, { wave, on, reason: THREE_NO_SHOWS })
    return done({ noShows, closed })
  })
}
