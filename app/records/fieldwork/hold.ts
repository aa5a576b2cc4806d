import type { StudyTx } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Occasion } from '../../platform/occasion'
import { mayInterview } from '../../protocol/contacts'
import { type Day, toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { anchoredBy, windowOf } from '../../protocol/waves'
import { endPlanned } from '../appointments/planned'
import { leaveOthers } from '../leaving'
import { cancelMail } from '../ledger/plan'
import { lacksConsent } from '../permissions'
import { leaveWavesTakenBack } from '../taking-back'
import { type Approached, approached } from './approached'
import { openQuestionnaire } from './questionnaire-link'

/** An interview with a client: where in the course, how many contacts with the one just held, by whom, how long. */
export type Interview = {
  readonly registrationId: string
  readonly wave: string
  readonly on: Day
  /** Needed at the first wave, whose rule they are; null later. */
  readonly contacts: number | null
  readonly interviewer: string | null
  readonly minutes: number | null
}

/** What is asked, pinned, and how: the order and what it was drawn from, and the language; nothing of these when nobody kept it. */
export type Asked = {
  readonly battery: readonly string[]
  readonly seed?: number
  readonly itemOrder?: readonly string[]
  readonly language?: string
}

const LONGEST_MINUTES = 240

/**
 * The inside of every verb that holds a client's interview (protocol §3, §4): the windows it anchors open from here, and the
 * supervisor gets the link of the same wave. Refused without the consent it needs, outside the contact rule or the window, twice.
 */
export async function hold(
  tx: StudyTx,
  occasion: Occasion,
  interview: Interview,
  asked: Asked,
): Promise<Result<{ measurementId: string }>> {
  const { registrationId, wave, on } = interview
  const met = await approached(tx, occasion, interview)
  if (!met.ok) return met
  const { known, wave: at } = met.value
  const refusal =
    // forms of the past come in later, or never: what lacks one is a deviation, and in no release (§6)
    (occasion.past ? null : await lacksConsent(tx, occasion.study.protocol, known.clientId, 'interview', at)) ??
    inTime(occasion, met.value, interview)
  if (refusal) return refusal
  const measurementId = await write(tx, occasion, met.value, interview, asked)
  await endPlanned(tx, { registrationId, wave }, 'held', on)
  await openWindows(tx, occasion, registrationId, wave, on)
  await leaveWavesTakenBack(tx, occasion, known)
  await cancelMail(tx, registrationId, 'interview_held', { wave, kinds: ['window_opens', 'appointment_reminder'] })
  await openQuestionnaire(tx, occasion, known, at)
  if (!at.window) await leaveOthers(tx, occasion, known, 'took_part_before')
  return done({ measurementId })
}

/** The contact rule for a first wave, the window for one with an anchor. */
function inTime(
  { study }: Occasion,
  { window }: Approached,
  { on, contacts, minutes }: Interview,
): Result<never> | null {
  if (minutes !== null && !(minutes >= 1 && minutes <= LONGEST_MINUTES))
    return refuse('out_of_range', { field: 'minutes', min: 1, max: LONGEST_MINUTES })
  if (!window) {
    if (contacts === null) return refuse('required', { field: 'contacts' })
    const { min, max } = study.protocol.contacts
    return mayInterview(study.protocol, contacts)
      ? null
      : refuse('contacts_outside_rule', { field: 'contacts', contacts, min, max })
  }
  return on < window.opens || on > window.closes ? refuse('outside_window', { field: 'on', ...window }) : null
}

async function write(
  tx: StudyTx,
  { study }: Occasion,
  { known, wave, dyadId }: Approached,
  interview: Interview,
  { battery, seed, itemOrder = [], language }: Asked,
) {
  const id = newId()
  const { registrationId, on, contacts, interviewer, minutes } = interview
  await tx.measurement.createMany({
    data: {
      id,
      studyId: study.id,
      registrationId,
      dyadId,
      wave: wave.name,
      perspective: 'client',
      battery: [...battery],
      seed: seed ?? null,
      itemOrder: [...itemOrder],
      language: language ?? null,
      openedOn: toColumn(on),
      contacts,
      interviewer,
      minutes,
    },
  })
  if (contacts !== null)
    await tx.contactReport.createMany({
      data: { id: newId(), registrationId: known.id, reportedOn: toColumn(on), contacts, source: 'interview' },
    })
  return id
}

/** The windows of the waves that this interview anchors (protocol §4.1, §4.2), written with the fact itself. */
async function openWindows(tx: StudyTx, { study }: Occasion, registrationId: string, held: string, on: Day) {
  const data = anchoredBy(study.protocol, held).map((wave) => {
    const { opens, closes } = windowOf(wave, on)
    return {
      registrationId,
      wave: wave.name,
      anchorOn: toColumn(on),
      opensOn: toColumn(opens),
      closesOn: toColumn(closes),
    }
  })
  if (data.length > 0) await tx.waveWindow.createMany({ data })
}
