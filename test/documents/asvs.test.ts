import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const rows = [...read('docs/asvs.md').matchAll(/^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]*)\|$/gm)].map(
  ([, number = '', , state = '', why = '']) => ({ number, state, why }),
)

/** How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has, counted in the standard's own table. */
const CHAPTERS = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]

test('every requirement of levels 1 and 2 has one line, in their order', () => {
  const numbers = rows.map(({ number }) => number)
  const parts = numbers.map((number) => number.split('.').map(Number))
  const inOrder = parts.toSorted((one, other) => {
    const at = one.findIndex((part, place) => part !== other[place])
    return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
  })
  expect(parts).toEqual(inOrder)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(CHAPTERS.map((_, at) => numbers.filter((number) => number.startsWith(`${at + 1}.`)).length)).toEqual(CHAPTERS)
})

test('each says how it stands, in one of the words that are explained', () => {
  expect(rows.filter(({ state }) => !['holds', 'partly', 'not yet', 'yours', 'none'].includes(state))).toEqual([])
  // what does not simply hold, and what was left out, needs a reason, except where the chapter gives it
  expect(rows.filter(({ state, why }) => ['holds', 'partly', 'yours', 'none'].includes(state) && !why.trim())).toEqual(
    [],
  )
})

const FILE = /(?:app|docs|jobs|prisma|scripts|test)\/[\w./$-]*\w/g

test.each(['docs/asvs.md', 'docs/threat-model.md', 'docs/SECURITY.md'])('every file that %s names is there', (file) => {
  const named = [...new Set(read(file).match(FILE) ?? [])]
  expect(named.length).toBeGreaterThan(3)
  expect(named.filter((name) => !existsSync(join(ROOT, name)))).toEqual([])
})
