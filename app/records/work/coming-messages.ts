import type { StudyDb } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { messages, type PlannedMessage } from '../../protocol/planner/messages'
import { coursesOf } from './courses'

/**
 * What will be sent about a case from today on, as its facts say now, in the order of its days; empty for a case that the study has
 * not. A warning is not given twice, whatever came after it.
 */
export async function comingMessages(
  db: StudyDb,
  { study, today }: Pick<Occasion, 'study' | 'today'>,
  registrationId: string,
): Promise<PlannedMessage[]> {
  const courses = await coursesOf(db, study, [registrationId])
  const warned = await db.mailLine.findMany({
    where: { registrationId, kind: 'closing_warning', state: { not: 'cancelled' } },
    select: { wave: true, round: true },
  })
  return courses
    .flatMap((course) => messages(study.protocol, course))
    .filter(({ on, needless }) => needless === null && on >= today)
    .filter(
      ({ kind, wave, round }) =>
        kind !== 'closing_warning' || !warned.some((one) => one.wave === wave && one.round === round),
    )
    .sort((a, b) => (a.on < b.on ? -1 : 1))
}
