import { beforeAll, expect, test } from 'vitest'
import type { StudyTx } from '../../app/platform/database'
import type { Occasion } from '../../app/platform/occasion'
import { mondayOf } from '../../app/protocol/appointments/week'
import { day } from '../../app/protocol/day'
import { endangered } from '../../app/records/endangered'
import { createStudy } from '../../app/records/studies'
import { pressing } from '../../app/records/work/pressing'
import { recomputeWork } from '../../app/records/work/recompute'
import { workWeek } from '../../app/records/work/week'
import { worklist } from '../../app/records/worklist'
import { manyPairs } from '../../scripts/bench/many-pairs'
import { freshDatabase } from '../database'
import { connected } from '../platform/connect'

// Cost follows what is due, not how many pairs exist: of two studies with as much to do, one has twenty times the pairs.

const on = day('2012-08-15')
const TO_DO = 100
const SIZES = [1_000, 20_000] as const
const database = await freshDatabase()
let occasions: readonly Occasion[] = []

beforeAll(async () => {
  await connected(database.urls.owner, async (owner) => {
    for (const count of SIZES) {
      const about = { protocol: 'werkalliantie', name: 'cost', today: on, actor: 'system' }
      const study = await createStudy(database.study, { code: `cost-${count}`, ...about })
      await manyPairs(owner, study, { on, count, toDo: TO_DO })
      const occasion = { study, today: on, actor: 'system' }
      await recomputeWork(database.study, occasion)
      occasions = [...occasions, occasion]
    }
    await owner.query('VACUUM ANALYZE')
  })
}, 240_000)

/** How many rows of the study's tables this connection has read, along an index or not. */
async function soFar(tx: StudyTx): Promise<number> {
  const [row] = await tx.$queryRaw<{ read: number }[]>`
    SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS read FROM pg_stat_xact_user_tables
     WHERE schemaname = 'study'`
  return row?.read ?? 0
}

/** How many are read by this. */
const rowsRead = (body: (tx: StudyTx) => Promise<unknown>): Promise<number> =>
  database.study.$transaction(async (tx) => {
    // what another process of the server reads for this one is not counted here
    await tx.$executeRaw`SET LOCAL max_parallel_workers_per_gather = 0`
    const before = await soFar(tx)
    await body(tx)
    return (await soFar(tx)) - before
  })
const inEach = (read: (tx: StudyTx, occasion: Occasion) => Promise<unknown>) =>
  Promise.all(occasions.map((occasion) => rowsRead((tx) => read(tx, occasion))))

const role = 'coordinator'
const PAGES: Readonly<Record<string, (tx: StudyTx, occasion: Occasion) => Promise<unknown>>> = {
  'a page of the list': (tx, occasion) => worklist(tx, occasion, { on, role, limit: 40 }),
  'what stands in one way': (tx, occasion) => worklist(tx, occasion, { on, role, limit: 40, states: ['overdue'] }),
  'one location': (tx, occasion) => worklist(tx, occasion, { on, role, limit: 40, locations: ['Place 3'] }),
  'one day': (tx, occasion) => worklist(tx, occasion, { on, role, limit: 40, due: { from: on, until: on } }),
  'a week': (tx, occasion) => workWeek(tx, occasion, { role, monday: mondayOf(on), each: 15 }),
  'the number beside the menu': (tx, occasion) => pressing(tx, occasion, { role, most: 1000 }),
  'the same at own locations': (tx, occasion) =>
    pressing(tx, occasion, { role, locations: ['Place 3', 'Place 4'], most: 1000 }),
  'who is about to be lost': (tx, occasion) => endangered(tx, occasion, { limit: 6 }),
}

test('both studies have as much to do, and one keeps twenty times the pieces', async () => {
  for (const occasion of occasions) {
    const { counts } = await worklist(database.study, occasion, { on, role, limit: 0 })
    expect(counts.questionnaire).toBe(TO_DO)
  }
  const kept = occasions.map(({ study }) => database.study.work.count({ where: { studyId: study.id } }))
  expect(await Promise.all(kept)).toEqual(SIZES.map((count) => 2 * count + TO_DO))
})

test.each(Object.entries(PAGES))('%s does not read more where there are more pairs', async (_, page) => {
  const [few = 0, many = 0] = await inEach(page)
  expect(few).toBeGreaterThan(0)
  // the server may choose another way in each; a way that follows the pairs reads twenty times as much
  expect(many).toBeLessThan(2 * few)
})

test('what does read all of it is found out', async () => {
  const [few = 0, many = 0] = await inEach(
    (tx, { study }) => tx.$queryRaw`SELECT kind FROM study.work WHERE study_id = ${study.id}::uuid`,
  )
  expect(many).toBeGreaterThan(10 * few)
})
