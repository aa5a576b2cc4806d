import { now } from '../../platform/clock'
import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { ZONE } from '../../protocol/day'

/** How the mail of a study stands. */
type MailStanding = {
  /** Envelopes by state, ever. */
  readonly states: Readonly<Record<string, number>>
  /** Those that may leave by now and did not: how many, and since when the oldest could (null when none waits). */
  readonly waiting: number
  readonly oldest: Date | null
  /** Of those, how many could leave at a moment or before, and wait for us or for the mail server. */
  readonly late: number
}

const DAY_MS = 24 * 3_600_000

/**
 * Counts the envelopes of a study; `before` says from when on one that waits is late, null that none is. What a server put off
 * by an answer of its own, while others got through within a day, waits for its recipient: it is not late.
 */
export async function mailStanding(
  db: StudyDb,
  { study, today }: Pick<Occasion, 'study' | 'today'>,
  before: Date | null = null,
): Promise<MailStanding> {
  const at = now()
  const rows = await db.$queryRaw<
    { state: string; count: number; waiting: number; oldest: Date | null; late: number }[]
  >`
    SELECT state, count(*)::int AS count,
           count(*) FILTER (WHERE waits)::int AS waiting,
           min(ready) FILTER (WHERE waits) AS oldest,
           count(*) FILTER (WHERE waits AND NOT put_off AND ready <= ${before}::timestamptz)::int AS late
      FROM (SELECT state, coalesce(retry_at > ${at}::timestamptz AND answer ~ '^4(?!21)[0-9]{2}'
                                     AND EXISTS (SELECT FROM study.mail_envelope s
                                                  WHERE s.study_id = ${study.id}::uuid AND s.state = 'sent'
                                                    AND s.sent_at >= ${new Date(at.getTime() - DAY_MS)}::timestamptz), false) AS put_off,
                   state IN ('planned', 'sending') AND day <= ${today}::date AS waits,
                   greatest(planned_at, day::timestamp AT TIME ZONE ${ZONE}) AS ready
              FROM study.mail_envelope WHERE study_id = ${study.id}::uuid) e
     GROUP BY state ORDER BY state`
  const oldest = rows.flatMap((row) => row.oldest ?? []).sort((a, b) => a.getTime() - b.getTime())[0]
  return {
    states: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
    waiting: rows.reduce((sum, row) => sum + row.waiting, 0),
    oldest: oldest ?? null,
    late: rows.reduce((sum, row) => sum + row.late, 0),
  }
}
