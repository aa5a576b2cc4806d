import type { StudyDb } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { unknownInRegister } from '../../protocol/register'
import type { RegisterFact } from '../../protocol/study'
import { lockCase } from '../case'
import { change } from '../change'

/** Events of which a supervision has one at most: another one from the register corrects it. */
const ONCE = 'ended'

/**
 * Records a dated event of the register (protocol §5). The same event again changes nothing, also when it was corrected
 * since: an older file undoes no correction. Another ending corrects the one before, which stays as a superseded row. Refused: an unknown case or one whose client withdrew, an unknown event, kind or reason, a day before the
 * supervision started or after today.
 */
export function recordEvent(
  db: StudyDb,
  occasion: Occasion,
  { registrationId, ...fact }: RegisterFact & { readonly registrationId: string },
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
    const happenedOn = toColumn(on)
    // One that was corrected since is no news either: it stands in an older file.
    if (await tx.registerEvent.count({ where: { registrationId, event, happenedOn, kind, reason } }))
      return done('unchanged')
    const before = await tx.registerEvent.findMany({ where: { registrationId, event, supersededBy: null } })
    const id = newId()
    await tx.registerEvent.createMany({
      data: { id, registrationId, event, happenedOn, kind, reason, recordedOn: toColumn(occasion.today) },
    })
    if (event !== ONCE || before.length === 0) return done('new')
    await tx.registerEvent.updateMany({
      where: { id: { in: before.map((row) => row.id) } },
      data: { supersededBy: id },
    })
    return done('correction')
  })
}
