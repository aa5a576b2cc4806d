import { expect, test } from 'vitest'
import { openTable } from '../../../app/platform/sheets/open-table'
import { longRegister } from './written'

test('100,000 rows go through while hardly more than a piece of the file is held', async () => {
  let given = 0
  const table = await openTable(
    longRegister(100_000, (length) => {
      given += length
    }),
  )
  if (!table.ok) throw new Error(table.refusal.code)
  given = 0
  let [rows, taken, ahead] = [0, 0, 0]
  for await (const row of table.value.rows) {
    rows += 1
    if ('cells' in row) taken += Buffer.byteLength(row.cells.join(';')) + 2
    ahead = Math.max(ahead, given - taken)
  }
  expect(rows).toBe(100_000)
  expect(given).toBeGreaterThan(18_000_000)
  expect(ahead).toBeLessThan(256 * 1024)
})

test('whoever looks at a few rows reads only the start of a file', async () => {
  let given = 0
  const table = await openTable(
    longRegister(100_000, (length) => {
      given += length
    }),
  )
  if (!table.ok) throw new Error(table.refusal.code)
  const lines: number[] = []
  for await (const { line } of table.value.rows) if (lines.push(line) === 20) break
  expect(lines).toEqual(Array.from({ length: 20 }, (_, index) => index + 2))
  expect(given).toBeLessThan(1024 * 1024)
})
