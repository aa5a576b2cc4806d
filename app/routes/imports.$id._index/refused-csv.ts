import { csvCells } from '../../exports/csv'
import type { Language } from '../../i18n/language'
import { importing } from '../../i18n/words/import-pages'
import type { StudyDb } from '../../platform/database'
import type { Table } from '../../platform/sheets/table'
import { type RefusedLine, refusedLines } from '../../records/import-refusals'
import { rowSentence } from './row-sentence'

/** Refused lines that are asked for at once. */
const AT_ONCE = 1_000
/** Characters that leave together. */
const TOGETHER = 64 * 1024
// spreadsheets take a CSV for UTF-8 when it says so
const MARK = '\ufeff'

/**
 * The refused rows of a file as they stood in it, each with why: the columns of the file and one more. That column of an
 * earlier such file is left out, so that refused rows can go round more than once.
 */
export async function* refusedCsv(
  db: StudyDb,
  importId: string,
  { table, language }: { readonly table: Table; readonly language: Language },
): AsyncGenerator<string> {
  const ours: readonly string[] = Object.values(importing.whyRefused)
  const kept = table.header.flatMap((heading, at) => (ours.includes(heading) ? [] : [at]))
  const delimiter = table.guess.delimiter ?? ';'
  const lineOf = (cells: readonly string[], why: string) =>
    csvCells([...kept.map((at) => cells[at] ?? ''), why], delimiter)
  let text = MARK + lineOf(table.header, importing.whyRefused[language])
  const refused = eachRefused(db, importId)
  let next = await refused.next()
  for await (const row of table.rows) {
    while (!next.done && next.value.line < row.line) next = await refused.next()
    if (next.done) break
    if (next.value.line !== row.line) continue
    const { column, code } = next.value
    const why = rowSentence(language, code)
    text += lineOf('cells' in row ? row.cells : [], column === '' ? why : `${column}: ${why}`)
    if (text.length < TOGETHER) continue
    yield text
    text = ''
  }
  yield text
}

async function* eachRefused(db: StudyDb, importId: string): AsyncGenerator<RefusedLine> {
  for (let after: number | null = 0; after !== null; ) {
    const page: { items: RefusedLine[]; next: number | null } = await refusedLines(db, importId, {
      after,
      limit: AT_ONCE,
    })
    yield* page.items
    after = page.next
  }
}
