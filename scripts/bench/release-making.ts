// A process of its own that makes a release of a home whose database runs: either whole, or in steps, reading first and then one
// format after the other. Prints how long each step took and the most memory that the process had in it beyond what it had
// before the first.

import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabases } from '../../app/platform/database'
import { lean } from '../../app/platform/lean'
import { prepareHome } from '../../app/platform/prepare'
import { day } from '../../app/protocol/day'
import type { ReleaseSpec } from '../../app/protocol/release-spec'
import { askedEver } from '../../app/records/instruments/asked-ever'
import { studyNamed } from '../../app/records/studies'
import { draw } from '../../jobs/release/draw'
import { dataFiles } from '../../jobs/release/formats'
import { releaseKeyOf } from '../../jobs/release/key'
import { makeFiles } from '../../jobs/release/make'
import { writeWhole } from '../../jobs/release/write-file'
import { peak } from './peak-memory'

/** What came of a step. */
export type Step = { step: string; seconds: number; rows?: number; cells?: number; bytes?: number; memory: number }
/** What a process is asked to do. */
export type Asking = { home: string; code: string; today: string; way: 'steps' | 'whole'; spec: ReleaseSpec }

const { home, code, today, way, spec } = JSON.parse(process.argv[2] ?? '{}') as Asking
const folder = join(home, `made-${process.pid}`)
const prepared = await prepareHome({ home, env: {} })
const databases = openDatabases(prepared.connections)
try {
  mkdirSync(folder)
  const study = await studyNamed(databases.study, code)
  if (!study) throw new Error(`no study ${code}`)
  const occasion = { study, actor: 'system', today: day(today) }
  const desk = {
    study: databases.study,
    analyst: databases.analyst,
    vault: { db: databases.vault, keys: prepared.keys },
  }
  const asked = await askedEver(databases.study, study)
  const key = releaseKeyOf(prepared.secret, study.id, spec.purpose)
  const wish = { spec, key, asked, known: { cutOff: occasion.today, seenBy: null, followedTo: occasion.today } }
  const place = { folder, progress: () => undefined }
  // what was needed to begin is not there for the taking
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  const step = async <T>(name: string, work: () => Promise<T>, about: (done: T) => Partial<Step>): Promise<T> => {
    peak.forget()
    const begun = performance.now()
    const done = await work()
    const seconds = (performance.now() - begun) / 1000
    const told: Step = { step: name, seconds, memory: peak.since() - before, ...about(done) }
    process.stdout.write(`${JSON.stringify(told)}\n`)
    return done
  }
  // as the worker does it
  await lean(async () => {
    if (way === 'whole') {
      await step(
        'whole',
        () => makeFiles(desk, occasion, wish, place),
        ({ files, counts }) => ({
          rows: counts.people,
          bytes: files.reduce((sum, { size }) => sum + size, 0),
        }),
      )
      return
    }
    const drawn = await step(
      'reading',
      () => draw(desk, occasion, wish, place),
      ({ filled }) => ({
        rows: filled.reduce((sum, { count }) => sum + count, 0),
        cells: filled.reduce((sum, { count, table }) => sum + count * table.variables.length, 0),
      }),
    )
    const imprint = {
      study: code,
      title: study.protocol.title,
      language: spec.language,
      purpose: spec.purpose,
      cutOff: occasion.today,
      version: 'bench',
    }
    for (const { name, pieces } of dataFiles(drawn.filled, spec.formats, { study: study.protocol, asked, imprint })) {
      const [table] = drawn.filled.filter((one) => one.table.name === name.split('.')[0])
      const { count = 0, table: { variables } = { variables: [] } } = table ?? {}
      await step(
        name,
        () => writeWhole(folder, name, pieces()),
        ({ size }) => ({ rows: count, cells: count * variables.length, bytes: size }),
      )
      rmSync(join(folder, name))
    }
    await drawn.drop()
  })
} finally {
  await databases.close()
  rmSync(folder, { recursive: true, force: true })
}
