import type { StudyTx } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { empty, sql } from '../platform/sql'
import type { Day } from '../protocol/day'
import { warnedDays } from '../protocol/waves'
import { WORK_KINDS, WORK_OF, WORK_STATES, type WorkKind, type WorkState } from '../protocol/work'
import { itemOf, type WorkItem, type WorkRow } from './work/item'
import { workOn } from './work/rows'

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
 * Which part of the list: whose, of which kinds (all that are theirs), where, how it stands, what falls due in which days (both included; also what has not opened yet),
 * from which place on, and how many (null: all).
 */
export type Part = {
  readonly on: Day
  readonly role: 'coordinator' | 'interviewer'
  readonly kinds?: readonly WorkKind[] | undefined
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
export async function worklist(db: Pick<StudyTx, '$queryRaw'>, occasion: Occasion, part: Part): Promise<Worklist> {
  const { study } = occasion
  const warning = warnedDays(study.protocol)
  const kinds = WORK_OF[part.role].filter((kind) => part.kinds?.includes(kind) ?? true)
  const work = sql`
    SELECT * FROM (SELECT w.*, ${standing(part.on, warning)} AS state FROM (${await workOn(db, occasion, part.on)}) w) s
     WHERE s.kind = ANY (${kinds}::text[])`
  const begun = sql`l.opens <= ${part.on}::date`
  const [afterDue, afterId] = (part.after ?? '').split('|')
  const limit = part.limit === null ? null : part.limit + 1
  const [rows, counted] = await Promise.all([
    db.$queryRaw<WorkRow[]>`
      SELECT * FROM (${work}) l
       WHERE ${part.due ? sql`l.due BETWEEN ${part.due.from}::date AND ${part.due.until}::date` : begun}
         ${part.locations ? sql`AND l.location = ANY (${[...part.locations]}::text[])` : empty}
         ${part.states ? sql`AND l.state = ANY (${[...part.states]}::text[])` : empty}
         ${part.after ? sql`AND (l.due, l.id) > (${afterDue}::date, ${afterId ?? ''})` : empty}
       ORDER BY l.due, l.id LIMIT ${limit}::int`,
    db.$queryRaw<Counted[]>`
      SELECT kind, state, location, count(*)::int AS count FROM (${work}) l WHERE ${begun} GROUP BY 1, 2, 3`,
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

/** How a piece of work stands (see `itemOf`), for who counts by it. */
const standing = (on: Day, warning: number) => sql`
  CASE WHEN w.opens > ${on}::date THEN 'later' WHEN w.due < ${on}::date THEN 'overdue' WHEN w.due = ${on}::date THEN 'due'
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
