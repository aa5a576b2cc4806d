import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvRecords } from '../../../app/platform/sheets/csv-records'
import { csvText } from './written'

const read = (pieces: readonly string[]) => {
  const records = new CsvRecords(';')
  return [...pieces.flatMap((piece) => [...records.push(piece)]), ...records.end()]
}
const garbage = fc.string({ unit: fc.constantFrom('"', ';', '\r', '\n', 'a', 'é', ' '), minLength: 1, maxLength: 60 })
const cell = fc.string({ unit: fc.constantFrom('"', ';', '\r', '\n', 'a', 'é', ','), maxLength: 6 })

test('what was written as a CSV is read back, whatever stands in its cells', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 20 }), (rows) => {
      for (const lineEnd of ['\r\n', '\n', '\r'])
        expect(read([csvText(rows, { lineEnd })]).map((row) => 'cells' in row && row.cells)).toEqual(rows)
    }),
  )
})

test('where the pieces of a text end makes no difference, also for a text that is no CSV', () => {
  fc.assert(
    fc.property(garbage, fc.integer({ min: 65_536, max: 70_000 }), (part, size) => {
      const text = part.repeat(Math.ceil(210_000 / part.length))
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
        text.slice(i * size, (i + 1) * size),
      )
      expect(JSON.stringify(read(pieces)) === JSON.stringify(read([text]))).toBe(true)
    }),
    { numRuns: 12 },
  )
  // three megabytes of quotes that do not pair, letter by letter: a machine that does much else takes its time
}, 180_000)

test('lines are counted as an editor counts them, and come in their order', () => {
  fc.assert(
    fc.property(garbage, (text) => {
      const rows = read([text])
      const lines = text.split(/\r\n|\r|\n/)
      for (const { line } of rows) expect(lines[line - 1]).not.toBe('')
      expect(rows.map(({ line }) => line)).toEqual([...new Set(rows.map(({ line }) => line))].sort((a, b) => a - b))
    }),
  )
})

test('a line that cannot be understood is shown as it stands', () => {
  expect(read(['a;"b;c\r\nd;e\r\n'])).toEqual([
    { line: 1, code: 'broken_quote', raw: ['a', '"b', 'c'] },
    { line: 2, cells: ['d', 'e'] },
  ])
})
