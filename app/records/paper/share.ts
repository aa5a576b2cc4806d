import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { toColumn } from '../../protocol/day'
import { done, type Result, refuse } from '../../protocol/refusal'
import { change } from '../change'

/** Of a hundred papers, how many are typed in twice; none while nobody said so. */
export async function secondEntryShare(db: StudyDb | StudyTx, studyId: string): Promise<number> {
  const row = await db.secondEntryShare.findFirst({ where: { studyId }, orderBy: { seq: 'desc' } })
  return row?.percent ?? 0
}

/** Says how many of a hundred papers are typed in twice from now on. Refused outside 0 to 100. */
export function setSecondEntryShare(db: StudyDb, occasion: Occasion, percent: number): Promise<Result<null>> {
  const { id: studyId } = occasion.study
  const what = { verb: 'set_second_entry', subject: 'study', subjectId: studyId, details: { percent } }
  return change(db, occasion, what, async (tx) => {
    if (!Number.isInteger(percent) || percent < 0 || percent > 100)
      return refuse('out_of_range', { field: 'percent', min: 0, max: 100 })
    const last = await tx.secondEntryShare.findFirst({ where: { studyId }, orderBy: { seq: 'desc' } })
    const row = { studyId, seq: (last?.seq ?? 0) + 1, percent, setOn: toColumn(occasion.today) }
    const { count } = await tx.secondEntryShare.createMany({ data: row, skipDuplicates: true })
    return count === 1 ? done(null) : refuse('changed_meanwhile')
  })
}
