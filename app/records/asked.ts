import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import type { LinkKind } from '../platform/personal-link'
import { type Day, fromColumn, toColumn } from '../protocol/day'
import { nonResponseOn } from '../protocol/reminders'
import { waveNamed } from '../protocol/waves'
import { WITHDREW } from './departures'
import { stepOfWave } from './standing'

/** What a personal link asks of a supervisor, and whether it still does. */
export type Asked = {
  readonly kind: LinkKind
  readonly registrationId: string
  readonly supervisorId: string | null
  /** The client's pseudonym. */
  readonly pseudonym: string
  readonly wave: string | null
  readonly askedOn: Day
  /** The last day on which an answer counts. */
  readonly until: Day
  readonly state: 'open' | 'answered' | 'expired' | 'stopped'
}

type Found = {
  readonly supervisorId: string | null
  readonly wave: string | null
  readonly registration: {
    readonly supervisor: { readonly declinedOn: Date | null } | null
    readonly declinings: readonly { readonly supervisorId: string }[]
    readonly departures: readonly { readonly step: string }[]
  }
}
type Link = { readonly kind: LinkKind; readonly id: string }

const about = {
  select: {
    id: true,
    studyId: true,
    supervisorId: true,
    supervisor: { select: { declinedOn: true } },
    declinings: { select: { supervisorId: true } },
    departures: { where: { returnedOn: null, reason: WITHDREW }, select: { step: true } },
    client: { select: { pseudonym: true, withdrawal: { select: { clientId: true } } } },
  },
} as const

/** What stands behind a link on this day; null when the record is not there, or belongs to another study. */
export async function askedBy(db: StudyDb, study: StudyRef, today: Day, link: Link): Promise<Asked | null> {
  const found = await { inquiry, measurement, appointment }[link.kind](db, study, today, link.id)
  if (!found || found.registration.studyId !== study.id) return null
  const { registration, done, supervisorId, ...rest } = found
  const { client } = registration
  const over = today > rest.until ? 'expired' : 'open'
  const state = client.withdrawal ? 'stopped' : done ? 'answered' : stopped(study, found) ? 'stopped' : over
  return { kind: link.kind, registrationId: registration.id, supervisorId, pseudonym: client.pseudonym, state, ...rest }
}

/** Whether nobody is to answer any more: the supervisor declined, or the client took back what the wave needs (protocol §6). */
function stopped({ protocol }: StudyRef, { registration, supervisorId, wave }: Found): boolean {
  const { supervisor, declinings, departures } = registration
  const declined = supervisor?.declinedOn || declinings.some((one) => one.supervisorId === supervisorId)
  const step = wave && stepOfWave(waveNamed(protocol, wave))
  return Boolean(declined) || departures.some((one) => one.step === step)
}

async function inquiry(db: StudyDb, { protocol }: StudyRef, _: Day, id: string) {
  const row = await db.inquiry.findUnique({ where: { id }, include: { registration: about } })
  if (!row) return null
  const askedOn = fromColumn(row.sentOn)
  const until = nonResponseOn(protocol.inquiry, askedOn)
  const { registration, supervisorId } = row
  return { registration, supervisorId, wave: null, askedOn, until, done: row.repliedOn !== null }
}

async function measurement(db: StudyDb, { protocol }: StudyRef, _: Day, id: string) {
  const row = await db.measurement.findUnique({
    where: { id, perspective: 'supervisor' },
    include: { registration: about },
  })
  if (!row) return null
  const askedOn = fromColumn(row.openedOn)
  const until = nonResponseOn(waveNamed(protocol, row.wave).questionnaire, askedOn)
  const { registration, wave } = row
  const { supervisorId } = registration
  return { registration, supervisorId, wave, askedOn, until, done: row.completedOn !== null }
}

/** The window that is open, or else the last one that was. */
async function appointment(db: StudyDb, _: StudyRef, today: Day, registrationId: string) {
  const row = await db.waveWindow.findFirst({
    where: { registrationId, opensOn: { lte: toColumn(today) } },
    orderBy: { opensOn: 'desc' },
    include: { registration: about },
  })
  if (!row) return null
  const { registration, wave } = row
  const { supervisorId } = registration
  const until = fromColumn(row.closesOn)
  return { registration, supervisorId, wave, askedOn: fromColumn(row.opensOn), until, done: row.appointmentOn !== null }
}
