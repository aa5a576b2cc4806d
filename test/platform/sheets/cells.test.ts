import { describe, expect, test } from 'vitest'
import { openTable } from '../../../app/platform/sheets/open-table'
import { shownBy } from '../../../app/platform/sheets/workbook/styles'
import { type Cell, STYLES, workbookOf } from './workbook'
import { sourceOf } from './written'

/** The text that a cell becomes. */
async function textOf(cell: Cell, from1904 = false): Promise<string | undefined> {
  const book = workbookOf(
    [
      {
        name: 'A',
        rows: [
          ['een', 'twee'],
          ['x', cell],
        ],
      },
    ],
    { from1904 },
  )
  const table = await openTable(sourceOf(book))
  if (!table.ok) return table.refusal.code
  for await (const row of table.value.rows) return 'cells' in row ? row.cells[1] : row.code
  return undefined
}
const shown = (v: string, s: number, from1904 = false) => textOf({ v, s }, from1904)

describe('a number of a workbook', () => {
  test.each([
    ['4005810', '4005810'],
    ['0.30000000000000004', '0.3'],
    ['-1.5', '-1.5'],
    ['1.0E+3', '1000'],
    ['123456789012345', '123456789012345'],
    ['1E400', '1E400'],
  ])('%s is %s', async (written, text) => expect(await shown(written, STYLES.plain)).toBe(text))

  test('keeps the zeros that it is shown with', async () => {
    expect(await shown('12345', STYLES.sevenDigits)).toBe('0012345')
    expect(await shown('-12345', STYLES.sevenDigits)).toBe('-12345')
    expect(await shown('1.5', STYLES.inDays)).toBe('1.5')
    expect(await shown('1.5', STYLES.euros)).toBe('1.5')
  })
})

describe('a day of a workbook', () => {
  test.each([
    ['40863', '2011-11-16'],
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['60', '1900-02-29'],
    ['61', '1900-03-01'],
    ['40863.354166666664', '2011-11-16T08:30:00'],
    ['40863.999999999', '2011-11-17'],
    ['0.5', '12:00:00'],
    ['2958465', '9999-12-31'],
    ['2958466', '2958466'],
    ['-1', '-1'],
  ])('%s is %s', async (written, text) => expect(await shown(written, STYLES.day)).toBe(text))

  test('is one in every format that shows it as one', async () => {
    expect(await shown('40863', STYLES.dutchDay)).toBe('2011-11-16')
    expect(await shown('40863', STYLES.moment)).toBe('2011-11-16')
  })

  test('counts from 1904 where the workbook says so', async () => {
    expect(await shown('39401', STYLES.day, true)).toBe('2011-11-16')
    expect(await shown('0', STYLES.day, true)).toBe('1904-01-01')
  })
})

test.each([
  ['dd/mm/yyyy', 'day'],
  ['[$-413]d mmmm yyyy;@', 'day'],
  ['General', 'number'],
  ['0.00E+00', 'number'],
  ['# "days"', 'number'],
  ['[Red]0.00', 'number'],
  ['0\\d', 'number'],
  ['000', { digits: 3 }],
])('the format %s shows a number as %o', (code, as) => expect(shownBy(code)).toEqual(as))

test('a cell of any other kind is its text', async () => {
  expect(await textOf(true)).toBe('TRUE')
  expect(await textOf(false)).toBe('FALSE')
  expect(await textOf({ t: 'inlineStr', v: '<r/>a&amp;b' })).toBe('')
  expect(await textOf({ t: 'inlineStr', v: 'a &amp; b' })).toBe('a & b')
  expect(await textOf({ t: 'd', v: '2011-11-16' })).toBe('2011-11-16')
  expect(await textOf({ t: 's', v: '99' })).toBe('')
  expect(await textOf('regel_x000D_einde')).toBe('regel\reinde')
  expect(await textOf('=1+1')).toBe('=1+1')
})

test.each(['_x0000_', 'R_x0000_N', '_xD83D_', 'verloren \ufffd'])(
  'a row with %s refuses itself: nobody can keep it',
  async (text) => {
    expect(await textOf(text)).toBe('unreadable_character')
  },
)

test('a heading that nobody can keep is said of the file', async () => {
  const rows = [
    ['een', 'tw_x0000_ee'],
    ['x', 'y'],
  ]
  const table = await openTable(sourceOf(workbookOf([{ name: 'A', rows }])))
  expect(table).toMatchObject({ ok: false, refusal: { code: 'unreadable_character' } })
})

test('rows that have one number, or none, each have a line of their own', async () => {
  const row = (number: string, text: string) =>
    `<row${number}><c t="str"><v>${text}</v></c><c t="str"><v>y</v></c></row>`
  const rows = [
    row(' r="1"', 'een'),
    row(' r="4"', 'a'),
    row(' r="4"', 'b'),
    row(' r="2"', 'c'),
    row('', 'd'),
    row(' r="9"', 'e'),
  ]
  const bytes = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`
  const replaced = [{ name: 'xl/worksheets/sheet1.xml', bytes }]
  const table = await openTable(sourceOf(workbookOf([{ name: 'A', rows: [] }], { replaced })))
  if (!table.ok) throw new Error(table.refusal.code)
  const lines: number[] = []
  for await (const { line } of table.value.rows) lines.push(line)
  expect(lines).toEqual([4, 5, 6, 7, 9])
})

test('a text in runs is one text, without its reading aid', async () => {
  const strings =
    '<x:sst xmlns:x="y"><x:si><x:r><x:t>Jan</x:t></x:r><x:r><x:t>sen</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:si></x:sst>'
  const book = workbookOf(
    [
      {
        name: 'A',
        rows: [
          [
            { t: 'str', v: 'een' },
            { t: 'str', v: 'twee' },
          ],
          [
            { t: 'str', v: 'x' },
            { t: 's', v: '0' },
          ],
        ],
      },
    ],
    {
      replaced: [{ name: 'xl/sharedStrings.xml', bytes: strings }],
    },
  )
  const table = await openTable(sourceOf(book))
  if (!table.ok) throw new Error(table.refusal.code)
  for await (const row of table.value.rows) expect(row).toMatchObject({ cells: ['x', 'Jansen'] })
})

test('a sheet is chosen by its name; a hidden one is not there', async () => {
  const rows = (text: string) => [
    ['een', 'twee'],
    ['x', text],
  ]
  const book = sourceOf(
    workbookOf([
      { name: 'Eerste', rows: rows('a') },
      { name: 'Tweede & meer', rows: rows('b') },
      { name: 'Weg', state: 'veryHidden', rows: rows('c') },
    ]),
  )
  const table = await openTable(book, { sheet: 'Tweede & meer' })
  expect(table.ok && table.value.guess).toMatchObject({ sheet: 'Tweede & meer', sheets: ['Eerste', 'Tweede & meer'] })
  expect(await openTable(book, { sheet: 'Weg' })).toMatchObject({ ok: false, refusal: { code: 'unknown_sheet' } })
})
