import { openUpload } from '../../app/identity/uploads'
import type { Occasion } from '../../app/platform/occasion'
import { openTable } from '../../app/platform/sheets/open-table'
import type { Chosen, SheetRow } from '../../app/platform/sheets/table'
import { checkMapping } from '../../app/protocol/extract/check'
import type { Extract, Mapping } from '../../app/protocol/extract/extract'
import { type RowRead, readerOf } from '../../app/protocol/extract/reader'
import { done, type Result, refuse } from '../../app/protocol/refusal'
import type { IntakeImport } from '../../app/records/imports'
import type { Desk } from '../desk'

/** A file whose rows can be read by what was said of its columns. */
export type OpenedFile = {
  readonly extract: Extract
  readonly mapping: Mapping
  readonly rows: AsyncIterable<SheetRow>
  readonly read: (cells: readonly string[]) => Result<RowRead>
}

/**
 * Opens the file of an import. Refusals are about the file as a whole: it has gone (`file_gone`), its kind is none of the
 * study's (`unknown_kind`), and those of `openTable` and `checkMapping`. Days lie after today by the day on which the import
 * began: what is gone on with after midnight reads every row as before.
 */
export async function openedFile(desk: Desk, { study }: Occasion, found: IntakeImport): Promise<Result<OpenedFile>> {
  const extract = study.protocol.extracts.find(({ kind }) => kind === found.kind)
  if (!extract || !found.reading) return refuse('unknown_kind')
  const { mapping, chosen } = found.reading
  const source = await openUpload(desk.vault, found.id)
  if (!source) return refuse('file_gone')
  const table = await openTable(source, chosen as Chosen)
  if (!table.ok) return table
  const { header, rows } = table.value
  const [against] = checkMapping(extract, header, mapping)
  if (against) return refuse(against.code, against)
  return done({ extract, mapping, rows, read: readerOf(extract, mapping, header, found.begunOn) })
}

/** The heading of a field of a file: where a refusal about it stands. Ids that verbs speak of stand in the column of their number. */
export function headingOf({ mapping }: Pick<OpenedFile, 'mapping'>, field: string | undefined): string {
  const name = NUMBERS[field ?? ''] ?? field ?? ''
  return mapping.columns[name] ?? ''
}
const NUMBERS: Readonly<Record<string, string>> = {
  supervision: 'supervision_number',
  client: 'client_number',
  supervisor: 'supervisor_number',
}
