import type { StudyDb } from '../platform/database'

/** A row that was refused: its line, the heading of its column, and a code of the catalogue; never the value. */
export type RefusedLine = { readonly line: number; readonly column: string; readonly code: string }

/** The refused rows of an import, by line, a page at a time; `after` is the last line of the page before. */
export async function refusedLines(
  db: StudyDb,
  importId: string,
  { after = 0, limit }: { readonly after?: number; readonly limit: number },
): Promise<{ items: RefusedLine[]; next: number | null }> {
  const rows = await db.importRefusal.findMany({
    where: { importId, line: { gt: after } },
    orderBy: { line: 'asc' },
    take: limit + 1,
    select: { line: true, column: true, code: true },
  })
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.line ?? null) : null }
}
