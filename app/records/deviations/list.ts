import type { StudyDb } from '../../platform/database'
import { type Day, fromColumn } from '../../protocol/day'
import type { Decision, DeviationKind, DeviationState } from '../../protocol/deviations'

/** A deviation in the list. The pair by its pseudonym, when it is about one that was bound. */
export type KeptDeviation = {
  readonly id: string
  readonly kind: DeviationKind
  readonly pseudonym: string | null
  readonly location: string
  readonly month: string
  readonly raisedBy: 'rule' | 'account'
  readonly foundOn: Day
  readonly remark: string | null
  readonly decision: Decision | null
  readonly decidedOn: Day | null
  readonly decisionRemark: string | null
  readonly resolvedOn: Day | null
  readonly state: DeviationState
}

/** Which deviations: of a kind, in a state, at a location; the page after this key. */
export type Wanted = {
  readonly kind?: string | undefined
  readonly state?: DeviationState | undefined
  readonly location?: string | undefined
  /** `YYYY-MM-DD|id` of the last one of the page before. */
  readonly after?: string | null
  /** All of them without. */
  readonly limit?: number
}

const IN_STATE = {
  open: { decision: null, resolvedOn: null },
  decided: { decision: { not: null } },
  resolved: { decision: null, resolvedOn: { not: null } },
} as const

const WITH_PAIR = { registration: { select: { dyad: { select: { pseudonym: true } } } } } as const

type Row = Awaited<ReturnType<StudyDb['deviation']['findMany']>>[number] & {
  readonly registration: { readonly dyad: { readonly pseudonym: string } | null } | null
}

const shaped = (row: Row): KeptDeviation => ({
  id: row.id,
  kind: row.kind as DeviationKind,
  pseudonym: row.registration?.dyad?.pseudonym ?? null,
  location: row.location,
  month: row.month,
  raisedBy: row.raisedBy as 'rule' | 'account',
  foundOn: fromColumn(row.foundOn),
  remark: row.remark,
  decision: row.decision as Decision | null,
  decidedOn: row.decidedOn && fromColumn(row.decidedOn),
  decisionRemark: row.decisionRemark,
  resolvedOn: row.resolvedOn && fromColumn(row.resolvedOn),
  state: row.decision ? 'decided' : row.resolvedOn ? 'resolved' : 'open',
})

/** One deviation; null when the study has none with this id. */
export async function deviation(db: StudyDb, studyId: string, id: string): Promise<KeptDeviation | null> {
  const row = await db.deviation.findFirst({ where: { id, studyId }, include: WITH_PAIR })
  return row && shaped(row)
}

/** The deviations of a study, those found last first; `next` is the key of the page after. */
export async function deviations(
  db: StudyDb,
  studyId: string,
  { kind, state, location, after, limit }: Wanted,
): Promise<{ readonly items: KeptDeviation[]; readonly next: string | null }> {
  const [day, id] = after?.split('|') ?? []
  const foundOn = day && new Date(day)
  const rows = await db.deviation.findMany({
    where: {
      studyId,
      ...(kind && { kind }),
      ...(location && { location }),
      ...(state && IN_STATE[state]),
      ...(foundOn && id && { OR: [{ foundOn: { lt: foundOn } }, { foundOn, id: { lt: id } }] }),
    },
    orderBy: [{ foundOn: 'desc' }, { id: 'desc' }],
    ...(limit !== undefined && { take: limit + 1 }),
    include: WITH_PAIR,
  })
  const items = rows.slice(0, limit ?? rows.length).map(shaped)
  const last = items.at(-1)
  const more = limit !== undefined && rows.length > limit
  return { items, next: more && last ? `${last.foundOn}|${last.id}` : null }
}

/** How many stand in each state. */
export async function deviationCounts(db: StudyDb, studyId: string): Promise<Record<DeviationState, number>> {
  const [row] = await db.$queryRaw<Record<DeviationState, number>[]>`
    SELECT count(*) FILTER (WHERE decision IS NULL AND resolved_on IS NULL)::int AS open,
           count(*) FILTER (WHERE decision IS NOT NULL)::int AS decided,
           count(*) FILTER (WHERE decision IS NULL AND resolved_on IS NOT NULL)::int AS resolved
      FROM study.deviation WHERE study_id = ${studyId}::uuid`
  return row ?? { open: 0, decided: 0, resolved: 0 }
}
