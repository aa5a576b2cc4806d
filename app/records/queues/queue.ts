import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { placesFree } from '../../protocol/caseload'
import { type Day, fromColumn } from '../../protocol/day'
import { placeOn, type Recorded } from '../../protocol/inclusion'
import { type Queue, type Risk, risksOf } from '../../protocol/queues'
import type { Stage } from '../../protocol/stages'
import { recordedOf } from '../sites/recorded'
import type { QueueFilter } from './part'
import { type QueuePlace, queuePage } from './queue-page'

/** Why a case that passed step 1 was not asked about yet: nothing else, and the next sweep asks. */
export type Hindrance =
  | 'supervisor_unknown'
  | 'supervisor_absent'
  | 'supervisor_full'
  | 'location_not_open'
  | 'outside_inclusion_period'

/** A case in a queue: whom it is about (pseudonyms), where, since when it stands there, and what presses. */
export type QueueItem = {
  readonly id: string
  readonly stage: Stage
  readonly since: Day
  readonly pseudonym: string
  readonly dyad: string | null
  readonly supervisor: string | null
  readonly region: string
  readonly location: string
  readonly organisation: string
  readonly registeredOn: Day
  /** Why it left, for one that comes back. */
  readonly reason: string | null
  readonly contacts: number | null
  readonly nextContactOn: Day | null
  readonly plannedOn: Day | null
  readonly sentOn: Day | null
  /** Until when the supervisor is away; null for one who is there. */
  readonly absentUntil: Day | null
  /** How often somebody tried to reach the supervisor about it. */
  readonly attempts: number
  readonly risks: readonly Risk[]
  readonly hindrances: readonly Hindrance[]
}
export type QueuePart = {
  readonly queue: Queue
  readonly on: Day
  readonly filter?: QueueFilter
  readonly after?: QueuePlace | null
  readonly limit: number
}

/** A page of a queue, and where the next one begins; null when this was the last. Takes the day on which it is looked at. */
export async function queueItems(
  db: StudyDb,
  { study }: Occasion,
  { queue, on, filter = {}, after = null, limit }: QueuePart,
): Promise<{ items: QueueItem[]; next: QueuePlace | null }> {
  const rows = await db.$queryRaw<Row[]>(queuePage(study, on, queue, filter, after, limit + 1))
  const recorded = await recordedOf(db, study.id)
  const items = rows.slice(0, limit).map((row) => itemOf(row, study, on, recorded))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { since: last.since, id: last.id } : null }
}

type Dated = 'since' | 'registeredOn' | 'nextContactOn' | 'plannedOn' | 'sentOn' | 'absentUntil'
type Row = Omit<QueueItem, Dated | 'risks' | 'hindrances'> & {
  readonly since: Date
  readonly registeredOn: Date
  readonly nextContactOn: Date | null
  readonly plannedOn: Date | null
  readonly sentOn: Date | null
  readonly absentUntil: Date | null
  readonly standIn: boolean
  readonly taken: number
}

const dayOf = (date: Date | null): Day | null => date && fromColumn(date)

function itemOf(row: Row, study: Occasion['study'], on: Day, recorded: Recorded): QueueItem {
  const { standIn, taken, ...rest } = row
  const facts = {
    ...rest,
    since: fromColumn(row.since),
    registeredOn: fromColumn(row.registeredOn),
    nextContactOn: dayOf(row.nextContactOn),
    plannedOn: dayOf(row.plannedOn),
    sentOn: dayOf(row.sentOn),
    absentUntil: dayOf(row.absentUntil),
  }
  const { protocol } = study
  const open = placeOn(protocol, recorded, facts, on)
  const hindrances: readonly (Hindrance | false)[] = [
    row.supervisor === null && 'supervisor_unknown',
    row.absentUntil !== null && !standIn && 'supervisor_absent',
    open !== 'open' && open,
    placesFree(protocol, taken) <= 0 && 'supervisor_full',
  ]
  return {
    ...facts,
    risks: risksOf(protocol, facts, on),
    hindrances: row.stage === 'to_inquire' ? hindrances.filter((one) => one !== false) : [],
  }
}
