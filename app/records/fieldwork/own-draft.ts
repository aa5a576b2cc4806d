import type { StudyDb, StudyTx } from '../../platform/database'
import type { Part } from '../entries/draft'
import type { Standing } from '../entries/standing'

/**
 * The part of a draft that the pages of an interview hand in next. They have one draft an interview, under the interview's own
 * id: what they change is put to what stands, so that two windows of one browser are no conflict. When a device's draft stands, they
 * go on from it only if it is what the page was made from (`seen`, as `seenOf` wrote it); else theirs lies aside.
 */
export async function nextPart(
  db: StudyDb | StudyTx,
  measurementId: string,
  { base }: Pick<Standing, 'base'>,
  seen: string,
): Promise<Part & { readonly base: Part | null }> {
  const last = await db.entry.aggregate({ where: { draftId: measurementId }, _max: { draftSeq: true } })
  const part = { draftId: measurementId, draftSeq: (last._max.draftSeq ?? 0) + 1 }
  const ours = base === null || base.draftId === measurementId
  return { ...part, base: ours || seenOf({ base }) === seen ? base : null }
}

/** What stood when a page was made, as it is written into its form. */
export const seenOf = ({ base }: Pick<Standing, 'base'>): string => (base ? `${base.draftId}.${base.draftSeq}` : '')
