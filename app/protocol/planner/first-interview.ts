import type { Course } from './course'
import { because, ends, type Rule } from './piece'

/**
 * A client who was approached is to be interviewed: on the day that was planned, at the next talk that was told, else as soon as
 * there is a pair (§3).
 */
export const firstInterviewWork: Rule = ({ waves: [first] }, course) => {
  if (!first || !course.pair) return []
  const held = course.waves[first.name]?.client
  const ended = ends('done', 'interview_held', held?.openedOn) ?? ends('dropped', 'pair_ended', course.pair.unboundOn)
  return [
    {
      kind: 'interview',
      wave: first.name,
      opens: course.pair.boundOn,
      closes: null,
      ...dayOf(course, course.pair),
      ended,
    },
  ]
}

/** The day by which it goes, and which fact says so. */
function dayOf({ contacts }: Course, { plannedOn, sinceOn, boundOn }: NonNullable<Course['pair']>) {
  if (plannedOn) return { due: plannedOn, because: because('talk_planned', plannedOn) }
  const told = contacts.at(-1)
  if (told?.nextContactOn) return { due: told.nextContactOn, because: because('talk_told', told.reportedOn) }
  return { due: sinceOn, because: because('pair_bound', boundOn) }
}
