import type { Day } from '../../app/protocol/day'
import { done, type Result } from '../../app/protocol/refusal'
import { holdInterview } from '../../app/records/fieldwork/interview'
import { recordNoShow } from '../../app/records/fieldwork/no-show'
import { recordNotHeld, recordRefusal } from '../../app/records/fieldwork/refusal'
import { metBefore } from '../../app/records/intake/told-before'
import type { TakeRow } from './cases'

/** What an interviewer met with at the first wave (protocol §2, step 5, and §3): new, or the same once more. */
export const takeEncounter: TakeRow = async (db, occasion, { registrationId, values }) => {
  const wave = occasion.study.protocol.waves[0]?.name ?? ''
  const met = { registrationId, wave, on: values.on as Day }
  const reason = (values.reason as string | null) ?? ''
  const interview = {
    ...met,
    contacts: values.contacts as number | null,
    interviewer: values.interviewer as string | null,
    minutes: values.minutes as number | null,
  }
  const event = values.event as 'no_show' | 'refused' | 'not_held' | 'interviewed'
  if (await metBefore(db, { ...interview, event, reason })) return done({ outcome: 'unchanged', fields: [] })
  const verbs: Record<typeof event, () => Promise<Result<unknown>>> = {
    no_show: () => recordNoShow(db, occasion, met),
    refused: () => recordRefusal(db, occasion, { ...met, reason }),
    not_held: () => recordNotHeld(db, occasion, { ...met, reason }),
    interviewed: () => holdInterview(db, occasion, interview),
  }
  const taken = await verbs[event]()
  return taken.ok ? done({ outcome: 'new', fields: [] }) : taken
}
