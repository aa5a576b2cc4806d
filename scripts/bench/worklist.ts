import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabases } from '../../app/platform/database'
import { stopEmbedded } from '../../app/platform/embedded/server'
import type { Occasion } from '../../app/platform/occasion'
import { prepareHome } from '../../app/platform/prepare'
import { mondayOf } from '../../app/protocol/appointments/week'
import { day } from '../../app/protocol/day'
import { createStudy } from '../../app/records/studies'
import { pressing } from '../../app/records/work/pressing'
import { recomputeWork } from '../../app/records/work/recompute'
import { workWeek } from '../../app/records/work/week'
import { worklist } from '../../app/records/worklist'
import { manyPairs } from './many-pairs'

// How long a page of the work list takes with 1,000 and with 20,000 pairs, while the same number of pieces is to be done: the
// median of some runs, taken in turns, and how many times as long the large study takes. The other pairs were interviewed and
// wait for windows that open later.
const SIZES = [1_000, 20_000] as const
const TO_DO = Number(process.argv[2] ?? 500)
const TIMES = 31
const ON = day('2012-08-15')

const write = (text: string) => process.stdout.write(`${text}\n`)
const home = mkdtempSync(join(tmpdir(), 'koppel-bench-'))
chmodSync(home, 0o755) // root's server runs as another user, who has to get in

const median = (taken: number[]) => taken.sort((a, b) => a - b)[taken.length >> 1] ?? 0
const prepared = await prepareHome({ home, env: {} })
const databases = openDatabases(prepared.connections)
const owner = new pg.Client({ connectionString: prepared.connections.owner ?? '' })
try {
  await owner.connect()
  const db = databases.study
  const occasions: Occasion[] = []
  for (const size of SIZES) {
    const about = { protocol: 'werkalliantie', name: 'bench', today: ON, actor: 'system' }
    const study = await createStudy(db, { code: `bench-${size}`, ...about })
    await manyPairs(owner, study, { on: ON, count: size, toDo: TO_DO })
    const occasion = { study, actor: 'system', today: ON }
    const begun = performance.now()
    await recomputeWork(db, occasion)
    const [row] = await db.$queryRaw<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM study.work WHERE study_id = ${study.id}::uuid`
    write(`${size} pairs, ${row?.n} pieces kept, derived in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
    occasions.push(occasion)
  }
  await owner.query('VACUUM ANALYZE')
  const role = 'coordinator'
  const pages: Readonly<Record<string, (occasion: Occasion) => Promise<unknown>>> = {
    'a page of the list': (occasion) => worklist(db, occasion, { on: ON, role, limit: 40 }),
    'the last page': (occasion) => worklist(db, occasion, { on: ON, role, limit: 40, after: '2012-08-30|' }),
    'overdue only': (occasion) => worklist(db, occasion, { on: ON, role, limit: 40, states: ['overdue'] }),
    'one location': (occasion) => worklist(db, occasion, { on: ON, role, limit: 40, locations: ['Place 3'] }),
    'a week': (occasion) => workWeek(db, occasion, { role, monday: mondayOf(ON), each: 15 }),
    'the number beside the menu': (occasion) => pressing(db, occasion, { role, most: 1000 }),
  }
  for (const [what, run] of Object.entries(pages)) {
    const taken = occasions.map((): number[] => [])
    for (let time = 0; time < TIMES; time++)
      for (const [place, occasion] of occasions.entries()) {
        const begun = performance.now()
        await run(occasion)
        taken[place]?.push(performance.now() - begun)
      }
    const [small = 0, large = 0] = taken.map(median)
    write(`${what.padEnd(28)} ${small.toFixed(1)} ms and ${large.toFixed(1)} ms, ratio ${(large / small).toFixed(2)}`)
  }
  write(`the same ${TO_DO} pieces to be done in each; load ${loadavg()[0]?.toFixed(2)}`)
} finally {
  await owner.end().catch(() => undefined)
  await databases.close()
  await stopEmbedded(home)
  rmSync(home, { recursive: true, force: true })
}
