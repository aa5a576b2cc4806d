import type pg from 'pg'
import Cursor from 'pg-cursor'
import type { StudyRef } from '../../platform/occasion'
import type { AnswersToRead } from '../../protocol/answers-to-read'
import type { Day } from '../../protocol/day'
import type { Place, ReleasedCase, ReleasedMeasurement } from '../../protocol/released'
import { answersReader } from './given-answers'
import { CANDIDATES, CASES } from './snapshot-queries'

const BATCH = 200

/** A case that a release may hold, as far as it takes to see whether it does, and what names it outside. */
export type Candidate = {
  readonly dyadId: string
  readonly registrationId: string
  readonly clientId: string
  /** Every supervisor with whom the case was a pair. */
  readonly supervisorIds: readonly string[]
  readonly region: string
  readonly location: string
  readonly startedOn: Day
  readonly granted: Readonly<Record<string, boolean>>
  /** Waves at which the client was interviewed. */
  readonly waves: readonly string[]
}

/**
 * What a release knows of: up to a day, and of that what the database had seen at a moment; null is all. Up to `followedTo`
 * the register is known: beyond it nothing happened yet, as far as the release can tell.
 */
export type Known = { readonly cutOff: Day; readonly seenBy: Date | null; readonly followedTo: Day }

/** One look at the study, the same however long it takes. */
export type Snapshot = {
  /** The moment of it, by the database's clock. */
  readonly at: Date
  readonly candidates: () => AsyncGenerator<Candidate>
  /** The cases of these registrations, in their order, with these answers and none besides. */
  readonly cases: (registrationIds: readonly string[], wanted: AnswersToRead) => AsyncGenerator<ReleasedCase>
}

/**
 * Looks at a study in one repeatable-read snapshot, as the analyst's role reads it: no identity is within its reach. Constant
 * memory, whatever the number of cases. One thing is read to its end before the next.
 */
export async function inSnapshot<T>(
  analyst: pg.Pool,
  { id, protocol }: StudyRef,
  { cutOff, seenBy }: Omit<Known, 'followedTo'>,
  look: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const client = await analyst.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const { rows } = await client.query<{ at: Date }>('SELECT now() AS at')
    const given = [id, protocol.waves[0]?.name, cutOff, seenBy]
    return await look({
      at: rows[0]?.at as Date,
      candidates: () => rowsOf<Candidate>(client, CANDIDATES, given),
      cases: async function* (registrationIds, { all, few, items }) {
        const read = answersReader()
        const about = [...given, registrationIds, all.map(named), few.map(named), items]
        for await (const one of rowsOf<ReadCase>(client, CASES, about)) yield caseOf(one, read)
      },
    })
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

/** What a query gives, some rows at a time. */
async function* rowsOf<Row>(client: pg.PoolClient, query: string, given: unknown[]): AsyncGenerator<Row> {
  const cursor = client.query(new Cursor<Row>(query, given))
  const next = () => {
    const coming = cursor.read(BATCH)
    // it is thrown where it is waited for
    coming.catch(() => undefined)
    return coming
  }
  let coming = next()
  try {
    for (let some = await coming; some.length > 0; some = await coming) {
      // the database is at the next while these are looked at
      coming = next()
      yield* some
    }
  } finally {
    // whoever looks may break off: the connection is free again when what was asked for has come
    await coming.then(
      () => cursor.close(),
      () => undefined,
    )
  }
}

type ReadMeasurement = Omit<ReleasedMeasurement, 'answers' | 'unanswered'> & {
  readonly items: string | null
  readonly given: string | null
}
type ReadCase = Omit<ReleasedCase, 'measurements'> & { readonly measurements: readonly ReadMeasurement[] }

const named = ({ wave, who }: Place) => `${wave} ${who}`

const caseOf = (one: ReadCase, read: ReturnType<typeof answersReader>): ReleasedCase => ({
  ...one,
  measurements: one.measurements.map(({ items, given, ...rest }) => ({ ...rest, ...read(items, given) })),
})
