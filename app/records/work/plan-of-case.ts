import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import type { Piece } from '../../protocol/planner/piece'
import { plan } from '../../protocol/planner/plan'
import { type PieceState, stateOf } from '../../protocol/planner/state'
import { warnedDays } from '../../protocol/waves'
import { WORK_OF } from '../../protocol/work'
import { coursesOf } from './courses'

/** A piece of the plan of a case, and where it stands today. */
export type StandingPiece = Piece & { readonly state: PieceState }

/**
 * All that was, is and will be to be done about a case as its facts say now, in the order of its days; of it what the role sees.
 * Empty for a case that the study has not.
 */
export async function planOfCase(
  db: StudyDb,
  { study, today }: Pick<Occasion, 'study' | 'today'>,
  { registrationId, role }: { readonly registrationId: string; readonly role: keyof typeof WORK_OF },
): Promise<StandingPiece[]> {
  const { protocol } = study
  const courses = await coursesOf(db, study, [registrationId])
  return courses
    .flatMap((course) => plan(protocol, course))
    .filter(({ kind }) => WORK_OF[role].includes(kind))
    .map((piece) => ({ ...piece, state: stateOf(piece, today, warnedDays(protocol)) }))
    .sort((a, b) => (a.opens + a.due < b.opens + b.due ? -1 : 1))
}
