import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Day, fromColumn, toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'

/** A file of the register whose day of erasing comes: how many events are kept under it. */
export type FileOver = { readonly importId: string; readonly due: Day; readonly events: number }

/** The files whose day is there by this one, and of which nothing was erased yet; the first to be due first. */
export async function registerFilesOver(db: StudyDb, studyId: string, until: Day): Promise<FileOver[]> {
  const files = await db.intakeImport.findMany({
    where: { studyId, deleteBy: { lte: toColumn(until) }, erased: null },
    orderBy: [{ deleteBy: 'asc' }, { id: 'asc' }],
    select: { id: true, deleteBy: true },
  })
  const counted = await db.registerEvent.groupBy({
    by: ['importId'],
    where: { importId: { in: files.map(({ id }) => id) } },
    _count: true,
  })
  const events = new Map(counted.map(({ importId, _count }) => [importId, _count]))
  return files.flatMap(({ id, deleteBy }) =>
    deleteBy ? [{ importId: id, due: fromColumn(deleteBy), events: events.get(id) ?? 0 }] : [],
  )
}

/** Erases what a file told, on its day; gives how many events. Refused (`already_done`) before that day, and twice. */
export function eraseRegisterFile(db: StudyDb, occasion: Occasion, importId: string): Promise<Result<number>> {
  const { study, today } = occasion
  const what = { verb: 'erase_register_file', subject: 'import', subjectId: importId }
  return change(db, occasion, what, async (tx) => {
    const where = { id: importId, studyId: study.id, deleteBy: { lte: toColumn(today) }, erased: null }
    if ((await tx.intakeImport.count({ where })) === 0) return refuse('already_done')
    const [row] = await tx.$queryRaw<{ gone: number }[]>`
      SELECT study.erase_told(${importId}::uuid, ${today}::date) AS gone`
    return done(row?.gone ?? 0)
  })
}

/** What was erased since a day: on which day, and how many events of a file. */
export async function registerFilesErased(
  db: StudyDb,
  studyId: string,
  since: Day,
): Promise<{ readonly day: Day; readonly count: number }[]> {
  const rows = await db.$queryRaw<{ day: Date; count: number }[]>`
    SELECT a.day, i.erased AS count FROM audit.entry a JOIN study.intake_import i ON i.id = a.subject_id
     WHERE a.study_id = ${studyId}::uuid AND a.verb = 'erase_register_file' AND a.day >= ${since}::date AND i.erased > 0
     ORDER BY a.day, a.id`
  return rows.map(({ day, count }) => ({ day: fromColumn(day), count }))
}
