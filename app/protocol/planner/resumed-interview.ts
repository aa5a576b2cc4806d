import { addDays, type Day } from '../day'
import type { StudyProtocol, Wave } from '../study'
import { anchoredBy, windowOf } from '../waves'
import type { Course } from './course'
import { unwanted } from './later-interview'
import { because, type Ended, ends, type Rule } from './piece'

/**
 * An interview that was broken off is to be taken up again (§3): at the next talk that was told since, else on the last day on which
 * it can be (see `mayGoOn`).
 */
export const resumedInterviewWork: Rule = (study, course) =>
  study.waves.flatMap((wave) => {
    const interview = course.waves[wave.name]?.client
    const opens = interview?.brokenOffOn
    if (!interview || !opens) return []
    const last = lastDay(study, course, wave, interview.openedOn)
    const closes = last && last < opens ? opens : last
    const next = course.contacts.findLast((told) => told.reportedOn >= opens)?.nextContactOn
    const ended =
      ends('missed', 'closed_as_it_was', interview.completedOn) ??
      (wave.window ? unwanted(course.waves[wave.name], opens) : tooMany(study, course, opens)) ??
      ends('missed', 'too_late', last && last < opens ? opens : null)
    const due = next ?? closes ?? opens
    const kind = 'resume' as const
    return [{ kind, wave: wave.name, opens, due, closes, because: because('broken_off', opens), ended }]
  })

/** The last day of the wave's own window; without one, the day before the first window opens that the interview anchors. */
function lastDay(study: StudyProtocol, course: Course, wave: Wave, openedOn: Day): Day | null {
  if (wave.window) {
    const anchor = course.waves[wave.window.anchor]?.client?.openedOn
    return anchor ? windowOf(wave, anchor).closes : null
  }
  const [opens] = anchoredBy(study, wave.name)
    .map((next) => windowOf(next, openedOn).opens)
    .sort()
  return opens ? addDays(opens, -1) : null
}

/** Since more contacts were told of than the rule of the first wave allows. */
function tooMany({ contacts: { max } }: StudyProtocol, { contacts }: Course, opens: Day): Ended | null {
  const told = contacts.find((one) => one.contacts > max)
  return ends('missed', 'contacts_over', told && (told.reportedOn > opens ? told.reportedOn : opens))
}
