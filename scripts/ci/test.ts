// `npm test`: types, style, build, tests; then one line, `N passed, N failed`, that says how it came out.
// Arguments go to vitest (`npm test -- test/protocol`). Under REQUIRE_ALL=1 a skipped test is a failure.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Tally } from './reporter'

const bin = (name: string) => join('node_modules', '.bin', name)
const STEPS: readonly (readonly [name: string, command: string, ...arguments_: string[]])[] = [
  ['types', bin('tsc'), '--noEmit'],
  ['types of the service worker', bin('tsc'), '--noEmit', '-p', 'app/sw.tsconfig.json'],
  ['style', bin('biome'), 'check', '--error-on-warnings'],
  ['build', process.execPath, 'scripts/build.mjs', '--if-stale'],
]

/** Runs a step and says how long it took. True when it succeeded. */
function step(name: string, command: string, arguments_: readonly string[], env = process.env): boolean {
  const began = performance.now()
  const { status } = spawnSync(command, arguments_, { stdio: 'inherit', env })
  console.log(`${name}: ${status === 0 ? 'good' : 'failed'} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  return status === 0
}

/** The tests' own tally; a run that ended before it could write one counts as one failure. */
function tests(): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'koppel-tally-'))
  const file = join(folder, 'tally.json')
  const vitest = ['run', '--config', 'test/vitest.config.ts', ...process.argv.slice(2)]
  const good = step('tests', bin('vitest'), vitest, { ...process.env, KOPPEL_TALLY: file })
  try {
    const tally = JSON.parse(readFileSync(file, 'utf8')) as Tally
    return good || tally.failed > 0 ? tally : { ...tally, failed: 1 }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const broken = STEPS.filter(([name, command, ...rest]) => !step(name, command, rest)).length
const { passed, failed, skipped } = tests()
const strict = process.env.REQUIRE_ALL === '1' || process.env.CI === 'true'
const bad = broken + failed + (strict ? skipped : 0)
if (skipped > 0) console.log(`${skipped} skipped${strict ? ', which counts as failed here' : ''}`)
console.log(`${passed} passed, ${bad} failed`)
process.exitCode = bad > 0 || passed === 0 ? 1 : 0
