import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import type { LinkKind } from '../platform/personal-link'
import { type Day, fromColumn, toColumn } from '../protocol/day'
import { nonResponseOn } from '../protocol/reminders'
import { INTAKE_STEPS } from '../protocol/stages'
import { waveNamed } from '../protocol/waves'
import { WITHDREW } from './departures'
import { stepOfWave } from './standing'

/** What a personal link asks of a supervisor, and whether it still does. */
export type Asked = {
  readonly kind: LinkKind
  readonly registrationId: string
  /** Who has the link: the supervisor, or who stands in for them. */
  readonly supervisorId: string | null
  /** The client's pseudonym. */
  readonly pseudonym: string
  readonly wave: string | null
  readonly askedOn: Day
  /** The last day on which an answer counts. */
  readonly until: Day
  /** moved: it went to a colleague, or was asked again with another link. */
  readonly state: 'open' | 'answered' | 'expired' | 'stopped' | 'moved'
  /** Whether anything was filled in already. */
  readonly begun: boolean
  /** Since when whoever has this link is never asked again (protocol §6). */
  readonly declinedOn: Day | null
}

type Found = {
  readonly supervisorId: string | null
  readonly wave: string | null
  readonly registration: {
    readonly supervisor: { readonly declinedOn: Date | null } | null
    readonly declinings: readonly { readonly supervisorId: string }[]
    readonly departures: readonly { readonly step: string; readonly reason: string }[]
  }
}
/** What a link opens; `supervisorId` is to whom it was sent. */
type Link = { readonly kind: LinkKind; readonly id: string; readonly supervisorId?: string }

const about = {
  select: {
    id: true,
    studyId: true,
    supervisorId: true,
    supervisor: { select: { declinedOn: true } },
    declinings: { select: { supervisorId: true } },
    departures: { where: { returnedOn: null }, select: { step: true, reason: true } },
    client: { select: { pseudonym: true, withdrawal: { select: { clientId: true } } } },
  },
} as const

/** What stands behind a link on this day; null when the record is not there, or belongs to another study. */
export async function askedBy(db: StudyDb, study: StudyRef, today: Day, link: Link): Promise<Asked | null> {
  const found = await { inquiry, measurement, appointment }[link.kind](db, study, today, link.id)
  if (!found || found.registration.studyId !== study.id) return null
  const { registration, done, moved, ...rest } = found
  const { client } = registration
  const supervisorId = link.supervisorId ?? found.supervisorId
  const who = supervisorId ? await db.supervisor.findUnique({ where: { id: supervisorId } }) : null
  const declinedOn = who?.declinedOn ? fromColumn(who.declinedOn) : null
  const stops = client.withdrawal !== null || (!done && (declinedOn || stopped(study, { ...found, supervisorId })))
  const over = today > rest.until ? 'expired' : 'open'
  const state = stops ? 'stopped' : done ? 'answered' : moved ? 'moved' : over
  const { kind } = link
  return {
    ...{ kind, registrationId: registration.id, pseudonym: client.pseudonym, state, declinedOn },
    ...{ supervisorId, wave: rest.wave, askedOn: rest.askedOn, until: rest.until, begun: rest.begun },
  }
}

/** Whether nobody is to answer any more: the supervisor declined, the client took back what the wave needs, or the case left (protocol §6). */
function stopped({ protocol }: StudyRef, { registration, supervisorId, wave }: Found): boolean {
  const { supervisor, declinings, departures } = registration
  if (supervisor?.declinedOn || declinings.some((one) => one.supervisorId === supervisorId)) return true
  // an answer within the ladder counts, also when the case was closed because there was none (§3)
  if (wave === null) return departures.some(({ step, reason }) => isIntake(step) && reason !== 'no_reply')
  const step = stepOfWave(waveNamed(protocol, wave))
  return departures.some((one) => one.step === step && one.reason === WITHDREW)
}

const isIntake = (step: string) => INTAKE_STEPS.some((one) => one === step)

async function inquiry(db: StudyDb, { protocol }: StudyRef, _: Day, id: string) {
  const include = { registration: about }
  const now = await db.inquiry.findUnique({ where: { id }, include })
  const row = now ?? (await db.inquiryBefore.findUnique({ where: { id }, include }))
  if (!row) return null
  const askedOn = fromColumn(row.sentOn)
  const until = nonResponseOn(protocol.inquiry, askedOn)
  const { registration, askedId: supervisorId, repliedOn } = row
  return {
    registration,
    supervisorId,
    wave: null,
    askedOn,
    until,
    done: now !== null && repliedOn !== null,
    begun: false,
    moved: !now,
  }
}

/** An answer, or none in so many words: one that was taken back is a row without either. */
const stands = { OR: [{ value: { not: null } }, { missing: { not: null } }] }

async function measurement(db: StudyDb, { protocol }: StudyRef, _: Day, id: string) {
  const row = await db.measurement.findUnique({
    where: { id, perspective: 'supervisor' },
    include: { registration: about, answers: { where: stands, take: 1, select: { item: true } } },
  })
  if (!row) return null
  const askedOn = fromColumn(row.openedOn)
  const until = nonResponseOn(waveNamed(protocol, row.wave).questionnaire, askedOn)
  const { registration, wave } = row
  const { supervisorId } = registration
  const begun = row.answers.length > 0
  return { registration, supervisorId, wave, askedOn, until, done: row.completedOn !== null, begun, moved: false }
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
  const done = row.appointmentOn !== null
  return { registration, supervisorId, wave, askedOn: fromColumn(row.opensOn), until, done, begun: false, moved: false }
}
