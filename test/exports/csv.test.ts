import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { csvCells, csvTable } from '../../app/exports/csv'

const ROOT = join(import.meta.dirname, '../..')

test('a text that a spreadsheet would work out is written as text, in every file; a number stays one', () => {
  expect(csvTable(['=a', 'b', 'c', 'd', 'e'], [['=1+1', -1.5, null, '@x', 'a;=1']])).toBe(
    "'=a,b,c,d,e\n'=1+1,-1.5,,'@x,a;'=1\n",
  )
  expect(csvTable(['a', '+b'], [['-', -1]])).toBe("a,'+b\n'-,-1\n")
  expect(csvCells(['-Jansen', 'a;b', '\tx'], ';')).toBe('\'-Jansen;"a;b";\'\tx\n')
})

test('there is one way to write such a file', () => {
  const writers = ['app', 'jobs', 'scripts'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name))
      .filter((path) => readFileSync(join(ROOT, path), 'utf8').includes("'csv-stringify")),
  )
  expect(writers).toEqual(['app/exports/csv.ts'])
})
