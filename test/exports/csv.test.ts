import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Column, Subject } from '../../app/exports/column'
import { csvCells, csvHeader, csvLine, csvTable } from '../../app/exports/csv'

const ROOT = join(import.meta.dirname, '../..')

test('a text that a spreadsheet would work out is written as text, in every file; a number stays one', () => {
  const column = (name: string, value: string | number | null): Column => ({
    name,
    label: { nl: name, en: name },
    type: 'string',
    value: () => value,
  })
  const columns = [column('=a', '=1+1'), column('b', -1.5), column('c', null), column('d', '@x'), column('e', 'a;=1')]
  expect(csvHeader(columns)).toBe("'=a,b,c,d,e\n")
  expect(csvLine(columns, {} as Subject)).toBe("'=1+1,-1.5,,'@x,a;'=1\n")
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
