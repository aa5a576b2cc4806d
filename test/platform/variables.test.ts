import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { APART, VARIABLES } from '../../app/platform/variables'
import { OPERATION, withSettings } from '../../scripts/settings-table'
import { sourcesIn } from '../rooms/tree'

const KNOWN = [...Object.keys(VARIABLES), ...Object.keys(APART)]
/** Those of the machine that we run on. */
const OF_THE_MACHINE = ['PATH', 'LC_ALL', 'LC_MESSAGES', 'LANG', 'REQUIRE_ALL', 'CI']

test('an installation is told no more than fifteen things', () => {
  expect(Object.keys(VARIABLES).length).toBeLessThanOrEqual(15)
})

test('the tables of the documentation are those of the schema', () => {
  const text = readFileSync(OPERATION, 'utf8')
  expect(withSettings(text)).toBe(text)
})

test('no program reads any other variable', () => {
  const files = sourcesIn(process.cwd()).filter(({ path }) => /^(app|jobs|scripts)\/.*\.(ts|tsx|mjs)$/.test(path))
  const read = files.flatMap(({ text }) => [
    ...[...text.matchAll(/\benv\.([A-Z][A-Z_]+)/g)].map(([, name = '']) => name),
    ...[...text.matchAll(/\{([^{}]*)\} = process\.env/g)].flatMap(
      ([, names = '']) => names.match(/[A-Z][A-Z_]+/g) ?? [],
    ),
  ])
  expect(read.length).toBeGreaterThan(10)
  expect([...new Set(read)].filter((name) => !KNOWN.includes(name) && !OF_THE_MACHINE.includes(name))).toEqual([])
})

test('what the documents speak of is read', () => {
  const files = [
    'README.md',
    'docs/operation.md',
    'docs/deploy.md',
    'docs/upgrade.md',
    'docs/database.md',
    'docs/command-line.md',
  ]
  const spoken = files.flatMap((file) => readFileSync(file, 'utf8').match(/\bKOPPEL_[A-Z_]+\b/g) ?? [])
  expect([...new Set(spoken)].filter((name) => !KNOWN.includes(name))).toEqual([])
})
