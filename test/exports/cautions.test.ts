import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { scaleDefinitionNamed } from '../../app/protocol/scoring'
import { studyProtocols } from '../../app/protocol/studies/registry'
import { werkalliantie } from '../../app/protocol/studies/werkalliantie'
import { smallCohort } from '../e2e/cohort'
import { answerOf, koppelHere, ownFolder } from '../koppel/cli'
import { freshHome } from '../koppel/database'
import { COHORT } from '../replay/small-cohort'

// Client friction is not reliable: flagged wherever it shows (protocol §7.1). This is the list of everywhere.

const published = scaleDefinitionNamed(werkalliantie, 'published')
const FRICTION = published.scales.client.find(({ name }) => name === 'friction')?.caution
const home = await freshHome()
const run = async (...words: string[]) =>
  answerOf(await koppelHere([...words, '--json', '--home', home.folder], home.env))

/** What a data package says of the columns of its tables. */
type Described = { resources: { name: string; schema?: { fields: { name: string; description?: string }[] } }[] }

// biome-ignore lint/suspicious/noExplicitAny: what a command answers is what the test is to find out
let replayed: any
beforeAll(async () => {
  const { folder } = smallCohort({ interviewed: 14, others: 0 })
  replayed = await run('replay', folder, '--until', '2013-06-01')
}, 120_000)

test('it is said in both languages, in every definition of every study', () => {
  expect(FRICTION).toEqual({ nl: expect.stringMatching(/betrouwbaar/), en: expect.stringMatching(/reliable/) })
  for (const { scaleDefinitions } of studyProtocols)
    for (const { scales } of scaleDefinitions)
      expect(scales.client.find(({ name }) => name === 'friction')?.caution).toEqual(FRICTION)
})

describe('it is said by', () => {
  test('the scores of a file', async () => {
    const { flags, descriptives } = await run('score', join(COHORT, 'answers-t1-client.csv'))
    expect([descriptives.friction.n > 0, flags.friction]).toEqual([true, FRICTION])
  })

  // those of supervisors stand beside those of their clients there
  test.each(['client', 'supervisor'])('the scores of the study’s %ss', async (perspective) => {
    const found = await run('score', '--wave', 'T1', '--perspective', perspective)
    expect(found).toMatchObject({ wave: 'T1', perspective, definition: { name: 'published' } })
    expect([found.n >= 10, found.dyads.friction.n >= 10, found.flags.friction]).toEqual([true, true, FRICTION])
    expect(found.descriptives.friction.mean).toBeCloseTo(replayed.scores[`${perspective}_t1`].friction.mean, 4)
    expect(found.dyads.friction.r).toBeCloseTo(replayed.dyads.t1.friction.r, 4)
  })

  test('the answer of a replay', () => {
    expect(replayed.scores.client_t1.friction.n).toBeGreaterThan(0)
    expect(replayed.flags.client.friction).toEqual(FRICTION)
  })

  test('what describes a release, at each column that has something of it', async () => {
    const folder = join(ownFolder(), 'release')
    await run('release', folder)
    const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as Described
    const fields = resources.flatMap(({ name, schema }) =>
      (schema?.fields ?? []).map((field) => ({ table: name, ...field })),
    )
    const those = fields.filter(({ name }) => /friction/.test(name) && !/^t\d_sup_/.test(name))
    const wide = those.filter(({ name }) => /^t\d_client_friction/.test(name))
    expect(wide.length).toBeGreaterThanOrEqual(werkalliantie.waves.length * werkalliantie.scaleDefinitions.length)
    for (const { table, name, description } of those)
      expect([table, name, description]).toEqual([table, name, expect.stringContaining(FRICTION?.nl ?? '')])
    expect(new Set(those.map(({ table }) => table)).size).toBeGreaterThanOrEqual(3)
  })
})

test('a wave that the study does not have has no scores', async () => {
  expect((await run('score', '--wave', 'T9')).error.code).toBe('unknown_wave')
})

/** What makes scores, or gives what was made of them. */
const MAKERS = /\b(score|scored|figures|hanging|reliability|results|scaleResults)\b/
const FROM = /import (?!type)\{([^}]*)\} from '[^']*\/(scoring|scale-figures|results|scale-results)'/g
const ROOT = join(import.meta.dirname, '../..')

test('no other place has scores to show', () => {
  const files = ['app', 'jobs', 'scripts'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const makes = (file: string) =>
    [...readFileSync(file, 'utf8').matchAll(FROM)].some(([, names = '']) => MAKERS.test(names))
  const found = files.filter(makes).map((file) => relative(ROOT, file))
  // a new one has to say what must be said, and be tried above (the page: test/e2e/scores.test.ts)
  expect(found.filter((file) => !file.startsWith('app/protocol/')).sort()).toEqual([
    'app/exports/shapes/seen.ts',
    'app/records/results.ts',
    'app/records/scale-results.ts',
    'app/routes/scores/shown.ts',
    'jobs/release/scales.ts',
    'jobs/replay/report.ts',
    'scripts/koppel/scored-file.ts',
    'scripts/koppel/scored-study.ts',
  ])
})
