import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { sql } from '../platform/sql'
import { type Day, daysBetween, fromColumn } from '../protocol/day'
import {
  WORK_CITES,
  WORK_KINDS,
  WORK_OF,
  WORK_STATES,
  type WorkKind,
  type WorkState,
  workState,
} from '../protocol/work'
import { workOn } from './work-rows'

/** A piece of work: about which case or month, since which rule, until when. */
export type WorkItem = {
  readonly id: string
  readonly kind: WorkKind
  readonly state: WorkState
  readonly due: Day
  /** Days to the due day; negative when it is past. */
  readonly daysLeft: number
  /** Null for work about a month. */
  readonly registrationId: string | null
  /** The client's pseudonym; null for work about a month. */
  readonly pseudonym: string | null
  readonly dyad: string | null
  /** The month (YYYY-MM) whose numbers it is about; null for work about a case. */
  readonly month: string | null
  readonly location: string
  readonly wave: string
  readonly cite: string
}
export type Worklist = {
  readonly on: Day
  readonly role: string
  /** How much there is of each kind, of each state, and at each location: at the chosen locations, whatever else was chosen. */
  readonly counts: Readonly<Record<WorkKind, number>>
  readonly states: Readonly<Record<WorkState, number>>
  /** At every location where there is work for this role, chosen or not; by name. */
  readonly places: readonly { readonly location: string; readonly count: number }[]
  readonly items: readonly WorkItem[]
  /** Where the next page begins; null when this was the last. */
  readonly next: string | null
}

/**
 * Which part of the list: whose, where, how it stands, what falls due in which days (both included; also what has not opened yet),
 * from which place on, and how many (null: all).
 */
export type Part = {
  readonly on: Day
  readonly role: 'coordinator' | 'interviewer'
  readonly locations?: readonly string[] | undefined
  readonly states?: readonly WorkState[] | undefined
  readonly due?: { readonly from: Day; readonly until: Day } | undefined
  readonly after?: string | null
  readonly limit: number | null
}

/**
 * What is to be done on a day, the most pressing first; derived from the facts known by that day, never typed in.
 * Pages by key, so a list of ten thousand costs as much as one of ten.
 */
export async function worklist(db: StudyDb, { study }: Occasion, part: Part): Promise<Worklist> {
  const kinds = WORK_OF[part.role]
  const warning = Math.max(0, ...study.protocol.waves.flatMap((wave) => wave.closingWarnings))
  const work = sql`
    SELECT * FROM (SELECT w.*, ${standing(part.on, warning)} AS state FROM (${workOn(study, part.on)}) w) s
     WHERE s.kind = ANY(${[...kinds]}::text[])`
  const [afterDue, afterId] = (part.after ?? '').split('|')
  const limit = part.limit === null ? null : part.limit + 1
  const [rows, counted] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT * FROM (${work}) l
       WHERE (${part.locations === undefined} OR l.location = ANY(${[...(part.locations ?? [])]}::text[]))
         AND (${part.states === undefined} OR l.state = ANY(${[...(part.states ?? [])]}::text[]))
         AND (${part.due === undefined} OR l.due BETWEEN ${part.due?.from ?? null}::date AND ${part.due?.until ?? null}::date)
         AND (${!part.after} OR (l.due, l.id) > (${afterDue || part.on}::date, ${afterId ?? ''}))
       ORDER BY l.due, l.id LIMIT ${limit}::int`,
    db.$queryRaw<Counted[]>`
      SELECT kind, state, location, count(*)::int AS count FROM (${work}) c GROUP BY 1, 2, 3`,
  ])
  const items = rows.slice(0, part.limit ?? rows.length).map((row) => itemOf(row, part.on, warning))
  const last = items.at(-1)
  const more = part.limit !== null && rows.length > part.limit
  return {
    on: part.on,
    role: part.role,
    ...summed(counted, part.locations),
    items,
    next: more && last ? `${last.due}|${last.id}` : null,
  }
}

/** How a piece of work stands (see `workState`), for who counts by it. */
const standing = (on: Day, warning: number) => sql`
  CASE WHEN w.due < ${on}::date THEN 'overdue' WHEN w.due = ${on}::date THEN 'due'
       WHEN w.closes - ${on}::date <= ${warning}::int THEN 'closing' ELSE 'open' END`

type Counted = { kind: WorkKind; state: WorkState; location: string; count: number }

function summed(all: readonly Counted[], locations: readonly string[] | undefined) {
  const here = all.filter(({ location }) => !locations || locations.includes(location))
  const sum = (of: readonly Counted[]) => of.reduce((so, { count }) => so + count, 0)
  const byKind = WORK_KINDS.map((name) => [name, sum(here.filter(({ kind }) => kind === name))])
  const byState = WORK_STATES.map((name) => [name, sum(here.filter(({ state }) => state === name))])
  const places = [...new Set(all.map(({ location }) => location))].sort()
  return {
    counts: Object.fromEntries(byKind) as Worklist['counts'],
    states: Object.fromEntries(byState) as Worklist['states'],
    places: places.map((place) => ({ location: place, count: sum(all.filter(({ location }) => location === place)) })),
  }
}

type Row = {
  id: string
  kind: WorkKind
  registrationId: string | null
  pseudonym: string | null
  dyad: string | null
  month: string | null
  location: string
  wave: string
  due: Date
  closes: Date | null
}

function itemOf({ closes, ...row }: Row, on: Day, warning: number): WorkItem {
  const due = fromColumn(row.due)
  const state = workState({ due, closes: closes && fromColumn(closes) }, on, warning)
  return { ...row, due, state, daysLeft: daysBetween(on, due), cite: WORK_CITES[row.kind] }
}
