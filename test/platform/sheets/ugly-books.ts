import { randomFillSync } from 'node:crypto'
import { HEADER, people, personNumbered } from './register'
import type { Says, Ugly } from './ugly-file'
import { type Cell, letters, STYLES, workbookOf } from './workbook'
import { csvBytes, sourceOf } from './written'
import { zipOf } from './zip'

const MB = 1024 * 1024
const TEN: Cell[][] = [[...HEADER], ...people(10)]
const register = { name: 'Instroom', rows: TEN }
const file = (name: string, content: Buffer, says: Says): Ugly => ({ name, source: sourceOf(content), says })
const sheetPart = (bytes: string, claims?: number) => ({
  name: 'xl/worksheets/sheet1.xml',
  bytes,
  ...(claims && { claims }),
})
/** The XML of the register's sheet, with something else at its end. */
const ending = (end: string) =>
  `<worksheet><sheetData>${TEN.map((row, i) => `<row r="${i + 1}">${row.map((cell) => `<c t="str"><v>${cell}</v></c>`).join('')}</row>`).join('')}${end}`

/** Workbooks as people hand them in, and some that nobody means well with. */
export const uglyBooks: readonly Ugly[] = [
  file('register.xlsx', workbookOf([register]), {
    rows: 10,
    guess: { format: 'xlsx', sheet: 'Instroom', sheets: ['Instroom'], encoding: null },
    at: [[2, 'de Vries']],
  }),
  file('a workbook, called csv.csv', workbookOf([register]), { rows: 10, guess: { format: 'xlsx' } }),
  file(
    'short rows and a gap.xlsx',
    workbookOf([{ name: 'A', rows: [['een', 'twee', 'drie'], ['x', 'y'], [], [null, 'z']] }]),
    {
      rows: 3 - 1,
      at: [
        [2, 'y'],
        [4, 'z'],
      ],
    },
  ),
  file(
    'hidden sheets and rows.xlsx',
    workbookOf([
      { name: 'Uitleg', state: 'hidden', rows: [['a', 'b']] },
      { ...register, hidden: [3, 4] },
      { name: 'Leeg', rows: [] },
    ]),
    {
      rows: 10,
      guess: { sheet: 'Instroom', sheets: ['Instroom', 'Leeg'] },
    },
  ),
  file(
    'an error in a cell.xlsx',
    workbookOf([
      {
        name: 'A',
        rows: [
          ['een', 'twee'],
          ['x', { v: '#N/A', t: 'e', f: 'VLOOKUP(1,2,3)' }],
        ],
      },
    ]),
    {
      rows: 1,
      at: [[2, '#N/A']],
    },
  ),
  file(
    'formula cells.xlsx',
    workbookOf([
      {
        name: 'A',
        rows: [
          ['een', 'twee'],
          ['x', { v: 'Bakker', t: 'str', f: 'HYPERLINK("http://x.example")' }],
          ['y', { f: 'NOW()' }],
        ],
      },
    ]),
    {
      rows: 2,
      at: [
        [2, 'Bakker'],
        [3, ''],
      ],
    },
  ),
  file('an empty workbook.xlsx', workbookOf([{ name: 'A', rows: [] }]), { refused: 'file_empty' }),
  file('only a header.xlsx', workbookOf([{ name: 'A', rows: [[...HEADER]] }]), { refused: 'only_a_header' }),
  file('duplicate headings.xlsx', workbookOf([{ name: 'A', rows: [HEADER.with(4, HEADER[0]), ...people(2)] }]), {
    refused: 'duplicate_column',
  }),
  file(
    'a cell far to the right.xlsx',
    workbookOf([register], {
      replaced: [sheetPart(ending('<row r="12"><c r="XFD12" t="str"><v>x</v></c></row></sheetData></worksheet>'))],
    }),
    {
      rows: 10,
      codes: { wrong_number_of_columns: 1 },
    },
  ),
  file(
    'all columns of Excel.xlsx',
    workbookOf([
      { name: 'A', rows: [0, 1].map((i) => Array.from({ length: 1_200 }, (_, n) => (i ? 'x' : letters(n)))) },
    ]),
    {
      refused: 'too_many_columns',
    },
  ),
  file('a zip called csv.csv', zipOf([{ name: 'instroom.csv', bytes: csvBytes([[...HEADER]]) }]), {
    refused: 'zip_not_xlsx',
  }),
  file('an empty zip.csv', zipOf([]), { refused: 'zip_not_xlsx' }),
  file('half a workbook.xlsx', workbookOf([register]).subarray(0, -200), { refused: 'workbook_damaged' }),
  file('a sheet that breaks off.xlsx', workbookOf([register], { replaced: [sheetPart(ending('<row r="12"><c'))] }), {
    rows: 10,
    codes: { rest_unreadable: 1 },
    at: [[12, 'rest_unreadable']],
  }),
  file(
    'a sheet that unfolds to more than it says.xlsx',
    workbookOf([register], { replaced: [sheetPart(ending('</sheetData></worksheet>') + ' '.repeat(10 * MB), 20_000)] }),
    {
      rows: 10,
      codes: { rest_unreadable: 1 },
    },
  ),
  file(
    'a sheet that unfolds too far.xlsx',
    workbookOf([register], { replaced: [sheetPart('<worksheet/>', 401 * MB)] }),
    {
      refused: 'xlsx_unfolds_too_far',
    },
  ),
  file(
    'strings that unfold too far.xlsx',
    workbookOf([register], {
      replaced: [{ name: 'xl/sharedStrings.xml', bytes: `<sst><si><t>${' '.repeat(65 * MB)}</t></si></sst>` }],
    }),
    {
      refused: 'xlsx_unfolds_too_far',
    },
  ),
  file(
    'one endless text.xlsx',
    workbookOf([register], {
      replaced: [{ name: 'xl/sharedStrings.xml', bytes: `<sst><si><t>${' '.repeat(20 * MB)}</t></si></sst>` }],
    }),
    {
      refused: 'workbook_damaged',
    },
  ),
  file(
    'entities.xlsx',
    workbookOf([register], {
      replaced: [
        {
          name: 'xl/sharedStrings.xml',
          bytes: '<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>',
        },
      ],
    }),
    {
      refused: 'workbook_damaged',
    },
  ),
  file(
    'a sheet outside.xlsx',
    workbookOf([register], {
      replaced: [
        {
          name: 'xl/_rels/workbook.xml.rels',
          bytes:
            '<Relationships><Relationship Id="rId1" Type="x/worksheet" TargetMode="External" Target="http://x.example/"/></Relationships>',
        },
      ],
    }),
    {
      refused: 'file_empty',
    },
  ),
  file('26 MB.xlsx', Buffer.concat([Buffer.from('PK\x03\x04'), randomFillSync(Buffer.alloc(26 * MB))]), {
    refused: 'xlsx_too_large',
  }),
  file(
    'days as days.xlsx',
    workbookOf([
      {
        name: 'A',
        rows: [
          [...HEADER],
          ...[1, 2].map((n) =>
            personNumbered(n).map(
              (cell, at): Cell => (at === 6 ? { v: '40863', s: STYLES.dutchDay } : at === 0 ? Number(cell) : cell),
            ),
          ),
        ],
      },
    ]),
    {
      rows: 2,
    },
  ),
]
