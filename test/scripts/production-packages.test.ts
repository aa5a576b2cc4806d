import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readAll, sourcesIn } from '../rooms/tree'

/** What runs in an installation: the server, the command line, and what the pages are built of. */
const BEGINNINGS = /^(scripts\/(serve|koppel)\.ts|app\/(root|entry\.server)\.tsx|app\/routes\/.*\.tsx?)$/

test('whatever runs in production is imported from packages that are installed there', () => {
  const files = new Map(readAll(sourcesIn(process.cwd())).map((file) => [file.path, file]))
  const waiting = [...files.keys()].filter((path) => BEGINNINGS.test(path))
  const seen = new Set(waiting)
  const wanted = new Map<string, string>()
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const { specifier, typeOnly, path: to } of files.get(path)?.imports ?? []) {
      if (typeOnly) continue
      if (to === null && !/^(node:|\.)/.test(specifier)) {
        const name = specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/')
        wanted.set(name, path)
      }
      if (to !== null && files.has(to) && !seen.has(to)) {
        seen.add(to)
        waiting.push(to)
      }
    }
  }
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
  expect(seen.size).toBeGreaterThan(500)
  expect([...wanted].filter(([name]) => !(name in dependencies))).toEqual([])
  expect([...wanted.keys()]).toEqual(expect.arrayContaining(['express', 'pino', 'bullmq', 'pg', 'nodemailer']))
})
