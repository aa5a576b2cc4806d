import { beforeAll, expect, test } from 'vitest'
import type { StudyDb, StudyTx } from '../../app/platform/database'
import type { StudyRef } from '../../app/platform/occasion'
import { day } from '../../app/protocol/day'
import { agreementOfEntries, interviewsWithoutAnswers, waitsForSecond } from '../../app/records/paper/work'
import { queries } from '../../app/records/queries/list'
import { createStudy } from '../../app/records/studies'
import { manyCases } from '../../scripts/bench/many-cases'
import { freshDatabase } from '../database'
import { connected } from '../platform/connect'

const PAGE = 50
const on = day('2012-08-15')
const database = await freshDatabase()
let study: StudyRef

/** Ten thousand cases with an interview each: most were answered, a few are on paper, and each raised a question. */
beforeAll(async () => {
  const origin = { code: 'many', protocol: 'werkalliantie', name: 'many', today: on, actor: 'system' }
  study = await createStudy(database.study, origin)
  await manyCases(database.urls.owner, study, on, 10_000)
  await connected(database.urls.owner, async (owner) => {
    await owner.query(
      `INSERT INTO study.dyad (id, study_id, pseudonym, registration_id, client_id, supervisor_id, bound_on)
       SELECT gen_random_uuid(), $1, 'E' || row_number() OVER (), r.id, r.client_id, r.supervisor_id, $2
         FROM study.registration r WHERE NOT EXISTS (SELECT FROM study.dyad d WHERE d.registration_id = r.id)`,
      [study.id, on],
    )
    await owner.query(
      `INSERT INTO study.measurement (id, study_id, registration_id, dyad_id, wave, perspective, battery, opened_on,
         completed_on, interviewer, version)
       SELECT gen_random_uuid(), $1, d.registration_id, d.id, 'T1', 'client', '{}', $2::date - (n % 300)::int,
              CASE WHEN n % 20 > 0 THEN $2::date END, 'I' || n % 9, CASE WHEN n % 20 > 0 THEN 1 ELSE 0 END
         FROM (SELECT *, row_number() OVER () AS n FROM study.dyad) d ON CONFLICT DO NOTHING`,
      [study.id, on],
    )
    await owner.query(
      `INSERT INTO study.entry (id, measurement_id, version, state, way, entered_by, entered_on, why)
       SELECT gen_random_uuid(), id, v, CASE WHEN completed_on IS NULL THEN 'aside' WHEN v IS NULL THEN 'dropped' ELSE 'in' END,
              'paper', 'I' || t, $1, CASE WHEN v IS NULL THEN 'second_entry' END
         FROM (SELECT *, row_number() OVER (PARTITION BY completed_on IS NULL) AS n FROM study.measurement) m,
              (VALUES (1, 1), (1, NULL), (2, NULL)) e (t, v)
        WHERE completed_on IS NULL AND v IS NULL AND t = 1 AND n <= 200
           OR completed_on IS NOT NULL AND (v IS NOT NULL OR n <= 100)`,
      [on],
    )
    await owner.query(
      `INSERT INTO study.entered_answer (entry_id, item, value)
       SELECT id, 'i' || at, at FROM study.entry, generate_series(1, 5) at`,
    )
    await owner.query(
      `INSERT INTO study.query (id, study_id, measurement_id, rule, item, raised_by, raised_on)
       SELECT gen_random_uuid(), study_id, id, 'too_fast', '', 'rule', opened_on FROM study.measurement`,
    )
    await owner.query('VACUUM ANALYZE')
  })
}, 240_000)

/** What of the large tables was read from end to end while something was asked, in the server's own count. */
async function readsWhole(ask: (db: StudyDb) => Promise<unknown>): Promise<string[]> {
  return database.study.$transaction(async (tx) => {
    const before = await scans(tx)
    await ask(tx as unknown as StudyDb)
    const after = await scans(tx)
    return [...after].flatMap(([table, count]) => (count > (before.get(table) ?? 0) ? [table] : []))
  })
}

/** How often each large table was read so; what a connection did before is counted with it for a while. */
async function scans(tx: StudyTx): Promise<Map<string, bigint>> {
  const rows = await tx.$queryRaw<{ table: string; scans: bigint }[]>`
    SELECT s.relname AS table, s.seq_scan AS scans FROM pg_stat_xact_user_tables s JOIN pg_class c ON c.oid = s.relid
     WHERE s.schemaname = 'study' AND c.reltuples >= 5000`
  return new Map(rows.map((row) => [row.table, row.scans]))
}

test('a page of questions reads no whole table, wherever it begins and whatever it is narrowed to', async () => {
  for (const part of [
    {},
    { state: 'open' as const },
    { interviewer: 'I3' },
    { state: 'open' as const, interviewer: 'I3' },
  ])
    for (const after of [null, '2012-03-01|00000000-0000-4000-8000-000000000000']) {
      let found = 0
      const whole = await readsWhole(async (db) => {
        found = (await queries(db, study.id, { ...part, after, limit: PAGE })).items.length
      })
      expect({ part, after, found, whole }).toEqual({ part, after, found: PAGE, whole: [] })
    }
})

test('nor does a list of papers, or how equal the typings are', async () => {
  const asked = {
    second: (db: StudyDb) => waitsForSecond(db, study, 'I2', PAGE),
    unanswered: (db: StudyDb) => interviewsWithoutAnswers(db, study, PAGE),
    agreement: (db: StudyDb) => agreementOfEntries(db, study),
  }
  for (const [name, ask] of Object.entries(asked)) expect([name, await readsWhole(ask)]).toEqual([name, []])
  const lists = await Promise.all([asked.second(database.study), asked.unanswered(database.study)])
  expect(lists.map(({ length }) => length)).toEqual([PAGE, PAGE])
  expect(await agreementOfEntries(database.study, study)).toMatchObject({ papers: 100, n: 500, equal: 500 })
})

test('what does read a whole table is found out', async () => {
  expect(await readsWhole((db) => db.query.count({ where: { rule: 'contradictory' } }))).toEqual(['query'])
})
