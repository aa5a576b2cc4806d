import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { addMonths } from '../../app/protocol/day'
import { gate } from '../../app/protocol/disclosure/gate'
import type { Steps } from '../../app/protocol/disclosure/quasi-identifier'
import { wholeRelease } from '../../app/protocol/release-spec'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { listReleases } from '../../app/records/releases/release'
import { releaseIntoFolder } from '../../jobs/release/into-folder'
import { verifyFolder } from '../../jobs/release/verify'
import { freshDatabase } from '../database'
import { type ClientName, REGISTERED } from '../people'
import { must, namedWorld } from '../world'

const KEY = Buffer.alloc(32, 7)
const CUT_OFF = addMonths(REGISTERED, 24)
/** As many as have to be alike; no two of them are. */
const PEOPLE: readonly ClientName[] = ['Aalders', 'Berends', 'Evers', 'Fokkens', 'Hendriks']
/** What the register says of somebody and a table may tell. */
const TOLD = {
  gender: { values: ['male', 'female'], column: 'gender', step: 'gender' },
  riskCategory: { values: ['low', 'low_medium', 'high_medium', 'high'], column: 'risk_category', step: 'risk' },
  region: { values: ['Utrecht', 'Limburg'], column: 'region', step: 'region' },
} as const

test('a release that the gate holds back goes through it as it is suggested to be coarsened, and made again it is the same', async () => {
  const world = await namedWorld(await freshDatabase())
  const root = await mkdtemp(join(tmpdir(), 'koppel-release-'))
  try {
    for (const [at, name] of PEOPLE.entries()) {
      const facts = Object.entries(TOLD).map(([field, { values }]) => [field, values[at % values.length]])
      await world.registered(name, Object.fromEntries(facts))
      await world.interviewed(name)
      must(await world.answered(name, 'client'))
      must(await world.answered(name, 'supervisor'))
    }
    const into = (folder: string, coarsening: Steps) =>
      releaseIntoFolder(world.desk, world.on(CUT_OFF), {
        spec: { ...wholeRelease(werkalliantie, 'analysis'), formats: ['csv'], outcomes: [], coarsening },
        key: KEY,
        cutOff: CUT_OFF,
        folder: join(root, folder),
      })
    expect(must(await into('fine', {})).disclosure.verdict).toBe('overridden')
    const [fine] = (await listReleases(world.db, world.study.id, { limit: 1 })).items
    const steps = fine?.disclosure?.suggestion?.steps ?? {}
    expect(steps.risk).toBeGreaterThan(0)

    const coarse = must(await into('coarse', steps))
    expect(coarse).toMatchObject({ spec: { coarsening: steps }, disclosure: { verdict: 'safe', rows_below: 0 } })
    const [kept] = (await listReleases(world.db, world.study.id, { limit: 1 })).items
    expect(kept?.spec.coarsening).toEqual(steps)
    expect(kept?.disclosure && gate(kept.disclosure).verdict).toBe('safe')
    for (const { name } of coarse.files.filter((file) => file.name.endsWith('.csv'))) {
      const rows: Record<string, string>[] = parse(await readFile(join(root, 'coarse', name)), {
        columns: true,
        bom: true,
      })
      for (const { values, column, step } of Object.values(TOLD)) {
        const left = new Set(rows.map((row) => row[column]))
        if (rows.length > 0 && steps[step])
          expect([name, values.filter((value) => left.has(value))]).toEqual([name, []])
      }
    }
    const looking = { folder: join(root, 'coarse'), keyOf: () => KEY }
    expect(must(await verifyFolder(world.desk, world.on(CUT_OFF), looking))).toMatchObject({ wrong: [], again: true })
  } finally {
    await rm(root, { recursive: true })
  }
}, 120_000)
