import { type Result, refuse } from '../../protocol/refusal'
import type { Chosen, Source, Table } from './table'
import { tableOf } from './table-of'
import { Damaged } from './workbook/damaged'
import { partsOf } from './workbook/parts'
import { sheetRows } from './workbook/sheet-rows'
import { sharedStrings } from './workbook/strings'
import { stylesOf } from './workbook/styles'
import { entryOf, openZip, textOfPart, type Zip } from './workbook/zip'

/**
 * A sheet of an .xlsx as a table: the one chosen by name, else the first that is not hidden. Refusals: `zip_not_xlsx`,
 * `unknown_sheet`, `xlsx_unfolds_too_far`, those of `openZip` and of `tableOf`.
 */
export async function workbookTable(source: Source, chosen: Chosen): Promise<Result<Table>> {
  const zip = await openZip(source)
  if (!zip.ok) return zip
  try {
    return await sheetIn(zip.value, chosen.sheet)
  } catch (error) {
    if (error instanceof Damaged) return refuse(error.code)
    throw error
  }
}

async function sheetIn(zip: Zip, wanted: string | null | undefined): Promise<Result<Table>> {
  const parts = await partsOf(zip)
  if (!parts) return refuse('zip_not_xlsx')
  const sheet = wanted ? parts.sheets.find(({ name }) => name === wanted) : parts.sheets[0]
  if (!sheet) return refuse(wanted ? 'unknown_sheet' : 'file_empty')
  const { strings = '', styles = '', from1904 } = parts
  // said of the file as a whole, before any row
  if (!entryOf(zip, sheet.part, 'sheet')) return refuse('workbook_damaged')
  const workbook = {
    strings: await sharedStrings(textOfPart(zip, strings)),
    styles: await stylesOf(textOfPart(zip, styles)),
    from1904,
  }
  const sheets = parts.sheets.map(({ name }) => name)
  const guess = { format: 'xlsx', encoding: null, delimiter: null, sheet: sheet.name, sheets } as const
  return tableOf(guess, () => sheetRows(textOfPart(zip, sheet.part, 'sheet'), workbook), 'filled')
}
