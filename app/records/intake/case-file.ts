import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { placesFree } from '../../protocol/caseload'
import { type Day, fromColumn } from '../../protocol/day'
import { type IntakeStep, type Place, placeOf, type Stage } from '../../protocol/stages'
import { covariatesOf, type KnownCovariate } from './covariates'

/** One case on its way to the first interview: where it stands, and all that was said and decided. Pseudonyms only. */
export type CaseFile = Awaited<ReturnType<typeof read>> & {
  readonly stage: Stage
  readonly place: Place
  /** Places that the supervisor has left. */
  readonly free: number
  /** What the register told; null once the client had everything erased (§6). */
  readonly register: RegisterFacts | null
}
type RegisterFacts = {
  readonly status: string
  readonly startedOn: Day | null
  readonly supervisionLevel: number | null
  readonly riskCategory: string | null
  readonly covariates: readonly KnownCovariate[]
}

/** The case with this id; null when the study has none. */
export async function caseFileOf(db: StudyDb, study: StudyRef, id: string): Promise<CaseFile | null> {
  const row = await read(db, study, id)
  if (!row) return null
  const { withdrawal, supervisorId } = row
  const erased = withdrawal?.collected === 'erase'
  const taken = supervisorId ? await db.dyad.count({ where: { supervisorId, unboundOn: null } }) : 0
  const { status, startedOn, supervisionLevel, riskCategory } = row
  const register = { status, startedOn, supervisionLevel, riskCategory, covariates: await covariatesOf(db, id) }
  return {
    ...row,
    stage: row.stage as Stage,
    place: placeOf({ stage: row.stage as Stage, leftStep: row.leftStep as IntakeStep | null }),
    free: placesFree(study.protocol, taken),
    register: erased ? null : register,
  }
}

async function read(db: StudyDb, study: StudyRef, id: string) {
  const row = await db.registration.findFirst({
    where: { id, studyId: study.id },
    include: {
      client: { select: { pseudonym: true, doNotAskOn: true, withdrawal: true } },
      supervisor: { select: { pseudonym: true } },
      inquiry: true,
      inquiriesBefore: { orderBy: { seq: 'asc' } },
      findings: { orderBy: { seq: 'asc' } },
      judgements: { orderBy: { seq: 'asc' } },
      departures: { orderBy: { id: 'asc' } },
      noShows: { orderBy: { missedOn: 'asc' } },
      contactReports: { orderBy: [{ reportedOn: 'desc' }, { id: 'desc' }], take: 1 },
      dyad: true,
    },
  })
  if (!row) return null
  const { client, supervisor, inquiry, dyad, contactReports, ...rest } = row
  const [report] = contactReports
  return {
    ...rest,
    registeredOn: fromColumn(row.registeredOn),
    startedOn: dayOf(row.startedOn),
    stageOn: dayOf(row.stageOn),
    pseudonym: client.pseudonym,
    doNotAsk: client.doNotAskOn !== null,
    supervisor: supervisor?.pseudonym ?? null,
    withdrawal: client.withdrawal && { ...client.withdrawal, withdrawnOn: fromColumn(client.withdrawal.withdrawnOn) },
    contacts: report?.contacts ?? null,
    nextContactOn: dayOf(report?.nextContactOn ?? null),
    inquiry: inquiry && answerOf(inquiry),
    inquiriesBefore: row.inquiriesBefore.map((one) => ({
      ...answerOf(one),
      endedOn: fromColumn(one.endedOn),
      why: one.why,
    })),
    findings: row.findings.map((one) => ({
      ...one,
      foundOn: fromColumn(one.foundOn),
      replacedOn: dayOf(one.replacedOn),
    })),
    judgements: row.judgements.map((one) => ({
      ...one,
      judgedOn: fromColumn(one.judgedOn),
      replacedOn: dayOf(one.replacedOn),
    })),
    departures: row.departures.map((one) => ({
      ...one,
      leftOn: fromColumn(one.leftOn),
      returnedOn: dayOf(one.returnedOn),
    })),
    noShows: row.noShows.map(({ missedOn }) => fromColumn(missedOn)),
    dyad: dyad && {
      pseudonym: dyad.pseudonym,
      boundOn: fromColumn(dyad.boundOn),
      unboundOn: dayOf(dyad.unboundOn),
      plannedOn: dayOf(dyad.plannedOn),
    },
  }
}

const dayOf = (date: Date | null): Day | null => date && fromColumn(date)

type Answered = {
  readonly sentOn: Date
  readonly repliedOn: Date | null
  readonly answeredBy: string | null
  readonly isSupervisor: boolean | null
  readonly contacts: number | null
  readonly nextContactOn: Date | null
  readonly reason: string | null
}
const answerOf = ({ sentOn, repliedOn, answeredBy, isSupervisor, contacts, nextContactOn, reason }: Answered) => ({
  sentOn: fromColumn(sentOn),
  repliedOn: dayOf(repliedOn),
  answeredBy,
  isSupervisor,
  contacts,
  nextContactOn: dayOf(nextContactOn),
  reason,
})

/** Which of these cases the study has, with their clients' pseudonyms, in the order of a list. */
export async function chosenOf(
  db: StudyDb,
  study: StudyRef,
  ids: readonly string[],
): Promise<{ id: string; pseudonym: string }[]> {
  const known = ids.filter((id) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id))
  const rows = await db.registration.findMany({
    where: { id: { in: known }, studyId: study.id },
    orderBy: [{ stageOn: 'asc' }, { id: 'asc' }],
    select: { id: true, client: { select: { pseudonym: true } } },
  })
  return rows.map(({ id, client }) => ({ id, pseudonym: client.pseudonym }))
}
