import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Day, fromColumn } from '../../protocol/day'
import { type NoShowOutlook, noShowOutlook } from '../../protocol/no-shows'
import { WINDOW_CLOSED } from '../fieldwork/approached'
import { caseOfPair } from '../pairs/pairs'
import { stepOfWave } from '../standing'
import { nextTalk } from './plan-interview'
import { plannedFor } from './planned'

/** Where the interviews of a pair stand, for whoever plans them. Nothing of the supervisor but the day of the talk (protocol §1). */
export type PairPlan = {
  readonly registrationId: string
  readonly pseudonym: string
  readonly location: string
  /** The wave that is still to be held; null when there is none. */
  readonly wave: string | null
  readonly window: { readonly opens: Day; readonly closes: Day } | null
  readonly talkOn: Day | null
  readonly planned: Awaited<ReturnType<typeof plannedFor>>
  /** What one more no-show will do; null when nothing is to be held. */
  readonly outlook: NoShowOutlook | null
  /** All that stood and stands, the newest first. */
  readonly course: readonly PastAppointment[]
}

export type PastAppointment = {
  readonly id: string
  readonly wave: string
  readonly on: Day
  readonly at: number | null
  readonly location: string
  readonly room: string | null
  readonly interviewer: string | null
  readonly state: string
}

/** The pair with this pseudonym, of now or of before; null when the study has none. */
export async function pairPlan(db: StudyDb, occasion: Occasion, pseudonym: string): Promise<PairPlan | null> {
  const { study } = occasion
  const registrationId = await caseOfPair(db, study.id, pseudonym)
  if (!registrationId) return null
  const row = await db.registration.findUniqueOrThrow({ where: { id: registrationId }, include: CASE })
  const stopped = row.client.withdrawal !== null
  const left = new Set(row.departures.filter(({ reason }) => reason !== WINDOW_CLOSED).map(({ step }) => step))
  const held = new Set(row.measurements.map(({ wave }) => wave))
  const wave = study.protocol.waves.find(
    (one) =>
      !stopped &&
      !held.has(one.name) &&
      !left.has(stepOfWave(one)) &&
      (one.window ? row.windows.some((window) => window.wave === one.name) : row.dyad?.unboundOn === null),
  )
  const window = row.windows.find((one) => one.wave === wave?.name)
  const noShows = row.noShows.filter((one) => one.wave === wave?.name).length
  return {
    registrationId,
    pseudonym,
    location: row.location,
    wave: wave?.name ?? null,
    window: window ? { opens: fromColumn(window.opensOn), closes: fromColumn(window.closesOn) } : null,
    talkOn: wave && !wave.window ? await nextTalk(db, occasion, registrationId) : null,
    planned: wave ? await plannedFor(db, registrationId, wave.name) : null,
    outlook: wave ? noShowOutlook(study.protocol, wave, noShows) : null,
    course: await courseOf(db, registrationId),
  }
}

const CASE = {
  dyad: { select: { unboundOn: true } },
  client: { select: { withdrawal: { select: { clientId: true } } } },
  departures: { where: { returnedOn: null }, select: { step: true, reason: true } },
  measurements: { where: { perspective: 'client' }, select: { wave: true } },
  windows: true,
  noShows: { select: { wave: true } },
} as const

async function courseOf(db: StudyDb, registrationId: string): Promise<PastAppointment[]> {
  const rows = await db.$queryRaw<(Omit<PastAppointment, 'on'> & { on: Date })[]>`
    SELECT a.id, a.wave, a.on_day AS "on", a.at_minute AS at, a.location, m.name AS room, a.interviewer, a.state
      FROM study.appointment a LEFT JOIN study.room m ON m.id = a.room_id
     WHERE a.registration_id = ${registrationId}::uuid
     ORDER BY a.wave DESC, a.seq DESC`
  return rows.map((row) => ({ ...row, on: fromColumn(row.on) }))
}
