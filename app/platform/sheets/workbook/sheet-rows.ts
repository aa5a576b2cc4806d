import { LONGEST_ROW, MOST_COLUMNS, type SheetRow } from '../table'
import { Damaged } from './damaged'
import { numberText } from './numbers'
import { StringText } from './strings'
import type { Shown } from './styles'
import { type Attributes, Xml } from './xml'

/** What the cells of a sheet need of their workbook. */
export type Workbook = {
  readonly strings: readonly string[]
  readonly styles: readonly Shown[]
  readonly from1904: boolean
}

/**
 * The rows of a sheet, hidden ones too, under the numbers that they have in the workbook. A formula is the value that was
 * saved with it and is never worked out; an error in a cell is its own text, as #N/A. Where a sheet cannot be read
 * further, the last row says so (`rest_unreadable`).
 */
export async function* sheetRows(texts: AsyncIterable<string>, workbook: Workbook): AsyncGenerator<SheetRow> {
  const sheet = new Sheet(workbook)
  try {
    for await (const text of texts) {
      sheet.xml.push(text)
      yield* sheet.taken()
    }
    sheet.xml.end()
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
    yield* sheet.taken()
    yield { line: sheet.next, code: 'rest_unreadable', raw: [] }
    return
  }
  yield* sheet.taken()
}

class Sheet {
  /** The row that is next to come, or that was begun. */
  next = 1
  private line = 0
  private rows: SheetRow[] = []
  private cells: string[] = []
  private length = 0
  private at = -1
  private cell: Attributes = {}
  private value = ''
  private within: 'value' | 'inline' | null = null
  private readonly inline = new StringText()

  constructor(private readonly workbook: Workbook) {}

  readonly xml = new Xml({
    open: (name, attributes) => this.open(name, attributes),
    text: (text) => {
      if (this.within === 'value') this.value += text
      if (this.within === 'inline') this.inline.text(text)
    },
    close: (name) => this.close(name),
  })

  /** The rows since the last time. */
  taken(): readonly SheetRow[] {
    const { rows } = this
    this.rows = []
    return rows
  }

  private open(name: string, attributes: Attributes): void {
    if (this.within === 'inline') this.inline.open(name)
    else if (name === 'row') {
      // two rows of one number, or numbers that go back: each row has a line of its own
      this.line = Math.max(whole(attributes.r) ?? this.next, this.next)
      this.next = this.line
      this.cells = []
      this.length = 0
      this.at = -1
    } else if (name === 'c') {
      this.cell = attributes
      this.value = ''
      this.at = columnOf(attributes.r) ?? this.at + 1
    } else if (name === 'v') this.within = 'value'
    else if (name === 'is') this.within = 'inline'
  }

  private close(name: string): void {
    if (name === 'is' || name === 'v') {
      if (name === 'is') this.value = this.inline.taken()
      this.within = null
    } else if (this.within === 'inline') this.inline.close(name)
    else if (name === 'c') this.put(textOf(this.cell, this.value, this.workbook))
    else if (name === 'row') {
      const { line, cells } = this
      this.rows.push(this.length > LONGEST_ROW ? { line, code: 'row_too_long', raw: [] } : { line, cells })
      this.next = line + 1
    }
  }

  private put(text: string): void {
    if (text === '') return
    // what stands too far to the right is not lost: it makes the row too wide
    const at = Math.min(this.at, MOST_COLUMNS)
    while (this.cells.length <= at) this.cells.push('')
    this.cells[at] = text
    this.length += text.length
  }
}

function textOf({ t: type = 'n', s: style }: Attributes, value: string, workbook: Workbook): string {
  if (type === 's') return workbook.strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value
  if (type !== 'n' || value === '') return value
  return numberText(value, workbook.styles[Number(style ?? 0)] ?? 'number', workbook.from1904)
}

const whole = (text: string | undefined): number | undefined =>
  /^\d{1,7}$/.test(text ?? '') ? Number(text) : undefined

/** The column of a place such as B12, from 0. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(place ?? '')?.[1]
  if (!letters) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
