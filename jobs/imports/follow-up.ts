import type { Day } from '../../app/protocol/day'
import { done, refuse } from '../../app/protocol/refusal'
import type { RegisterFact } from '../../app/protocol/study'
import { recordEvent } from '../../app/records/follow-up/event'
import { againstKeeping } from '../../app/records/follow-up/may-keep'
import { keptLonger, toldBefore } from '../../app/records/follow-up/told-before'
import type { IntakeImport } from '../../app/records/imports'
import type { TakeRow } from './cases'

/**
 * An event of the register (protocol §5): new, the same once more, or one that corrects another. What may not be kept is
 * refused by its line (see `againstKeeping`), and so is a day after the last that the file knows (`after_known_to`). What was
 * told before is not told anew, but kept as long as this file may be kept.
 */
export const takeEvent =
  ({ id: importId, origin, begunOn }: IntakeImport): TakeRow =>
  async (db, occasion, { registrationId, values }) => {
    const on = values.on as Day
    if (origin && on > origin.knownTo) return refuse('after_known_to', { field: 'on' })
    const fact: RegisterFact = {
      event: String(values.event),
      on,
      kind: (values.kind ?? null) as string | null,
      reason: (values.reason ?? null) as string | null,
    }
    const before = await toldBefore(db, { registrationId, importId, dossierNote: null, ...fact })
    if (before && !(await keptLonger(db, { kept: before.importId, by: importId })))
      return done({ outcome: 'unchanged', fields: [] })
    const against = await againstKeeping(db, occasion.study, registrationId)
    if (against) return { ok: false, refusal: against }
    // a file tells what was known on the day on which it was handed in, however a study's clock stands
    const today = occasion.today > begunOn ? occasion.today : begunOn
    const recorded = await recordEvent(db, { ...occasion, today }, { registrationId, importId, ...fact })
    if (!recorded.ok) return recorded
    const outcome = { new: 'new', correction: 'changed', unchanged: 'unchanged' } as const
    return done({ outcome: outcome[recorded.value], fields: recorded.value === 'correction' ? ['event'] : [] })
  }
