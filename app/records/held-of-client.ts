import type { StudyDb } from '../platform/database'
import type { Occasion, StudyRef } from '../platform/occasion'
import { fromColumn } from '../protocol/day'
import { done, type Result, refuse } from '../protocol/refusal'
import type { ReleaseSpec } from '../protocol/release-spec'
import type { Instrument } from '../protocol/study'
import { change } from './change'
import { DECLINES, DECLINES_ALTOGETHER } from './declining'
import { WITHDREW } from './departures'
import { SAID as ANSWERED, answersOf } from './entries/kept'
import { pinnedBattery } from './instruments/battery'
import { covariatesOf } from './intake/covariates'
import { type Entry, entriesOf } from './timeline-entries'

/**
 * What a supervisor said or decided about the client is the supervisor's (§6): the client learns that it was done, and
 * neither what nor why. Who decided stands with a departure; of the first steps only taking part being taken back is not theirs.
 */
const SAID: Readonly<Record<string, string>> = { approachable: 'judged', not_approachable: 'judged' }
const STEPS_OF_SUPERVISOR = new Set(['inquiry', 'criteria', 'judgement'])
const DECLINED = new Set([DECLINES, DECLINES_ALTOGETHER])

const decidedBySupervisor = ({ kind, actor, details: { step, reason } }: Entry): boolean =>
  kind === 'replied' ||
  Object.hasOwn(SAID, kind) ||
  actor?.split(':', 1)[0] === 'supervisor' ||
  DECLINED.has(`${reason}`) ||
  (STEPS_OF_SUPERVISOR.has(`${step}`) && reason !== WITHDREW)

export type HeldOfClient = Awaited<ReturnType<typeof read>>

/**
 * Everything that the study holds about a client, for their own request to see it (GDPR art. 15): an entry in the
 * audit. What the supervisor answered is not among it (§6). Refused for a client that the study does not have.
 */
export function heldOfClient(db: StudyDb, occasion: Occasion, clientId: string): Promise<Result<HeldOfClient>> {
  const what = { verb: 'export_access', subject: 'client', subjectId: clientId }
  return change(db, occasion, what, async (tx) => {
    if (!(await tx.client.count({ where: { id: clientId, studyId: occasion.study.id } })))
      return refuse('unknown_client')
    return done(await read(tx as StudyDb, occasion, clientId))
  })
}

/** All that the client was asked, whether the protocol has it or it came from a file. */
export function askedOfClient(db: StudyDb, study: StudyRef, held: HeldOfClient): Promise<readonly Instrument[]> {
  const pins = held.cases.flatMap(({ answers }) => answers.flatMap(({ battery }) => battery))
  return pinnedBattery(db, study, [...new Set(pins)])
}

async function read(db: StudyDb, { study }: Occasion, clientId: string) {
  const client = await db.client.findUniqueOrThrow({
    where: { id: clientId },
    include: { permissions: true, withdrawal: true, registrations: { orderBy: { registeredOn: 'asc' } } },
  })
  const { registrations, permissions, withdrawal, pseudonym, gender, birthYear } = client
  const cases = []
  for (const row of registrations) cases.push(await caseOf(db, row))
  const ofClient = { where: { clientId }, select: { pseudonym: true }, orderBy: { boundOn: 'asc' } } as const
  const dyads = [...(await db.dyadBefore.findMany(ofClient)), ...(await db.dyad.findMany(ofClient))]
  return {
    pseudonym,
    dyads: dyads.map((dyad) => dyad.pseudonym),
    gender,
    birthYear,
    permissions: permissions.map(({ scope, granted, endedOn }) => ({
      scope,
      granted,
      endedOn: endedOn && fromColumn(endedOn),
    })),
    withdrawal: withdrawal && { on: fromColumn(withdrawal.withdrawnOn), collected: withdrawal.collected },
    cases,
    releases: await releasesWith(db, study.id, clientId),
  }
}

type Registration = NonNullable<Awaited<ReturnType<StudyDb['registration']['findFirst']>>>

async function caseOf(db: StudyDb, row: Registration) {
  const { id: registrationId, registeredOn, startedOn } = row
  const answers = await db.measurement.findMany({
    where: { registrationId, perspective: 'client' },
    include: {
      answers: { where: ANSWERED, orderBy: { item: 'asc' } },
      entries: { include: { notes: { where: { text: { not: '' } } } }, orderBy: { id: 'asc' } },
    },
    orderBy: { openedOn: 'asc' },
  })
  const entries = await entriesOf(db, registrationId)
  const deviations = await db.deviation.findMany({ where: { registrationId }, orderBy: { foundOn: 'asc' } })
  return {
    registrationId,
    registeredOn: fromColumn(registeredOn),
    startedOn: startedOn && fromColumn(startedOn),
    status: row.status,
    modality: row.modality,
    supervisionLevel: row.supervisionLevel,
    riskCategory: row.riskCategory,
    electronicMonitoring: row.electronicMonitoring,
    penitentiaryProgramme: row.penitentiaryProgramme,
    organisation: row.organisation,
    region: row.region,
    location: row.location,
    further: await covariatesOf(db, registrationId),
    deviations: deviations.map(({ kind, foundOn, remark }) => ({ kind, on: fromColumn(foundOn), remark })),
    course: entries.map((entry) => ({
      on: entry.on,
      kind: SAID[entry.kind] ?? entry.kind,
      wave: entry.wave,
      details: decidedBySupervisor(entry) ? {} : entry.details,
    })),
    answers: answers.map(({ wave, battery, openedOn, completedOn, erasedOn, unreliable, entries, ...rest }) => ({
      wave,
      battery,
      on: fromColumn(completedOn ?? openedOn),
      erasedOn: erasedOn && fromColumn(erasedOn),
      remark: unreliable,
      given: answersOf(rest.answers),
      // what was written down about the client is as much the client's as what they said
      notes: entries.flatMap(({ enteredOn, notes }) =>
        notes.map(({ item, text }) => ({ on: fromColumn(enteredOn), item, text })),
      ),
    })),
  }
}

/** The releases that were let go with something of the client in them. */
async function releasesWith(db: StudyDb, studyId: string, clientId: string) {
  const cases = await db.registration.findMany({ where: { studyId, clientId }, select: { id: true } })
  const rows = await db.release.findMany({
    where: { studyId, state: 'approved', members: { some: { registrationId: { in: cases.map(({ id }) => id) } } } },
    orderBy: { number: 'asc' },
    select: { decidedOn: true, spec: true },
  })
  return rows.map(({ decidedOn, spec }) => ({
    on: fromColumn(decidedOn as Date),
    purpose: (spec as unknown as ReleaseSpec).purpose,
  }))
}
