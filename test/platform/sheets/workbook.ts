import { type Zipped, zipOf } from './zip'

/** A cell: text, number, yes or no, nothing, or as its XML has it: value, type, style, formula. */
export type Cell = string | number | boolean | null | { v?: string; t?: string; s?: number; f?: string }
export type Sheet = {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly rows: readonly (readonly Cell[])[]
  /** Numbers of rows that are hidden. */
  readonly hidden?: readonly number[]
}
type Extras = { readonly from1904?: boolean; readonly replaced?: readonly Zipped[] }

/** The styles by which a cell's number is shown, as `s`. */
export const STYLES = { plain: 0, day: 1, dutchDay: 2, moment: 3, sevenDigits: 4, inDays: 5, euros: 6 }
const FORMATS = ['dd\\-mm\\-yyyy', 'yyyy-mm-dd hh:mm', '0000000', '0.0 "dagen"', '[Red]#,##0.00']

/** A workbook as Excel writes it: shared strings, styles, one part a sheet. `replaced` stand in for parts of that name. */
export function workbookOf(sheets: readonly Sheet[], { from1904 = false, replaced = [] }: Extras = {}): Buffer {
  const strings = new Map<string, number>()
  const parts: Zipped[] = [
    { name: '[Content_Types].xml', bytes: '<?xml version="1.0"?><Types/>' },
    { name: '_rels/.rels', bytes: relations([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      bytes: `<workbook xmlns:r="r"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${xml(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: relations([
        ...sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
        ['rIdS', 'sharedStrings', 'sharedStrings.xml'],
        ['rIdT', 'styles', '/xl/styles.xml'],
      ]),
    },
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, bytes: sheetXml(sheet, strings) })),
    { name: 'xl/styles.xml', bytes: stylesXml() },
    {
      name: 'xl/sharedStrings.xml',
      bytes: `<sst>${[...strings.keys()]
        .map((text) => `<si><t xml:space="preserve">${xml(text)}</t></si>`)
        .join('')}</sst>`,
    },
  ]
  return zipOf(parts.map((part) => replaced.find(({ name }) => name === part.name) ?? part))
}

const relations = (all: readonly (readonly [string, string, string])[]) =>
  `<Relationships>${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="http://x/relationships/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const stylesXml = () =>
  `<styleSheet><numFmts>${FORMATS.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${xml(code)}"/>`).join(
    '',
  )}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 14, 164, 165, 166, 167, 168]
    .map((id) => `<xf numFmtId="${id}"/>`)
    .join('')}</cellXfs></styleSheet>`

function sheetXml({ rows, hidden = [] }: Sheet, strings: Map<string, number>): string {
  const numberOf = (text: string) => {
    if (!strings.has(text)) strings.set(text, strings.size)
    return strings.get(text)
  }
  const cellXml = (cell: Cell, place: string): string => {
    if (cell === null) return ''
    if (typeof cell === 'string') return `<c r="${place}" t="s"><v>${numberOf(cell)}</v></c>`
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
    if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
    const { v, t, s, f } = cell
    const value = t === 'inlineStr' ? `<is><t>${v}</t></is>` : v === undefined ? '' : `<v>${v}</v>`
    const attributes = `${t ? ` t="${t}"` : ''}${s === undefined ? '' : ` s="${s}"`}`
    return `<c r="${place}"${attributes}>${f === undefined ? '' : `<f>${xml(f)}</f>`}${value}</c>`
  }
  const rowsXml = rows.map((cells, i) => {
    const number = i + 1
    const inside = cells.map((cell, column) => cellXml(cell, `${letters(column)}${number}`)).join('')
    return inside && `<row r="${number}"${hidden.includes(number) ? ' hidden="1"' : ''}>${inside}</row>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>${rowsXml.join('')}</sheetData></worksheet>`
}

/** A, B, … Z, AA, … of a column from 0. */
export const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

const xml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
