import { type Day, daysBetween, fromColumn } from '../../protocol/day'
import { CAUSES, type Cause, type Piece } from '../../protocol/planner/piece'
import { WORK_CITES, type WorkKind, type WorkState, workState } from '../../protocol/work'

/** A piece of work: about which case or month, since which rule, until when. */
export type WorkItem = {
  readonly id: string
  readonly kind: WorkKind
  /** As `workState` says; `later`: it cannot be done yet. */
  readonly state: WorkState | 'later'
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
  /** From which day on it can be done. */
  readonly opens: Day
  /** The last day on which it can be done; null: it has none. */
  readonly closes: Day | null
  readonly cite: string
  /** Which fact made it; null for work about a month. */
  readonly because: Piece['because'] | null
}

/** A row of `workOn`. */
export type WorkRow = {
  id: string
  kind: WorkKind
  registrationId: string | null
  pseudonym: string | null
  dyad: string | null
  month: string | null
  location: string
  wave: string
  opens: Date
  due: Date
  closes: Date | null
  fact: Cause | null
  factOn: Date | null
}

/** A piece of work as it stands on a day, closing since so many days before it does. */
export function itemOf({ fact, factOn, ...row }: WorkRow, on: Day, warning: number): WorkItem {
  const { id, kind, registrationId, pseudonym, dyad, month, location, wave } = row
  const opens = fromColumn(row.opens)
  const due = fromColumn(row.due)
  const closes = row.closes && fromColumn(row.closes)
  return {
    ...{ id, kind, state: on < opens ? ('later' as const) : workState({ due, closes }, on, warning) },
    ...{ due, daysLeft: daysBetween(on, due), registrationId, pseudonym, dyad, month, location, wave, opens, closes },
    cite: WORK_CITES[kind],
    because: fact && factOn && { fact, on: fromColumn(factOn), cite: CAUSES[fact] },
  }
}
