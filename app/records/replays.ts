import { now } from '../platform/clock'
import type { StudyDb } from '../platform/database'
import { newId } from '../platform/id'
import type { Occasion } from '../platform/occasion'
import { type Day, fromColumn, toColumn } from '../protocol/day'
import { done, type Result } from '../protocol/refusal'
import { change } from './change'

/** A cohort being replayed into a study: which files, and how far it came. */
export type Replay = {
  readonly id: string
  readonly studyId: string
  readonly digest: string
  readonly folder: string
  readonly playedTo: Day | null
  readonly lastOn: Day
  readonly finished: boolean
}

/** A row that was refused: where, which column, and why as a code; never the value, which may be a name. */
export type RefusedRow = {
  readonly file: string
  readonly line: number
  readonly column: string
  readonly code: string
}

/** The replay of these files, or the one of this study; null when there is none. */
export async function replayOf(db: StudyDb, which: { digest: string } | { studyId: string }): Promise<Replay | null> {
  const row = await db.replay.findUnique({ where: which })
  return (
    row && {
      ...row,
      playedTo: row.playedTo && fromColumn(row.playedTo),
      lastOn: fromColumn(row.lastOn),
      finished: row.finishedAt !== null,
    }
  )
}

/** Begins a replay: which files, and the rows of theirs that could not be read. */
export function beginReplay(
  db: StudyDb,
  occasion: Occasion,
  { refused, ...begun }: { digest: string; folder: string; lastOn: Day; refused: readonly RefusedRow[] },
): Promise<Result<null>> {
  const replayId = newId()
  const what = { verb: 'begin_replay', subject: 'replay', subjectId: replayId, details: { refused: refused.length } }
  return change(db, occasion, what, async (tx) => {
    await tx.replay.createMany({
      data: { id: replayId, studyId: occasion.study.id, ...begun, lastOn: toColumn(begun.lastOn) },
      skipDuplicates: true,
    })
    await tx.replayRefusal.createMany({ data: refused.map((row) => ({ replayId, ...row })), skipDuplicates: true })
    return done(null)
  })
}

/**
 * Notes that a day was played to its end: the study's clock stands on it (the target moves along when the day passes
 * it), and so does its replay, which is finished when this was the last day of the files. Neither ever goes back.
 */
export function dayPlayed(db: StudyDb, occasion: Occasion, { finished }: { finished: boolean }): Promise<Result<null>> {
  const { study, today } = occasion
  const what = { verb: 'play_day', subject: 'study', subjectId: study.id }
  return change(db, occasion, what, async (tx) => {
    await tx.$executeRaw`
      WITH played AS (
        UPDATE study.replay SET played_to = ${today}::date, finished_at = ${finished ? now() : null}
         WHERE study_id = ${study.id}::uuid AND (played_to IS NULL OR played_to < ${today}::date)
      )
      INSERT INTO study.clock (study_id, today, target) VALUES (${study.id}::uuid, ${today}::date, ${today}::date)
      ON CONFLICT (study_id) DO UPDATE SET today = greatest(clock.today, excluded.today),
                                           target = greatest(clock.target, excluded.today)`
    return done(null)
  })
}

/** Keeps a refused row with its place and reason; the same row again stays one. */
export function noteRefusedRow(db: StudyDb, occasion: Occasion, row: RefusedRow): Promise<Result<null>> {
  const what = { verb: 'refuse_row', subject: 'study', subjectId: occasion.study.id, details: { ...row } }
  return change(db, occasion, what, async (tx) => {
    const { id: replayId } = await tx.replay.findUniqueOrThrow({
      where: { studyId: occasion.study.id },
      select: { id: true },
    })
    await tx.replayRefusal.createMany({ data: { replayId, ...row }, skipDuplicates: true })
    return done(null)
  })
}

/** The refused rows of a study's replay, by file and line. */
export const refusedRows = (db: StudyDb, studyId: string): Promise<RefusedRow[]> =>
  db.replayRefusal.findMany({
    where: { replay: { studyId } },
    orderBy: [{ file: 'asc' }, { line: 'asc' }],
    select: { file: true, line: true, column: true, code: true },
  })
