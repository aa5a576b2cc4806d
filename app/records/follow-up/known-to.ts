import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Day, day, fromColumn } from '../../protocol/day'
import { folded } from '../../protocol/extract/folded'

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
 * The sources whose files were taken in, the one that knows least far first. A file of which nothing could be taken in tells
 * nothing, not even that nothing happened. Once events of a file were erased, only what came after that day says anything.
 */
export async function sourcesKnown(db: StudyDb, studyId: string): Promise<KnownSource[]> {
  const files = await db.intakeImport.findMany({
    where: { studyId, kind: 'followup', state: 'done', knownTo: { not: null } },
    orderBy: { id: 'asc' },
    select: SAID,
  })
  const bySource = new Map<string, File[]>()
  for (const { knownTo, deleteBy, begunOn, ...file } of files) {
    if (file.rows > 0 && file.refusedCount >= file.rows) continue
    const days = {
      knownTo: fromColumn(knownTo as Date),
      goes: deleteBy && fromColumn(deleteBy),
      begunOn: fromColumn(begunOn),
    }
    const name = folded(file.source ?? '')
    bySource.set(name, [...(bySource.get(name) ?? []), { ...file, ...days }])
  }
  return [...bySource.values()].map(knownBy).sort((a, b) => ((a.knownTo ?? '') < (b.knownTo ?? '') ? -1 : 1))
}

const SAID = {
  ...{ id: true, source: true, knownTo: true, deleteBy: true },
  ...{ begunOn: true, erased: true, rows: true, refusedCount: true },
} as const

type File = {
  readonly id: string
  readonly source: string | null
  readonly knownTo: Day
  readonly goes: Day | null
  readonly begunOn: Day
  readonly erased: number | null
}

function knownBy(files: readonly File[]): KnownSource {
  const last = files.at(-1) as File
  const lost = files.flatMap(({ erased, goes }) => ((erased ?? 0) > 0 && goes ? goes : [])).sort()
  const since = lost.at(-1)
  const saying = files.filter(({ begunOn }) => since === undefined || begunOn > since)
  const knownTo =
    saying
      .map((file) => file.knownTo)
      .sort()
      .at(-1) ?? null
  return { source: last.source ?? '', knownTo, importId: last.id, importedOn: last.begunOn }
}

/** Before anybody's supervision began: of a register that is not known no period is over. */
const NOTHING = day('1900-01-01')

/**
 * The day up to which the register is known: "no event" up to it means that none happened (protocol §5). Of several sources
 * it is the one that knows least far. Without any file it is taken as known up to the study's day, as a replay tells it.
 */
export async function followedTo(db: StudyDb, { study, today }: Pick<Occasion, 'study' | 'today'>): Promise<Day> {
  const [least] = await sourcesKnown(db, study.id)
  return least ? (least.knownTo ?? NOTHING) : today
}
