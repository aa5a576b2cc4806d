import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Filled, Row, Table } from '../../app/exports/table/table'
import { openSpool } from '../../jobs/release/spool'
import { anyFilled, tableOf, variable } from '../exports/made-tables'

const folder = mkdtempSync(join(tmpdir(), 'koppel-spool-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function spooled(table: Table, batches: readonly (readonly Row[])[]) {
  const spool = await openSpool(folder, table)
  for (const batch of batches) await spool.add(batch)
  return { spool, filled: await spool.finish() }
}

async function read(filled: Filled): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of filled.rows()) rows.push(...batch)
  return rows
}

test('what goes in comes out, in its order and as often as wanted', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilled, fc.nat(), async ({ table, rows }, cut) => {
      const { spool, filled } = await spooled(table, [rows.slice(0, cut), [], rows.slice(cut)])
      expect(filled.count).toBe(rows.length)
      // toEqual takes -0 and 0 for two numbers, and '' and null for two values
      expect(await read(filled)).toEqual(rows)
      expect(await Promise.all([read(filled), read(filled)])).toEqual([rows, rows])
      await spool.drop()
    }),
  )
})

test('2,500 variables and many blocks, of which rows may be longer than one', async () => {
  const variables = Array.from({ length: 2_500 }, (_, place) => variable(place % 2 ? 'text' : 'number', place))
  const rows = Array.from({ length: 40 }, (_, n) =>
    variables.map(({ kind }, place) =>
      place % 7 === n % 7 ? null : kind === 'text' ? 'é'.repeat(n * 4) : n / (place + 1),
    ),
  )
  const { spool, filled } = await spooled(tableOf(variables), [rows.slice(0, 1), rows.slice(1)])
  expect(await read(filled)).toEqual(rows)
  await spool.drop()
})

test('nobody finds it on the disk', async () => {
  const { spool, filled } = await spooled(tableOf([variable('text', 0)]), [[['somebody']]])
  expect(readdirSync(folder)).toEqual([])
  expect(await read(filled)).toEqual([['somebody']])
  await spool.drop()
})

test.each<[string, Row]>([
  ['a text for a number', ['1', 'a']],
  ['a number for a text', [1, 1]],
  ['no number at all', [Number.NaN, 'a']],
  ['a number without end', [Number.POSITIVE_INFINITY, 'a']],
  ['a value too many', [1, 'a', null]],
])('%s is refused', async (_what, row) => {
  const spool = await openSpool(folder, tableOf([variable('integer', 0), variable('text', 1)]))
  await expect(spool.add([row])).rejects.toThrow(/kind of v|values, not 2/)
  await spool.drop()
})
