import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { openDatabases } from '../../app/platform/database'
import { stopEmbedded } from '../../app/platform/embedded/server'
import { prepareHome } from '../../app/platform/prepare'
import { day } from '../../app/protocol/day'
import { type ReleaseSpec, wholeRelease } from '../../app/protocol/release-spec'
import { createStudy } from '../../app/records/studies'
import { casesQuery, copied, flatQuery } from './release-copy'
import type { Asking, Step } from './release-making'
import { fillStudy, sixtyItems } from './release-study'

// How long a release takes from the database on: so many pairs (100,000 unless told otherwise), 60 items of two sides at two waves. In
// one run PostgreSQL's own COPY of the query that a release reads, and of a wide table as one writes it by hand; then reading and
// each format of the wide table; the answers as rows, and as ODM; a release of one table in every format made whole; and a CSV of a region's 10,000 pairs
// with 60 answers. Memory is what each process had at most beyond what it had before. `scripts/bench/release.ts` measures formats alone.
const pairs = Number(process.argv[2] ?? 100_000)
const TODAY = day('2026-03-02')
/** Seconds after which the query written by hand is given up. */
const PATIENCE = 900

const write = (...cells: string[]) =>
  process.stdout.write(`${cells.map((cell, at) => (at ? cell.padStart(12) : cell.padEnd(26))).join('')}\n`)
const figure = (value: number | undefined, digits = 0) => (value === undefined ? '' : value.toFixed(digits))
const load = () => write(`load ${loadavg()[0]?.toFixed(2)}`)
// a place of one's own may have more room than the usual one
const within = process.argv[3] ?? tmpdir()
mkdirSync(within, { recursive: true })
const home = mkdtempSync(join(within, 'koppel-bench-'))
chmodSync(home, 0o755) // root's server runs as another user, who has to get in

const prepared = await prepareHome({ home, env: {} })
const databases = openDatabases(prepared.connections)
const owner = new pg.Client({ connectionString: prepared.connections.owner ?? '' })
try {
  await owner.connect()
  const db = databases.study
  const about = { protocol: 'werkalliantie', name: 'bench', today: TODAY, actor: 'system' }
  const study = await createStudy(db, { code: 'bench', ...about })
  const occasion = { study, actor: 'system', today: TODAY }
  const instruments = await sixtyItems(db, occasion)
  const begun = performance.now()
  await fillStudy(owner, occasion, { pairs, instruments })
  write(`${pairs} pairs`, `filled in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  load()

  write('', 'seconds', 'rows', 'cells', 'rows/s', 'cells/s', 'MB', 'memory MB')
  const told = ({ step, seconds, rows, cells, bytes, memory }: Omit<Step, 'memory'> & { memory?: number }) =>
    write(
      step,
      figure(seconds, 2),
      figure(rows),
      figure(cells),
      figure(rows && rows / seconds),
      figure(cells && cells / seconds),
      figure(bytes && bytes / 1e6, 1),
      figure(memory && memory / 1e6),
    )
  const queries = {
    'COPY, the same query': casesQuery(occasion),
    'COPY, wide by hand': flatQuery(occasion, instruments),
  }
  for (const [step, query] of Object.entries(queries)) {
    const came = await copied(prepared.connections.analyst, query, PATIENCE)
    if (came) told({ step, rows: pairs, ...came })
    else write(step, `not within ${PATIENCE} s`)
  }

  const child = fileURLToPath(new URL('release-making.ts', import.meta.url))
  const made = (name: string, way: Asking['way'], more: Partial<ReleaseSpec>) => {
    const names = instruments.map((one) => one.name)
    const spec = { ...wholeRelease(study.protocol, 'bench'), instruments: names, ...more }
    const asking: Asking = { home, code: study.code, today: TODAY, way, spec }
    write(name)
    const lines = execFileSync(process.execPath, ['--expose-gc', '--import', 'tsx', child, JSON.stringify(asking)], {
      encoding: 'utf8',
    })
    for (const line of lines.trim().split('\n')) told(JSON.parse(line) as Step)
  }
  const formats = ['csv', 'sav', 'sps', 'dta', 'parquet'] as const
  made('wide', 'steps', { tables: ['wide'], formats })
  made('wide, each format, whole', 'whole', { tables: ['wide'] })
  const small = { definitions: [], outcomes: [], waves: ['T1'], instruments: ['bench-client'] }
  made('one region × 60 answers', 'steps', {
    ...small,
    tables: ['wide'],
    formats: ['csv'],
    population: { region: 'Region 0' },
  })
  made('answers', 'steps', { tables: ['items', 'events'], formats: ['csv', 'odm'] })
  load()
} finally {
  await owner.end().catch(() => undefined)
  await databases.close()
  await stopEmbedded(home)
  rmSync(home, { recursive: true, force: true })
}
