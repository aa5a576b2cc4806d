import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { type Day, day, fromColumn } from '../../protocol/day'
import { folded } from '../../protocol/extract/folded'

/** A source of follow-up, as its last file has it, and up to which day its files know the register. */
export type KnownSource = {
  readonly source: string
  /** Null once events of its last file were erased: what it did not tell says nothing any more, until another one comes. */
  readonly knownTo: Day | null
  /** The last file that was taken in, and the day on which. */
  readonly importId: string
  readonly importedOn: Day
}

/** The sources whose files were taken in, the one that knows least far first. */
export async function sourcesKnown(db: StudyDb, studyId: string): Promise<KnownSource[]> {
  const files = await db.intakeImport.findMany({
    where: { studyId, kind: 'followup', state: 'done', knownTo: { not: null } },
    orderBy: { id: 'asc' },
    select: { id: true, source: true, knownTo: true, begunOn: true, erased: true, rows: true, refusedCount: true },
  })
  const bySource = new Map<string, KnownSource>()
  for (const { id, source, knownTo, begunOn, erased, rows, refusedCount } of files) {
    // a file of which nothing could be taken in tells nothing, not even that nothing happened
    if (rows > 0 && refusedCount >= rows) continue
    const name = source ?? ''
    const before = bySource.get(folded(name))
    const lost = (erased ?? 0) > 0
    const to =
      [before?.knownTo, knownTo && fromColumn(knownTo)]
        .filter((one) => one != null)
        .sort()
        .at(-1) ?? null
    bySource.set(folded(name), {
      source: name,
      knownTo: lost ? null : to,
      importId: id,
      importedOn: fromColumn(begunOn),
    })
  }
  return [...bySource.values()].sort((a, b) => ((a.knownTo ?? '') < (b.knownTo ?? '') ? -1 : 1))
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
