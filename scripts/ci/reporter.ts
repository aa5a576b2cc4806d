import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** How a run of the tests came out; a file that could not be loaded and an error outside any test count as failed. */
export type Tally = { passed: number; failed: number; skipped: number }

function tallyOf(modules: readonly TestModule[], errors: readonly SerializedError[]): Tally {
  const tally = { passed: 0, failed: errors.length, skipped: 0 }
  for (const module of modules) {
    const tests = [...module.children.allTests()]
    for (const test of tests) {
      const { state } = test.result()
      if (state === 'passed') tally.passed++
      else if (state === 'failed') tally.failed++
      else tally.skipped++
    }
    const failedTests = tests.some((test) => test.result().state === 'failed')
    if (module.state() === 'failed' && !failedTests) tally.failed++
  }
  return tally
}

/** Hands the tally to scripts/ci/test.ts through the file named by KOPPEL_TALLY; does nothing in a run of its own. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    if (process.env.KOPPEL_TALLY) writeFileSync(process.env.KOPPEL_TALLY, JSON.stringify(tallyOf(modules, errors)))
  }
}
