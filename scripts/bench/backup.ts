import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { makeIdentity } from '../../app/platform/backup/sealed-file'
import { now } from '../../app/platform/clock'
import { openDatabases } from '../../app/platform/database'
import { stopEmbedded } from '../../app/platform/embedded/server'
import { prepareHome } from '../../app/platform/prepare'
import { day } from '../../app/protocol/day'
import { createStudy } from '../../app/records/studies'
import type { Asked, Took } from './backup-step'
import { fillStudy, sixtyItems } from './release-study'

// How long a back-up takes and how long its restore into an empty home, of so many pairs (100,000 unless told otherwise) with 60 items of
// two sides at two waves: each in a process of its own, with the most memory beyond what it had. Beside it PostgreSQL's own COPY of the
// largest table, which a back-up cannot be faster than. A second word names a folder with room.
const pairs = Number(process.argv[2] ?? 100_000)
const within = process.argv[3] ?? tmpdir()
const TODAY = day('2026-03-02')
const write = (...cells: string[]) => process.stdout.write(`${cells.map((cell) => cell.padEnd(16)).join('')}\n`)

mkdirSync(within, { recursive: true })
const place = mkdtempSync(join(within, 'koppel-bench-'))
chmodSync(place, 0o755) // root's server runs as another user, who has to get in
const [home, other, file, key] = ['one', 'other', 'backup.age', 'key'].map((name) => join(place, name)) as [
  string,
  string,
  string,
  string,
]
const step = (asked: Pick<Asked, 'step' | 'home'>) => {
  const script = fileURLToPath(new URL('backup-step.ts', import.meta.url))
  const words = ['--import', 'tsx', script, JSON.stringify({ ...asked, file, key })]
  const took = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as Took
  const figures = [
    took.seconds.toFixed(1),
    String(took.rows),
    (took.bytes / 1e6).toFixed(1),
    (took.memory / 1e6).toFixed(0),
  ]
  write(asked.step, ...figures, `load ${loadavg()[0]?.toFixed(2)}`)
}

const prepared = await prepareHome({ home, env: {} })
try {
  const databases = openDatabases(prepared.connections)
  const study = await createStudy(databases.study, {
    ...{ code: 'bench', protocol: 'werkalliantie', name: 'bench', today: TODAY, actor: 'system' },
  })
  const occasion = { study, actor: 'system', today: TODAY }
  const instruments = await sixtyItems(databases.study, occasion)
  await databases.close()
  const owner = new pg.Client({ connectionString: prepared.connections.owner ?? '' })
  await owner.connect()
  await fillStudy(owner, occasion, { pairs, instruments })
  const begun = performance.now()
  await owner.query('COPY study.answer TO STDOUT')
  write(`${pairs} pairs`, 'seconds', 'rows', 'MB', 'memory MB')
  write('COPY answer', ((performance.now() - begun) / 1000).toFixed(1))
  await owner.end()
  await makeIdentity(key, now())
  step({ step: 'backup', home })
  // the server of what was backed up has no part in the restore
  await stopEmbedded(home)
  step({ step: 'restore', home: other })
} finally {
  for (const one of [home, other]) await stopEmbedded(one)
  rmSync(place, { recursive: true, force: true })
}
