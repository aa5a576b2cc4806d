import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const amsterdam = { TZ: 'Europe/Amsterdam' }
const tests = (...folders: string[]) => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`)

// The protocol's calendar must not depend on where the machine stands: its tests run in three zones.
const unit = (name: string, zone: string) => ({
  root,
  test: { name, include: tests('protocol'), env: { TZ: zone }, testTimeout: 60_000 },
})

// globalSetup stands at the root only: with `extends` it would run once more for every project.
export default defineConfig({
  root,
  test: {
    globalSetup: 'test/global.ts',
    maxWorkers: 2,
    reporters: ['default', './scripts/ci/reporter.ts'],
    projects: [
      unit('unit', 'Europe/Amsterdam'),
      unit('unit-auckland', 'Pacific/Auckland'),
      unit('unit-new-york', 'America/New_York'),
      {
        root,
        test: {
          name: 'machine',
          include: ['test/*.test.ts', ...tests('platform', 'access', 'documents', 'i18n', 'ui', 'scripts')],
          env: amsterdam,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        root,
        test: {
          name: 'db',
          include: tests('records', 'identity', 'jobs', 'mail', 'exports', 'replay', 'koppel', 'routes'),
          env: amsterdam,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: tests('e2e'),
          env: amsterdam,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // after all others: a browser that has to share the machine with them waits too long
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          name: 'chaos',
          include: tests('chaos'),
          env: amsterdam,
          // its steps have deadlines of their own, which say what stands where
          testTimeout: 600_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
