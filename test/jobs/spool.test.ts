import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Filled, Row, Table, Value, Variable } from '../../app/exports/table/table'
import { openSpool } from '../../jobs/release/spool'

const folder = mkdtempSync(join(tmpdir(), 'koppel-spool-'))
afterAll(() => rmSync(folder, { recursive: true }))

const none = { nl: '', en: '' }
const variable = (kind: Variable['kind'], place: number): Variable => ({
  name: `v${place}`,
  label: none,
  kind,
  measure: 'nominal',
  width: kind === 'text' ? 300 : 0,
})
const table = (kinds: readonly Variable['kind'][]): Table => ({
  name: 'wide',
  label: none,
  grain: none,
  variables: kinds.map(variable),
  key: [],
})

async function spooled(kinds: readonly Variable['kind'][], batches: readonly (readonly Row[])[]) {
  const spool = await openSpool(folder, table(kinds))
  for (const batch of batches) await spool.add(batch)
  return { spool, filled: await spool.finish() }
}

async function read(filled: Filled): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of filled.rows()) rows.push(...batch)
  return rows
}

const VALUES: Record<Variable['kind'], fc.Arbitrary<Value>> = {
  integer: fc.option(fc.oneof(fc.integer(), fc.constant(-0))),
  number: fc.option(fc.double({ noDefaultInfinity: true, noNaN: true })),
  text: fc.option(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'é', 'ë'.repeat(150), '😀'.repeat(75))),
  ),
  day: fc.option(fc.constantFrom('2012-03-13', '1900-01-01')),
}
const kinds = fc.array(fc.constantFrom<Variable['kind'][]>('integer', 'number', 'text', 'day'), { minLength: 1 })
const tables = kinds.chain((of) =>
  fc.record({
    of: fc.constant(of),
    batches: fc.array(fc.array(fc.tuple(...of.map((kind) => VALUES[kind])))),
  }),
)

test('what goes in comes out, in its order and as often as wanted', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async ({ of, batches }) => {
      const { spool, filled } = await spooled(of, batches)
      const rows = batches.flat()
      expect(filled.count).toBe(rows.length)
      // toEqual takes -0 and 0 for two numbers, and '' and null for two values
      expect(await read(filled)).toEqual(rows)
      expect(await Promise.all([read(filled), read(filled)])).toEqual([rows, rows])
      await spool.drop()
    }),
  )
})

test('2,500 variables and many blocks, of which rows may be longer than one', async () => {
  const of = Array.from({ length: 2_500 }, (_, place) => (place % 2 ? 'text' : 'number'))
  const rows = Array.from({ length: 40 }, (_, n) =>
    of.map((kind, place) => (place % 7 === n % 7 ? null : kind === 'text' ? 'é'.repeat(n * 4) : n / (place + 1))),
  )
  const { spool, filled } = await spooled(of as Variable['kind'][], [rows.slice(0, 1), rows.slice(1)])
  expect(await read(filled)).toEqual(rows)
  await spool.drop()
})

test('nobody finds it on the disk', async () => {
  const { spool, filled } = await spooled(['text'], [[['somebody']]])
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
  const spool = await openSpool(folder, table(['integer', 'text']))
  await expect(spool.add([row])).rejects.toThrow(/kind of v|values, not 2/)
  await spool.drop()
})
