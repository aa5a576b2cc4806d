import type { StudyDb, StudyTx } from '../../platform/database'
import type { StudyRef } from '../../platform/occasion'
import { type Day, fromColumn } from '../../protocol/day'
import type { Perspective, Words } from '../../protocol/study'

/** A published version of an instrument; one of the protocol has no day and no source. */
type Version = {
  readonly name: string
  readonly version: number
  readonly perspective: Perspective
  readonly title: Words
  readonly questions: number
  readonly source: string | null
  readonly publishedOn: Day | null
}

/** All versions of all instruments of a study, or of one name: by name, the newest first. */
export async function versionsOf(db: StudyDb | StudyTx, study: StudyRef, name?: string): Promise<Version[]> {
  const rows = await db.$queryRaw<(Omit<Version, 'publishedOn'> & { publishedOn: Date })[]>`
    SELECT name, version, perspective, definition -> 'title' AS title, source, published_on AS "publishedOn",
           jsonb_array_length(definition -> 'items') AS questions
      FROM study.instrument
     WHERE study_id = ${study.id}::uuid AND (${name ?? null}::text IS NULL OR name = ${name ?? null})`
  const own = study.protocol.instruments.filter((instrument) => name === undefined || instrument.name === name)
  const all: Version[] = [
    ...own.map(({ items, version, perspective, title, ...rest }) => ({
      name: rest.name,
      version,
      perspective,
      title,
      questions: items.length,
      source: null,
      publishedOn: null,
    })),
    ...rows.map((row) => ({ ...row, publishedOn: fromColumn(row.publishedOn) })),
  ]
  return all.sort((one, other) =>
    one.name < other.name ? -1 : one.name > other.name ? 1 : other.version - one.version,
  )
}
