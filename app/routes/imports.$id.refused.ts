import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { noteRefusedTaken } from '../identity/file-looks'
import { openUpload } from '../identity/uploads'
import { openTable } from '../platform/sheets/open-table'
import type { Chosen } from '../platform/sheets/table'
import { nothingHere } from './gate/enter'
import { opened } from './imports.$id._index/opened'
import { refusedCsv } from './imports.$id._index/refused-csv'

/** The refused rows as a file to be mended and handed in again, while the file itself is there; that they left is written down. */
export async function loader(call: LoaderFunctionArgs) {
  const { context, occasion, found, language } = await opened('/imports/:id/refused', call)
  const over = found.state === 'checked' || found.state === 'done'
  const source = over ? await openUpload(context.vault, found.id) : null
  const table = source ? await openTable(source, (found.reading?.chosen ?? {}) as Chosen) : null
  if (!table?.ok) throw nothingHere()
  await noteRefusedTaken(context.vault, occasion, { importId: found.id, rows: found.refusedCount })
  const lines = refusedCsv(context.databases.study, found.id, { table: table.value, language })
  return new Response(createReadableStreamFromReadable(Readable.from(lines)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="koppel-refused-${found.kind}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
