import type { StudyDb } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { join, type Sql, sql } from '../../platform/sql'
import type { Day } from '../../protocol/day'
import { QUEUE_NAMES, type Queue } from '../../protocol/queues'
import { filtered, partsOf, type QueueFilter } from './part'

export type QueueCounts = Readonly<Record<Queue, number>>

/** How many cases stand in each queue on a day, as one query. */
export const countsQuery = (study: StudyRef, today: Day, filter: QueueFilter): Sql =>
  join(
    QUEUE_NAMES.flatMap((queue) =>
      partsOf(study, today, queue).map(
        ([stage, condition]) => sql`
          SELECT ${queue} AS queue, count(*)::int AS count FROM study.registration r
           WHERE r.study_id = ${study.id}::uuid AND r.stage = ${stage} ${condition} ${filtered(study, filter)}`,
      ),
    ),
    ' UNION ALL ',
  )

/** How many cases stand in each queue. */
export async function queueCounts(db: StudyDb, study: StudyRef, today: Day, filter: QueueFilter): Promise<QueueCounts> {
  const rows = await db.$queryRaw<{ queue: Queue; count: number }[]>(countsQuery(study, today, filter))
  const total = (queue: Queue) => rows.reduce((sum, row) => (row.queue === queue ? sum + row.count : sum), 0)
  return Object.fromEntries(QUEUE_NAMES.map((queue) => [queue, total(queue)])) as QueueCounts
}
