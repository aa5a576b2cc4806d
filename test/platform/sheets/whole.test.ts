import { expect, test } from 'vitest'
import { wholeFile } from '../../../app/platform/sheets/whole'
import { codeOf, must } from '../../world'
import { workbookOf } from './workbook'

const whole = (bytes: Uint8Array | string) =>
  wholeFile(async function* () {
    yield Buffer.from(bytes as string)
  })

test('all sheets of a workbook, also those that are empty or have a heading only', async () => {
  const book = workbookOf([
    {
      name: 'survey',
      rows: [
        ['type', 'name'],
        ['note', null],
        ['integer', 'a'],
      ],
    },
    { name: 'choices', rows: [['list_name', 'name']] },
    { name: 'settings', rows: [] },
  ])
  expect(must(await whole(book))).toEqual({
    sheets: [
      {
        name: 'survey',
        rows: [
          { line: 1, cells: ['type', 'name'] },
          { line: 2, cells: ['note', ''] },
          { line: 3, cells: ['integer', 'a'] },
        ],
      },
      { name: 'choices', rows: [] },
      { name: 'settings', rows: [] },
    ],
    unread: [],
  })
})

test('lines of a CSV as they are, wide or short; those that cannot be read apart', async () => {
  const read = must(await whole('a,b\n1,2,3\n"x\n4\né5é,\ufffd\n'))
  expect(read.sheets).toEqual([
    {
      name: null,
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['1', '2', '3'] },
        { line: 4, cells: ['4'] },
      ],
    },
  ])
  expect(read.unread).toEqual([
    { line: 3, code: 'broken_quote' },
    { line: 5, code: 'unreadable_character' },
  ])
})

test.each<[string, Uint8Array | string, string]>([
  ['nothing', '', 'file_empty'],
  ['a PDF', '%PDF-1.7', 'is_pdf'],
  ['a zip that is no workbook', 'PK\x03\x04nothing', 'workbook_damaged'],
  ['more lines than are read at once', 'a,b\n'.repeat(20_001), 'too_many_rows'],
])('refused: %s', async (_, bytes, code) => {
  expect(codeOf(await whole(bytes))).toBe(code)
})
