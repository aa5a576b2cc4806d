import type { Chosen } from '../../../app/platform/sheets/table'
import { HEADER, people, personNumbered } from './register'
import { uglyBooks } from './ugly-books'
import type { Says, Ugly } from './ugly-file'
import { csvBytes, csvText, sourceOf } from './written'

const TEN = [[...HEADER], ...people(10)]
const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)
const file = (name: string, content: Buffer, says: Says, chosen?: Chosen): Ugly => ({
  name,
  source: sourceOf(content),
  says,
  ...(chosen && { chosen }),
})

/** Rows around the one that is wrong, as lines of text. */
const around = (wrong: string) => bytes(`${csvText(TEN)}${wrong}${csvText(people(5, 11))}`)
const [first = ''] = csvText([personNumbered(99)]).split('\r\n')

/** Files as people really hand them in. Each with what the reader says of it: nothing of any is lost without a word. */
export const uglyFiles: readonly Ugly[] = [
  file('plain.csv', csvBytes(TEN, { delimiter: ',', lineEnd: '\n' }), {
    rows: 10,
    guess: { format: 'csv', encoding: 'utf-8', delimiter: ',' },
    at: [[2, 'de Vries']],
  }),
  file('utf-8 with a mark.csv', csvBytes(TEN, { addBOM: true }), { rows: 10, guess: { encoding: 'utf-8' } }),
  file('windows-1252.csv', csvBytes(TEN, { encoding: 'windows-1252' }), {
    rows: 10,
    guess: { encoding: 'windows-1252', delimiter: ';' },
    at: [
      [6, 'Çelik'],
      [7, 'Müller'],
    ],
  }),
  file('utf-16.txt', csvBytes(TEN, { encoding: 'utf-16le', addBOM: true, delimiter: '\t' }), {
    rows: 10,
    guess: { encoding: 'utf-16le', delimiter: '\t' },
    at: [[7, 'Müller']],
  }),
  file('utf-16 the other way.txt', csvBytes(TEN, { encoding: 'utf-16be', addBOM: true }), {
    rows: 10,
    guess: { encoding: 'utf-16be' },
    at: [[7, 'Müller']],
  }),
  file('utf-16 without a mark.txt', csvBytes(TEN, { encoding: 'utf-16le' }), { refused: 'not_a_table' }),
  file('pipes.csv', csvBytes(TEN, { delimiter: '|' }), { rows: 10, guess: { delimiter: '|' } }),
  file('tabs, called csv.csv', csvBytes(TEN, { delimiter: '\t' }), { rows: 10, guess: { delimiter: '\t' } }),
  file('lone carriage returns.csv', csvBytes(TEN, { lineEnd: '\r' }), {
    rows: 10,
    at: [[11, "van 't Hoff"]],
  }),
  file(
    'mixed line ends.csv',
    bytes(`${csvText(TEN, { lineEnd: '\n' })}${csvText(people(2, 11))}${csvText(people(2, 13), { lineEnd: '\r' })}`),
    {
      rows: 14,
    },
  ),
  file('no line end at the end.csv', bytes(csvText(TEN).trimEnd()), { rows: 10 }),
  file(
    'quoted newlines.csv',
    csvBytes([[...HEADER], personNumbered(1, { Achternaam: 'de\r\nVries\n\nSmit' }), ...people(3, 2)]),
    {
      rows: 4,
      at: [
        [2, 'de\r\nVries\n\nSmit'],
        [6, 'Núñez'],
      ],
    },
  ),
  file(
    'delimiters and quotes in quotes.csv',
    csvBytes([[...HEADER], personNumbered(1, { Achternaam: '"; Jansen' }), ...people(3, 2)]),
    {
      rows: 4,
      at: [[2, '"; Jansen']],
    },
  ),
  file('decimal commas.csv', bytes('naam;bedrag;kosten\nA;1,5;2,5\nB;2,5;3,5\n'), {
    rows: 2,
    guess: { delimiter: ';' },
  }),
  file('says its delimiter.csv', bytes(`sep=;\r\n${csvText(TEN)}`), { rows: 10, at: [[3, 'de Vries']] }),
  file(
    'formulas.csv',
    csvBytes([
      [...HEADER],
      ...['=1+1', '+31', '-cmd', '@SUM(A1)', "'=x"].map((Achternaam, i) => personNumbered(i + 1, { Achternaam })),
    ]),
    {
      rows: 5,
      at: [
        [2, '=1+1'],
        [6, "'=x"],
      ],
    },
  ),
  file(
    'blank lines and lines of separators.csv',
    bytes(`\r\n;;;\r\n${csvText(TEN)}\r\n   \r\n;;;;;;\r\n${first}\r\n`),
    { rows: 11 },
  ),
  file('separators at the end.csv', bytes(csvText(TEN).replaceAll('\r\n', ';;\r\n')), { rows: 10 }),
  file('ragged rows.csv', around(`${first};more\r\n4005810;too;few\r\n${first}\r\n`), {
    rows: 16,
    codes: { wrong_number_of_columns: 2 },
    at: [
      [12, 'wrong_number_of_columns'],
      [13, 'wrong_number_of_columns'],
    ],
  }),
  file('a quote that is not closed.csv', around('4005810;"Bakker;M.K.\r\n'), {
    rows: 15,
    codes: { broken_quote: 1 },
    at: [
      [12, 'broken_quote'],
      [13, 'Çelik'],
    ],
  }),
  file(
    'a quote that is not closed, before quoted cells.csv',
    around(`4005810;"Bakker;M\r\n4005811;"da; Silva"${first.slice(first.indexOf(';', 9))}\r\n`),
    {
      rows: 16,
      codes: { broken_quote: 1 },
      at: [[13, 'da; Silva']],
    },
  ),
  file('a quote that is not closed, at the end.csv', bytes(`${csvText(TEN)}4005810;"Bakker`), {
    rows: 10,
    codes: { broken_quote: 1 },
  }),
  file('letters behind a closing quote.csv', around(first.replace(/;[^;]*;/, ';"Kees" Bakker;').concat('\r\n')), {
    rows: 15,
    codes: { broken_quote: 1 },
  }),
  file('a quote within a cell.csv', around(first.replace(/;[^;]*;/, ';Jan "Kees" Bakker;').concat('\r\n')), {
    rows: 16,
    at: [[12, 'Jan "Kees" Bakker']],
  }),
  file('a very long line.csv', around(`4005810;${'x'.repeat(2_500_000)};\r\n`), {
    rows: 15,
    codes: { row_too_long: 1 },
  }),
  file('a very long last line.csv', bytes(`${csvText(TEN)}${'x'.repeat(2_500_000)}`), {
    rows: 10,
    codes: { row_too_long: 1 },
  }),
  file('a very long cell in quotes.csv', around(`4005810;"${'x;\r\n'.repeat(400_000)}`), {
    rows: 15,
    codes: { broken_quote: 1, wrong_number_of_columns: 399_999 },
  }),
  file(
    'a zero byte in a late row.csv',
    bytes(`${csvText([[...HEADER], ...people(2_000)])}${first.replace('A.B.', 'A\0B')}\r\n`),
    {
      rows: 2_000,
      codes: { unreadable_character: 1 },
    },
  ),
  file('binary.csv', Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7) % 256)), { refused: 'not_a_table' }),
  file(
    'letters only far down.csv',
    csvBytes([[...HEADER], ...people(3_000).map((row) => row.with(1, 'Jansen')), personNumbered(6)], {
      encoding: 'windows-1252',
    }),
    {
      rows: 3_001,
      guess: { encoding: 'windows-1252' },
      at: [[3_002, 'Müller']],
    },
  ),
  file(
    'one line in another encoding.csv',
    Buffer.concat([csvBytes(TEN), csvBytes(people(1, 12), { encoding: 'windows-1252' })]),
    {
      rows: 10,
      codes: { unreadable_character: 1 },
      guess: { encoding: 'utf-8' },
    },
  ),
  file(
    'read in the wrong encoding by choice.csv',
    csvBytes(TEN, { encoding: 'windows-1252' }),
    { rows: 6, codes: { unreadable_character: 4 } },
    { encoding: 'utf-8' },
  ),
  file(
    'duplicate headings.csv',
    csvBytes([[...HEADER.slice(0, 4), 'clientnummer ', ...HEADER.slice(5)], ...people(3)]),
    {
      refused: 'duplicate_column',
    },
  ),
  file('a quote in the header.csv', bytes(`Naam;"Nummer\r\n${csvText(people(1))}`), { refused: 'broken_quote' }),
  file('empty.csv', Buffer.alloc(0), { refused: 'file_empty' }),
  file('a mark and blank lines.csv', bytes('\ufeff\r\n \r\n'), { refused: 'file_empty' }),
  file('separators only.csv', bytes(';;;;\r\n;;;;\r\n'), { refused: 'file_empty' }),
  file('only a header.csv', csvBytes([[...HEADER]]), { refused: 'only_a_header' }),
  file(
    '300 columns.csv',
    csvBytes([...TEN].map((row, i) => [...row, ...Array.from({ length: 280 }, (_, n) => (i ? 'x' : `c${n}`))])),
    {
      rows: 10,
    },
  ),
  file('1001 columns.csv', csvBytes([0, 1].map((i) => Array.from({ length: 1_001 }, (_, n) => (i ? 'x' : `c${n}`)))), {
    refused: 'too_many_columns',
  }),
  file('a letter.csv', bytes('Beste mensen\r\nHierbij het bestand\r\nGroet\r\n'), { refused: 'not_a_table' }),
  file('a page of the web.xls', bytes('<html><table><tr><td>4005810;Bakker</td></tr></table></html>'), {
    refused: 'not_a_table',
  }),
  file('a pdf.csv', bytes('%PDF-1.7\n'), { refused: 'is_pdf' }),
  file('a picture.xlsx', bytes('\x89PNG\r\n\x1a\n0000', 'latin1'), { refused: 'is_picture' }),
  file('old.xls', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'latin1'), { refused: 'old_or_locked_workbook' }),
  ...uglyBooks,
]
