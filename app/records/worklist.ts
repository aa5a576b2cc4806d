import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { sql } from '../platform/sql'
import { type Day, daysBetween, fromColumn } from '../protocol/day'
import { WORK_CITES, WORK_KINDS, WORK_OF, type WorkKind, type WorkState, workState } from '../protocol/work'
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
  readonly counts: Readonly<Record<WorkKind, number>>
  readonly items: readonly WorkItem[]
  /** Where the next page begins; null when this was the last. */
  readonly next: string | null
}

/** Which part of the list: whose, where, from which place on, and how many (null: all). */
export type Part = {
  readonly on: Day
  readonly role: 'coordinator' | 'interviewer'
  readonly locations?: readonly string[]
  readonly after?: string | null
  readonly limit: number | null
}

/**
 * What is to be done on a day, the most pressing first; derived from the facts known by that day, never typed in.
 * Pages by key, so a list of ten thousand costs as much as one of ten.
 */
export async function worklist(db: StudyDb, { study }: Occasion, part: Part): Promise<Worklist> {
  const kinds = WORK_OF[part.role]
  const work = sql`SELECT * FROM (${workOn(study, part.on)}) w
    WHERE w.kind = ANY(${[...kinds]}::text[])
      AND (${part.locations === undefined} OR w.location = ANY(${[...(part.locations ?? [])]}::text[]))`
  const [afterDue, afterId] = (part.after ?? '').split('|')
  const limit = part.limit === null ? null : part.limit + 1
  const [rows, counted] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT * FROM (${work}) l
       WHERE ${!part.after} OR (l.due, l.id) > (${afterDue || part.on}::date, ${afterId ?? ''})
       ORDER BY l.due, l.id LIMIT ${limit}::int`,
    db.$queryRaw<{ kind: WorkKind; count: number }[]>`SELECT kind, count(*)::int AS count FROM (${work}) c GROUP BY 1`,
  ])
  const warning = Math.max(0, ...study.protocol.waves.flatMap((wave) => wave.closingWarnings))
  const items = rows.slice(0, part.limit ?? rows.length).map((row) => itemOf(row, part.on, warning))
  const last = items.at(-1)
  const more = part.limit !== null && rows.length > part.limit
  const counts = Object.fromEntries(
    WORK_KINDS.map((kind) => [kind, counted.find((row) => row.kind === kind)?.count ?? 0]),
  )
  return {
    on: part.on,
    role: part.role,
    counts: counts as Worklist['counts'],
    items,
    next: more && last ? `${last.due}|${last.id}` : null,
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
  const state = workState({ due, closes: closes && fromColumn(closes), warning }, on)
  return { ...row, due, state, daysLeft: daysBetween(on, due), cite: WORK_CITES[row.kind] }
}
