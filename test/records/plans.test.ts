import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import type { StudyRef } from '../../app/platform/occasion'
import type { Sql } from '../../app/platform/sql'
import { addDays, type Day, day } from '../../app/protocol/day'
import { QUEUE_NAMES, type Queue } from '../../app/protocol/queues'
import { countsQuery, queueCounts } from '../../app/records/queues/counts'
import type { QueueFilter } from '../../app/records/queues/part'
import { placesQuery } from '../../app/records/queues/places'
import { queuePage } from '../../app/records/queues/queue-page'
import { createStudy } from '../../app/records/studies'
import { manyCases } from '../../scripts/bench/many-cases'
import { freshDatabase } from '../database'
import { connected } from '../platform/connect'

/** A page of a list, and one more to know whether there is another. */
const LIMIT = 41
/** A table with fewer rows than this may be read as a whole. */
const SMALL = 5_000

const on: Day = day('2012-08-15')
const database = await freshDatabase()
let study: StudyRef
beforeAll(async () => {
  study = await createStudy(database.study, {
    code: 'many',
    protocol: 'werkalliantie',
    name: 'many',
    today: on,
    actor: 'system',
  })
  await manyCases(database.urls.owner, study, on)
}, 240_000)

type Plan = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Cond'?: string
  readonly 'Recheck Cond'?: string
  readonly Plans?: readonly Plan[]
}

/** The tables that a plan reads from end to end, along an index or not. */
function* wholly(plan: Plan, large: ReadonlySet<string>): Generator<string> {
  const table = plan['Relation Name']
  if (table && large.has(table) && !plan['Index Cond'] && !plan['Recheck Cond']) yield `${plan['Node Type']} ${table}`
  for (const part of plan.Plans ?? []) yield* wholly(part, large)
}

async function largeTables(owner: pg.Client): Promise<Set<string>> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'study'::regnamespace AND reltuples >= $1`,
    [SMALL],
  )
  return new Set(rows.map(({ name }) => name))
}

/** What the server reads as a whole for a query, by its values and (as it does after some uses) whatever they are. */
async function readsWhole(query: Sql): Promise<string[]> {
  return connected(database.urls.owner, async (owner) => {
    const large = await largeTables(owner)
    expect([...large]).toEqual(expect.arrayContaining(['registration', 'client', 'inquiry', 'departure']))
    const explained = async (how: string, values?: unknown[]) => {
      const { rows } = await owner.query(`EXPLAIN (FORMAT JSON${how}) ${query.text}`, values)
      return rows[0]['QUERY PLAN'][0].Plan as Plan
    }
    const plans = [await explained('', query.values), await explained(', GENERIC_PLAN')]
    return plans.flatMap((plan, generic) =>
      [...wholly(plan, large)].map((table) => `${table}${generic ? ', whatever the values' : ''}`),
    )
  })
}

test('there are cases in every queue, and more that left', async () => {
  const counts = await queueCounts(database.study, study, on, {})
  for (const queue of QUEUE_NAMES) expect([queue, counts[queue] > LIMIT]).toEqual([queue, true])
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeLessThan(50_000)
})

const FILTERS: readonly QueueFilter[] = [
  {},
  { region: 'Region 1' },
  { location: 'Place 2' },
  { organisation: 'SVG' },
  { supervisor: 'S77' },
  { region: 'Region 1', location: 'Place 1', organisation: 'SVG' },
]

test.each(QUEUE_NAMES)(
  'a page of %s reads no whole table, wherever it begins and whatever it is narrowed to',
  async (queue: Queue) => {
    const later = { since: addDays(on, -60), id: '00000000-0000-0000-0000-000000000000' }
    for (const filter of FILTERS)
      for (const after of [null, later]) {
        const found = await readsWhole(queuePage(study, on, queue, filter, after, LIMIT))
        expect({ filter, after, found }).toEqual({ filter, after, found: [] })
      }
  },
)

test('nor do the places that a list can be narrowed to, and the counts of one that is', async () => {
  expect(await readsWhole(placesQuery(study))).toEqual([])
  // counting all who are about to be lost counts a tenth of the study: how is left to the server
  for (const filter of FILTERS.slice(1))
    expect([filter, await readsWhole(countsQuery(study, on, filter))]).toEqual([filter, []])
})

test('a query that does read a whole table is found out', async () => {
  const query = { ...placesQuery(study), text: 'SELECT count(*) FROM study.registration', values: [] }
  expect(await readsWhole(query as unknown as Sql)).not.toEqual([])
})
