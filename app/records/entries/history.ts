import type { StudyDb } from '../../platform/database'
import { type Day, fromColumn } from '../../protocol/day'
import type { Answered } from '../../protocol/instruments/asked'
import type { Way } from './enter'

/** What happened to one item: old, new, by whom, when, why. Null is: not there. */
export type FieldChange = {
  readonly item: string
  readonly from: Answered[string] | null
  readonly to: Answered[string] | null
  readonly version: number
  readonly way: Way
  /** The interviewer's code; null for a supervisor's own and for files. */
  readonly by: string | null
  readonly on: Day
  readonly at: Date
  /** A coded reason; null for what was filled in the first time. */
  readonly why: string | null
}

/** Every change of every item of a measurement, the oldest first: the entries that were taken in, in their order. */
export async function historyOf(db: StudyDb, studyId: string, measurementId: string): Promise<FieldChange[]> {
  const entries = await db.entry.findMany({
    where: { measurementId, state: 'in', measurement: { studyId } },
    include: { answers: { orderBy: { item: 'asc' } } },
    orderBy: { version: 'asc' },
  })
  const stood = new Map<string, Answered[string] | null>()
  return entries.flatMap(({ answers, version, way, enteredBy, enteredOn, enteredAt, why }) =>
    answers.map(({ item, value, missing }) => {
      const from = stood.get(item) ?? null
      const to = value ?? (missing as Answered[string] | null)
      stood.set(item, to)
      const who = { way: way as Way, by: enteredBy, on: fromColumn(enteredOn), at: enteredAt, why }
      return { item, from, to, version: version as number, ...who }
    }),
  )
}
