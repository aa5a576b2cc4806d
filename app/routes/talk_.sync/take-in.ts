import type { AppLoadContext } from '@remix-run/node'
import { namesIn } from '../../identity/names-in'
import type { Occasion, StudyRef } from '../../platform/occasion'
import type { Vault } from '../../platform/vault'
import { tooLong } from '../../protocol/free-text'
import { done, type Result, refuse } from '../../protocol/refusal'
import { takeInDraft } from '../../records/entries/take-in'
import { noteConditions } from '../../records/fieldwork/end-interview'
import { heldBy, interviewedBy } from '../../records/fieldwork/held-by'
import { handOutVoucher } from '../../records/vouchers/booking'
import type { Arrived } from '../talk/post'
import type { Parcel } from '../talk/talk'

/**
 * Takes in the draft of a parcel and how the talk ended. Sent again, each step finds its work done: nothing is there twice.
 * Refused for a talk that never was this interviewer's, and for whatever the draft is refused for.
 */
export async function takeInParcel(
  { vault, databases: { study: db } }: AppLoadContext,
  occasion: Occasion,
  interviewer: string,
  { measurementId, draft, ending }: Parcel,
): Promise<Result<Arrived>> {
  const held = await heldBy(db, occasion.study, measurementId)
  if (!held) return refuse('unknown_measurement')
  const { registrationId, wave } = held
  // what somebody has of a talk that another took over lies aside
  if (held.interviewer !== interviewer && !(await interviewedBy(db, registrationId, interviewer)))
    return refuse('held_by_another')
  for (const [item, note] of Object.entries(draft.notes ?? {})) {
    const long = tooLong(note, item)
    if (long) return long
  }
  const named = await noteWithName(vault, occasion.study, registrationId, draft.notes)
  if (named !== null) return refuse('name_in_text', { field: named })
  const { today } = occasion
  // a device whose calendar runs ahead has not seen tomorrow
  const on = draft.on && draft.on < today ? draft.on : today
  const whole = { ...draft, on, ...(ending.brokenOff && { why: ending.brokenOff }) }
  const handed = { measurementId, way: 'interview', enteredBy: interviewer, draft: whole } as const
  const taken = await takeInDraft(db, occasion, handed)
  if (!taken.ok) return taken
  const { state } = taken.value
  if (state !== 'aside') {
    const { place, thirdPerson, unreliable } = ending
    const told = { measurementId, interviewer, place: place ?? '', thirdPerson, unreliable: unreliable ?? '' }
    const noted = await noteConditions(db, occasion, told)
    if (!noted.ok) return noted
  }
  // a second one is refused: it was booked by the parcel before
  if (ending.voucher) await handOutVoucher(db, occasion, { registrationId, wave, interviewer })
  return done(state)
}

/** The question of the first note that names somebody; null when none does. All are looked at in one go: hardly any does. */
async function noteWithName(
  vault: Vault,
  study: StudyRef,
  registrationId: string,
  notes: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  if (!(await namesIn(vault, study, registrationId, Object.values(notes).join(' \n ')))) return null
  for (const [item, note] of Object.entries(notes)) if (await namesIn(vault, study, registrationId, note)) return item
  return Object.keys(notes)[0] ?? ''
}
