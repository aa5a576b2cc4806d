import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Day, fromColumn } from '../../protocol/day'
import { caseOfPair } from '../pairs/pairs'
import { brokenOff } from './going-on'

/** The last interview of a case, as far as its conduct goes: nothing of what was answered. */
export type HeldInterview = {
  readonly measurementId: string
  readonly wave: string
  /** The code of who opened it; null when a file did not say. */
  readonly interviewer: string | null
  readonly openedOn: Day
  readonly completedOn: Day | null
  /** Also of one that was left open on an earlier day (see `brokenOffBy`). */
  readonly brokenOffOn: Day | null
  readonly place: string | null
  readonly thirdPerson: boolean | null
  readonly unreliable: string | null
}

/** A case as the pages of an interview know it: the last one that was opened, and whether its voucher was handed out. */
export type InterviewCase = {
  readonly registrationId: string
  readonly location: string
  readonly held: HeldInterview | null
  readonly voucher: boolean
}

/** The case of a pair with its last interview that was not erased; null when the study has no such pair. */
export async function interviewCase(
  db: StudyDb,
  { study, today }: Occasion,
  pseudonym: string,
): Promise<InterviewCase | null> {
  const registrationId = await caseOfPair(db, study.id, pseudonym)
  if (!registrationId) return null
  const { location } = await db.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: { location: true },
  })
  const row = await db.measurement.findFirst({
    where: { registrationId, perspective: 'client', erasedOn: null },
    orderBy: [{ openedOn: 'desc' }, { id: 'desc' }],
  })
  if (!row) return { registrationId, location, held: null, voucher: false }
  const { id, wave, interviewer, openedOn, completedOn, place, thirdPerson, unreliable } = row
  const held = {
    measurementId: id,
    wave,
    interviewer,
    openedOn: fromColumn(openedOn),
    completedOn: completedOn && fromColumn(completedOn),
    brokenOffOn: await brokenOff(db, row, today),
    place,
    thirdPerson,
    unreliable,
  }
  const voucher = await db.voucher.count({ where: { registrationId, wave, kind: 'handed_out' } })
  return { registrationId, location, held, voucher: voucher > 0 }
}
