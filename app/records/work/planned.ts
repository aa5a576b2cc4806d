import type { StudyRef } from '../../platform/occasion'
import type { Course } from '../../protocol/planner/course'
import type { Piece } from '../../protocol/planner/piece'
import { plan } from '../../protocol/planner/plan'

/** What is to be done about a case, as a row of `study.work`: a piece that has not ended. */
export type PlannedRow = Pick<Piece, 'kind' | 'wave' | 'opens' | 'due' | 'closes'> & {
  readonly registrationId: string
  readonly fact: string
  readonly factOn: Piece['because']['on']
}

/** The work of these cases that has not ended. */
export const plannedRows = ({ protocol }: StudyRef, courses: readonly Course[]): PlannedRow[] =>
  courses.flatMap((course) =>
    plan(protocol, course)
      .filter(({ ended }) => ended === null)
      .map(({ kind, wave, opens, due, closes, because }) => ({
        ...{ registrationId: course.registrationId, kind, wave, opens, due, closes },
        fact: because.fact,
        factOn: because.on,
      })),
  )
