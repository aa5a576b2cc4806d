import { registrationsNumbered } from '../../app/identity/numbers'
import type { StudyDb } from '../../app/platform/database'
import type { Occasion } from '../../app/platform/occasion'
import type { Day } from '../../app/protocol/day'
import { done, type Result, refuse } from '../../app/protocol/refusal'
import { together } from '../../app/records/change'
import { type Came, noteTaken } from '../../app/records/import-progress'
import type { RefusedLine } from '../../app/records/import-refusals'
import { noteLooked } from '../../app/records/imports-taken'
import { type ReadRow, wholeOf } from './batches'
import { headingOf } from './opened-file'
import type { Taking } from './taking'

/** Rows that are taken together: each by its own verb, all in one transaction, with how far it came. */
const AT_ONCE = 50

/** What one row tells of a case: the verb that it is. */
export type TakeRow = (
  db: StudyDb,
  occasion: Occasion,
  told: { readonly registrationId: string; readonly values: ReadRow['values'] },
) => Promise<Result<Came>>

/**
 * Takes a file in whose rows are about known cases, each by its verb, in the order of their days; or looks what it would come
 * to: the same verbs, and nothing of it stays. What is told of the past happens on its own day. Goes on after the rows that
 * were read. A file of too many rows is refused as a whole.
 */
export async function takeCases(taking: Taking, take: TakeRow, often: boolean): Promise<Result<null>> {
  const { desk, found, file, apply } = taking
  const whole = await wholeOf(file, often)
  if (!whole.ok) return whole
  const all = whole.value
  const rows = apply
    ? inOrder(all.rows, [file.extract.day])
    : inOrder(all.rows, [file.extract.number, file.extract.day])
  // what refused itself counts with the first batch
  const before = all.to - rows.length
  const taken = Math.max(0, found.read - before)
  if (found.read === 0 && before > 0) {
    const { refused, duplicates } = all
    await noteLooked(desk.study, { importId: found.id, apply, from: 0, to: before, refused, duplicates }, [])
  }
  for (let from = taken; from < rows.length && !desk.stop?.aborted; ) {
    const to = apply ? Math.min(rows.length, from + AT_ONCE) : endOfCase(rows, from + AT_ONCE, file.extract.number)
    await takeSome(taking, take, rows.slice(from, to), { from: before + from, to: before + to })
    from = to
  }
  return done(null)
}

function inOrder(rows: readonly ReadRow[], fields: readonly string[]): readonly ReadRow[] {
  const key = ({ values }: ReadRow) => fields.map((field) => String(values[field])).join('\u0000')
  return rows
    .map((row) => [key(row), row] as const)
    .sort(([a, one], [b, other]) => (a < b ? -1 : a > b ? 1 : one.line - other.line))
    .map(([, row]) => row)
}

/** The first place from this one on at which another case begins: what is only looked at is undone by batches. */
function endOfCase(rows: readonly ReadRow[], from: number, number: string): number {
  let to = Math.min(rows.length, from)
  while (to < rows.length && rows[to]?.values[number] === rows[to - 1]?.values[number]) to++
  return to
}

async function takeSome(
  { desk, occasion, found, file, apply }: Taking,
  take: TakeRow,
  rows: readonly ReadRow[],
  place: { readonly from: number; readonly to: number },
): Promise<void> {
  const { extract } = file
  const numbers = rows.map(({ values }) => String(values[extract.number]))
  const ids = await registrationsNumbered(desk.vault, occasion.study.id, [...new Set(numbers)])
  const { taken, came } = await together(desk.study, { keep: apply }, async (db, tx) => {
    const came: Came[] = []
    const refused: RefusedLine[] = []
    for (const [at, { line, values }] of rows.entries()) {
      const registrationId = ids.get(numbers[at] as string)
      const on = occasion.past ? { ...occasion, today: values[extract.day] as Day } : occasion
      const result = registrationId
        ? await take(db, on, { registrationId, values })
        : refuse('unknown_supervision', { field: 'supervision' })
      if (result.ok) came.push(result.value)
      else refused.push({ line, column: headingOf(file, result.refusal.field), code: result.refusal.code })
    }
    const taken = { importId: found.id, apply, ...place, refused, duplicates: 0 }
    if (apply) await noteTaken(tx, taken, came)
    return { taken, came }
  })
  // what was only looked at is undone with its batch, and noted after it
  if (!apply) await noteLooked(desk.study, taken, came)
}
