import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import { toColumn } from '../protocol/day'
import type { ExtractKind, Mapping } from '../protocol/extract/extract'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'

/** What the columns of somebody's files mean, kept under a name for the next one. */
export type NamedMapping = { readonly name: string; readonly mapping: Mapping }

/** Longer names tell nobody more. */
const LONGEST_NAME = 60

/** Keeps a mapping under a name, in the place of one that had it. Refused (`required`, `too_long`) by the name. */
export function saveMapping(
  db: StudyDb,
  occasion: Occasion,
  { kind, name, mapping }: NamedMapping & { readonly kind: ExtractKind },
): Promise<Result<null>> {
  const short = name.trim()
  const what = { verb: 'save_mapping', subject: 'study', subjectId: occasion.study.id, details: { kind } }
  return change(db, occasion, what, async (tx) => {
    if (short === '') return refuse('required', { field: 'name' })
    if (short.length > LONGEST_NAME) return refuse('too_long', { field: 'name', max: LONGEST_NAME })
    const studyId = occasion.study.id
    const kept = { mapping, savedOn: toColumn(occasion.today) }
    await tx.importMapping.upsert({
      where: { studyId_kind_name: { studyId, kind, name: short } },
      create: { studyId, kind, name: short, ...kept },
      update: kept,
    })
    return done(null)
  })
}

/** The mappings that were kept for files of a kind, by name. */
export async function mappingsOf(db: StudyDb, studyId: string, kind: ExtractKind): Promise<NamedMapping[]> {
  const rows = await db.importMapping.findMany({ where: { studyId, kind }, orderBy: { name: 'asc' } })
  return rows.map(({ name, mapping }) => ({ name, mapping: mapping as Mapping }))
}

/** The mapping of this name; null when there is none. */
export const mappingNamed = async (
  db: StudyDb,
  studyId: string,
  kind: ExtractKind,
  name: string,
): Promise<Mapping | null> => (await mappingsOf(db, studyId, kind)).find((one) => one.name === name)?.mapping ?? null
