import type { StudyDb } from '../platform/database'
import type { Occasion } from '../platform/occasion'
import type { ExtractKind } from '../protocol/extract/extract'
import { done, type Result, refuse } from '../protocol/refusal'
import { change } from './change'

/** Says that a file is of another kind than was guessed. Refused (`import_elsewhere`) once somebody had it looked through. */
export function chooseKind(
  db: StudyDb,
  occasion: Occasion,
  { importId, kind }: { readonly importId: string; readonly kind: ExtractKind },
): Promise<Result<null>> {
  const what = { verb: 'choose_import_kind', subject: 'import', subjectId: importId, details: { kind } }
  return change(db, occasion, what, async (tx) => {
    const { count } = await tx.intakeImport.updateMany({
      where: { id: importId, studyId: occasion.study.id, state: 'received' },
      data: { kind },
    })
    return count === 1 ? done(null) : refuse('import_elsewhere')
  })
}
