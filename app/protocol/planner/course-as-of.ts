import type { Day } from '../day'
import type { Course, CourseWave } from './course'

/**
 * A case as it was known on a day: facts of later days are taken out. What has no day of its own stays as it is now: the day on
 * which supervision started, and days that were planned. That mail came back is known while it does: what went again is not
 * in the ledger as failed any more, so an earlier day shows nothing of it.
 */
export function courseAsOf(course: Course, day: Day): Course {
  const by = (on: Day | null) => (on !== null && on <= day ? on : null)
  const { inquiry, pair } = course
  return {
    ...course,
    withdrawnOn: by(course.withdrawnOn),
    inquiry: inquiry && inquiry.sentOn <= day ? { ...inquiry, repliedOn: by(inquiry.repliedOn) } : null,
    departures: course.departures
      .filter(({ leftOn }) => leftOn <= day)
      .map((one) => ({ ...one, returnedOn: by(one.returnedOn) })),
    judgements: course.judgements
      .filter(({ on }) => on <= day)
      .map((one) => ({ ...one, replacedOn: by(one.replacedOn) })),
    pair:
      pair && pair.boundOn <= day
        ? { ...pair, sinceOn: by(pair.sinceOn) ?? pair.boundOn, unboundOn: by(pair.unboundOn) }
        : null,
    contacts: course.contacts.filter(({ reportedOn }) => reportedOn <= day),
    waves: Object.fromEntries(Object.entries(course.waves).map(([name, wave]) => [name, waveAsOf(wave, day)])),
    endedOn: course.endedOn.filter((on) => on <= day),
    registerKnown: course.registerKnown.filter(({ on }) => on <= day),
    declinedOn: by(course.declinedOn),
    undelivered: course.undelivered && course.undelivered.on <= day ? course.undelivered : null,
  }
}

function waveAsOf({ client, supervisor, takenBackOn, ...wave }: CourseWave, day: Day): CourseWave {
  const by = (on: Day | null) => (on !== null && on <= day ? on : null)
  return {
    ...wave,
    client:
      client && client.openedOn <= day
        ? { ...client, completedOn: by(client.completedOn), brokenOffOn: by(client.brokenOffOn) }
        : null,
    supervisor:
      supervisor && supervisor.openedOn <= day
        ? { ...supervisor, completedOn: by(supervisor.completedOn), closedOn: by(supervisor.closedOn) }
        : null,
    fellThrough: wave.fellThrough.filter((on) => on <= day),
    consent: wave.consent || (takenBackOn !== null && takenBackOn > day),
    takenBackOn: by(takenBackOn),
  }
}
