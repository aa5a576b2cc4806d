import { expect, test } from 'vitest'
import { refusalSentence } from '../../../app/i18n/refusal'
import { speak } from '../../../app/i18n/speak'
import { badValues } from '../../../app/i18n/words/imports'
import { openTable, sniff } from '../../../app/platform/sheets/open-table'
import type { SheetRow, Table } from '../../../app/platform/sheets/table'
import { HEADER } from './register'
import { uglyFiles } from './ugly'
import type { Says, Ugly } from './ugly-file'

async function rowsOf(table: Table): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of table.rows) rows.push(row)
  return rows
}

test.each(uglyFiles.map((file) => [file.name, file] as const))('%s', async (_, { source, chosen, says }: Ugly) => {
  const table = await openTable(source, chosen)
  if ('refused' in says) return expect(table).toMatchObject({ ok: false, refusal: { code: says.refused } })
  if (!table.ok) throw new Error(`refused: ${table.refusal.code}`)
  const rows = await rowsOf(table.value)
  const refused = rows.filter((row) => 'code' in row)
  const counts: Record<string, number> = {}
  for (const { code } of refused) counts[code] = (counts[code] ?? 0) + 1
  expect({ rows: rows.length - refused.length, counts }).toEqual({ rows: says.rows, counts: says.codes ?? {} })
  expect(table.value.guess).toMatchObject(says.guess ?? {})
  const at = new Map(rows.map((row) => [row.line, 'code' in row ? row.code : row.cells[1]]))
  expect((says.at ?? []).map(([line]) => [line, at.get(line)])).toEqual(says.at ?? [])
  for (const row of rows) if ('cells' in row) expect(row.cells).toHaveLength(table.value.header.length)
})

test('every code has words', () => {
  const codes = (of: (says: Says) => readonly string[]) => [...new Set(uglyFiles.flatMap(({ says }) => of(says)))]
  const files = codes((says) => ('refused' in says ? [says.refused] : []))
  expect(files.length).toBeGreaterThan(10)
  const general = refusalSentence(speak('nl'), { code: 'refused' })
  expect(files.filter((code) => refusalSentence(speak('nl'), { code, max: 1, first: 1 } as never) === general)).toEqual(
    [],
  )
  const rows = codes((says) => ('refused' in says ? [] : Object.keys(says.codes ?? {})))
  expect(rows.filter((code) => !Object.hasOwn(badValues, code))).toEqual([])
})

test('a header is what stands in the first row that holds something', async () => {
  const named = uglyFiles.filter(({ says }) => !('refused' in says) && says.rows >= 10 && says.rows < 20)
  expect(named.length).toBeGreaterThan(15)
  for (const { name, source } of named) {
    const table = await openTable(source)
    expect([name, table.ok && table.value.header.slice(0, HEADER.length)]).toEqual([name, [...HEADER]])
  }
})

test('a file can be sniffed without its rows, and read again by what was found', async () => {
  const file = uglyFiles.find(({ name }) => name === 'windows-1252.csv') as Ugly
  const guess = await sniff(file.source)
  if (!guess.ok) throw new Error(guess.refusal.code)
  const table = await openTable(file.source, guess.value)
  if (!table.ok) throw new Error(table.refusal.code)
  expect((await rowsOf(table.value)).length).toBe(10)
  expect(await rowsOf(table.value)).toEqual(await rowsOf(table.value))
})
