import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { sql } from '../../platform/sql'
import { type Day, day } from '../../protocol/day'
import { bySource, leastKnown, type RegisterFile, sourceKnows } from '../../protocol/register-known'

/** A source of follow-up, as its last file has it, and up to which day its files know the register. */
export type KnownSource = {
  readonly source: string
  /** Null once events of its files were erased: what they did not tell says nothing any more, until another one comes. */
  readonly knownTo: Day | null
  /** The last file that was taken in, and the day on which. */
  readonly importId: string
  readonly importedOn: Day
}

/**
 * Of the files `t` of a study those that tell of the register. One of which nothing could be taken in tells nothing, not even
 * that nothing happened.
 */
export const tellsOfRegister = sql`
  t.kind = 'followup' AND t.state = 'done' AND t.known_to IS NOT NULL AND (t.rows = 0 OR t.refused_count < t.rows)`

/**
 * The sources whose files were taken in, the one that knows least far first. Once events of a file were erased, only what
 * came after that day says anything.
 */
export async function sourcesKnown(db: StudyDb, studyId: string): Promise<KnownSource[]> {
  const files = await db.$queryRaw<File[]>`
    SELECT t.id, t.source, to_char(t.known_to, 'YYYY-MM-DD') AS "knownTo", to_char(t.begun_on, 'YYYY-MM-DD') AS "on",
           CASE WHEN t.erased > 0 THEN to_char(t.delete_by, 'YYYY-MM-DD') END AS "lostOn"
      FROM study.intake_import t WHERE t.study_id = ${studyId}::uuid AND ${tellsOfRegister} ORDER BY t.id`
  return bySource(files)
    .map(knownBy)
    .sort((a, b) => ((a.knownTo ?? '') < (b.knownTo ?? '') ? -1 : 1))
}

type File = RegisterFile & { readonly id: string; readonly lostOn: Day | null }

function knownBy(files: readonly File[]): KnownSource {
  const last = files.at(-1) as File
  const since = files
    .flatMap(({ lostOn }) => lostOn ?? [])
    .sort()
    .at(-1)
  const knownTo = sourceKnows(files.filter(({ on }) => since === undefined || on > since)) ?? null
  return { source: last.source, knownTo, importId: last.id, importedOn: last.on }
}

/** Before anybody's supervision began: of a register that is not known no period is over. */
const NOTHING = day('1900-01-01')

/**
 * The day up to which the register is known (see `leastKnown`): "no event" up to it means that none happened (protocol §5).
 * Without any file it is taken as known up to the study's day, as a replay tells it.
 */
export async function followedTo(db: StudyDb, { study, today }: Pick<Occasion, 'study' | 'today'>): Promise<Day> {
  const sources = await sourcesKnown(db, study.id)
  return leastKnown(sources.map(({ knownTo }) => knownTo ?? NOTHING)) ?? today
}
