import { openUpload } from '../../identity/uploads'
import type { AppContext } from '../../platform/app-context'
import { openTable } from '../../platform/sheets/open-table'
import type { Table } from '../../platform/sheets/table'
import { type Result, refuse } from '../../protocol/refusal'
import { type Asked, chosenBy } from './chosen'

/** Opens the file of an import as somebody wants it read. Refusals: `file_gone`, and those of `openTable`. */
export async function tableOf(context: AppContext, importId: string, asked: Asked): Promise<Result<Table>> {
  const source = await openUpload(context.vault, importId)
  if (!source) return refuse('file_gone')
  const table = await openTable(source, chosenBy(asked, []))
  if (!table.ok || asked.sheet === null) return table
  const { sheets, sheet } = table.value.guess
  const chosen = chosenBy(asked, sheets)
  return chosen.sheet && chosen.sheet !== sheet ? openTable(source, chosen) : table
}
