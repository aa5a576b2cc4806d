import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { tooLong } from '../../protocol/free-text'
import { done, type Result, refuse } from '../../protocol/refusal'
import type { RegisterFact } from '../../protocol/study'
import { lockCase } from '../case'
import { change } from '../change'
import { recordEvent } from './event'
import { againstKeeping } from './may-keep'

/**
 * Types in an event that somebody found in a dossier, with what was noted there (protocol §5). Refused as `recordEvent` and
 * `againstKeeping` refuse, without a note, and with one that is too long.
 */
export async function enterEvent(
  db: StudyDb,
  occasion: Occasion,
  told: RegisterFact & { readonly registrationId: string; readonly dossierNote: string },
): Promise<Result<'new' | 'unchanged' | 'correction'>> {
  if (told.dossierNote === '') return refuse('required', { field: 'note' })
  const long = tooLong(told.dossierNote, 'note')
  if (long) return long
  const against = await againstKeeping(db, occasion.study, told.registrationId)
  return against ? { ok: false, refusal: against } : recordEvent(db, occasion, told)
}

/**
 * Takes an event back that was entered in error, with the reason: it stays as a superseded row, and an ending that it had
 * corrected stands again. Refused for one that the case does not have, that stands no more (`event_superseded`), and
 * without a reason or with too long a one.
 */
export function takeBackEvent(
  db: StudyDb,
  occasion: Occasion,
  { registrationId, eventId, why }: { readonly registrationId: string; readonly eventId: string; readonly why: string },
): Promise<Result<null>> {
  const what = {
    verb: 'take_back_event',
    subject: 'registration',
    subjectId: registrationId,
    details: { event: eventId },
  }
  return change(db, occasion, what, async (tx) => {
    if (why === '') return refuse('required', { field: 'why' })
    const long = tooLong(why, 'why')
    if (long) return long
    const known = await lockCase(tx, occasion.study.id, registrationId)
    const there = known && (await tx.registerEvent.findFirst({ where: { id: eventId, registrationId } }))
    if (!there) return refuse('unknown_event')
    if (there.supersededBy !== null) return refuse('event_superseded')
    await tx.registerEvent.updateMany({ where: { supersededBy: eventId }, data: { supersededBy: null } })
    await tx.registerEvent.updateMany({
      where: { id: eventId },
      data: { supersededBy: eventId, takenBackOn: toColumn(occasion.today), takenBackWhy: why },
    })
    return done(null)
  })
}
