import type { StudyDb } from '../../platform/database'
import { type Day, fromColumn } from '../../protocol/day'
import type { Perspective } from '../../protocol/study'

export const QUERY_STATES = ['open', 'answered', 'closed'] as const
export type QueryState = (typeof QUERY_STATES)[number]

/** A question about an answer in the list: about which pair, wave and side; the item, never what was answered. */
export type KeptQuery = {
  readonly id: string
  readonly measurementId: string
  readonly rule: string
  /** Empty: about the whole. */
  readonly item: string
  readonly state: QueryState
  readonly raisedOn: Day
  readonly answeredOn: Day | null
  readonly reason: string | null
  readonly closedOn: Day | null
  readonly closedBy: string | null
  /** The pair's pseudonym; the client's where none is bound. */
  readonly pseudonym: string
  readonly wave: string
  readonly perspective: Perspective
  /** Who held the interview; null for a supervisor's questionnaire. */
  readonly interviewer: string | null
  readonly battery: readonly string[]
}

/** Whose: an interviewer sees those about interviews held under their code; without one, all are meant. */
export type Whose = { readonly interviewer?: string }

const ABOUT = {
  measurement: {
    select: {
      wave: true,
      perspective: true,
      interviewer: true,
      battery: true,
      registration: { select: { client: { select: { pseudonym: true } }, dyad: { select: { pseudonym: true } } } },
    },
  },
} as const

const of = ({ interviewer }: Whose) =>
  interviewer === undefined ? {} : { measurement: { interviewer, perspective: 'client' } }

/** The questions of a study, those raised last first; `after` is `YYYY-MM-DD|id` of the last one of the page before. */
export async function queries(
  db: StudyDb,
  studyId: string,
  part: Whose & { readonly state?: QueryState | undefined; readonly after?: string | null; readonly limit: number },
): Promise<{ readonly items: KeptQuery[]; readonly next: string | null }> {
  const [day, id] = part.after?.split('|') ?? []
  const raisedOn = day && new Date(day)
  const rows = await db.query.findMany({
    where: {
      studyId,
      ...of(part),
      ...(part.state && { state: part.state }),
      // the day once more by itself: an index finds that, and not the one or the other
      ...(raisedOn &&
        id && { raisedOn: { lte: raisedOn }, OR: [{ raisedOn: { lt: raisedOn } }, { raisedOn, id: { lt: id } }] }),
    },
    orderBy: [{ raisedOn: 'desc' }, { id: 'desc' }],
    take: part.limit + 1,
    include: ABOUT,
  })
  const items = rows.slice(0, part.limit).map(shaped)
  const last = items.at(-1)
  return { items, next: rows.length > part.limit && last ? `${last.raisedOn}|${last.id}` : null }
}

/** How many stand in each state. */
export async function queryCounts(db: StudyDb, studyId: string, whose: Whose): Promise<Record<QueryState, number>> {
  const rows = await db.query.groupBy({ by: ['state'], where: { studyId, ...of(whose) }, _count: true })
  const count = (state: QueryState) => rows.find((row) => row.state === state)?._count ?? 0
  return { open: count('open'), answered: count('answered'), closed: count('closed') }
}

/** One question; null when the study has none with this id, or not for whoever asks. */
export async function query(db: StudyDb, studyId: string, id: string, whose: Whose): Promise<KeptQuery | null> {
  const row = await db.query.findFirst({ where: { id, studyId, ...of(whose) }, include: ABOUT })
  return row && shaped(row)
}

type Row = Awaited<ReturnType<StudyDb['query']['findMany']>>[number] & {
  readonly measurement: {
    readonly wave: string
    readonly perspective: string
    readonly interviewer: string | null
    readonly battery: readonly string[]
    readonly registration: {
      readonly client: { readonly pseudonym: string }
      readonly dyad: { readonly pseudonym: string } | null
    }
  }
}

function shaped({ measurement, ...row }: Row): KeptQuery {
  const { registration, wave, perspective, interviewer, battery } = measurement
  return {
    id: row.id,
    measurementId: row.measurementId,
    rule: row.rule,
    item: row.item,
    state: row.state as QueryState,
    raisedOn: fromColumn(row.raisedOn),
    answeredOn: row.answeredOn && fromColumn(row.answeredOn),
    reason: row.reason,
    closedOn: row.closedOn && fromColumn(row.closedOn),
    closedBy: row.closedBy,
    pseudonym: registration.dyad?.pseudonym ?? registration.client.pseudonym,
    wave,
    perspective: perspective as Perspective,
    interviewer,
    battery,
  }
}
