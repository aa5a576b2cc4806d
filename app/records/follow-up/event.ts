import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { unknownInRegister } from '../../protocol/register'
import type { RegisterFact } from '../../protocol/study'
import { lockCase } from '../case'
import { change } from '../change'
import { keptLonger, toldBefore } from './told-before'

/** Events of which a supervision has one at most: another one from the register corrects it. */
const ONCE = 'ended'

/**
 * Records a dated event of the register (protocol §5). The same event again changes nothing, also when it was corrected
 * since: an older file undoes no correction (see `toldBefore`). Told by a file that may be kept longer, it is kept as long.
 * Another ending corrects the one before, which stays as a superseded row. Refused: an unknown case or one whose client
 * withdrew, an unknown event, kind or reason, a day before the supervision started or after today; and typed in though it
 * stands already (`already_recorded`).
 */
export function recordEvent(
  db: StudyDb,
  occasion: Occasion,
  { registrationId, importId = null, dossierNote = null, ...fact }: Recorded,
): Promise<Result<'new' | 'unchanged' | 'correction'>> {
  const { event, on, kind, reason } = fact
  const what = {
    verb: 'record_event',
    subject: 'registration',
    subjectId: registrationId,
    details: { event, on, kind },
  }
  return change(db, occasion, what, async (tx) => {
    const known = await lockCase(tx, occasion.study.id, registrationId)
    if (!known) return refuse('unknown_case', { field: 'supervision' })
    if (known.withdrawn) return refuse('withdrawn', { field: 'supervision' })
    const unknown = unknownInRegister(occasion.study.protocol, fact)
    if (unknown) return refuse(`unknown_${unknown}`, { field: unknown })
    if (on > occasion.today) return refuse('in_future', { field: 'on' })
    if (!known.startedOn || on < known.startedOn)
      return refuse('before_start', { field: 'on', startedOn: known.startedOn ?? '' })
    const before = await toldBefore(tx, { registrationId, importId, dossierNote, ...fact })
    if (before && dossierNote !== null) return refuse('already_recorded', { field: 'event' })
    if (before) {
      if (await keptLonger(tx, { kept: before.importId, by: importId }))
        await tx.registerEvent.updateMany({ where: { id: before.id }, data: { importId } })
      return done('unchanged')
    }
    const standing = await tx.registerEvent.findMany({ where: { registrationId, event, supersededBy: null } })
    const id = newId()
    const row = { id, registrationId, event, happenedOn: toColumn(on), kind, reason, importId, dossierNote }
    await tx.registerEvent.createMany({ data: { ...row, recordedOn: toColumn(occasion.today) } })
    if (event !== ONCE || standing.length === 0) return done('new')
    await tx.registerEvent.updateMany({
      where: { id: { in: standing.map((row) => row.id) } },
      data: { supersededBy: id },
    })
    return done('correction')
  })
}

type Recorded = RegisterFact & {
  readonly registrationId: string
  /** The file that tells it. */
  readonly importId?: string | null
  /** What whoever types it in noted from the dossier. */
  readonly dossierNote?: string | null
}
