import { addMonths, type Day, day } from '../../../app/protocol/day'
import type { Course, CourseWave } from '../../../app/protocol/planner/course'
import { plan } from '../../../app/protocol/planner/plan'
import { werkalliantie } from '../../../app/protocol/studies/werkalliantie'

export const STARTED = day('2012-02-01')
/** A case of which nothing is known yet. */
export const NEW: Course = {
  registrationId: '00000000-0000-7000-8000-000000000001',
  startedOn: STARTED,
  withdrawnOn: null,
  inquiry: null,
  departures: [],
  judgements: [],
  pair: null,
  contacts: [],
  waves: {},
  endedOn: [],
  registerKnown: [],
  declinedOn: null,
  undelivered: null,
}
export const ASKED = day('2012-02-13')
export const REPLIED = day('2012-02-20')
export const MET = day('2012-03-03')
export const OPENS = addMonths(MET, 6)
export const CLOSES = addMonths(MET, 9)

export const WAVE: CourseWave = {
  client: null,
  supervisor: null,
  appointmentOn: null,
  fellThrough: [],
  consent: true,
  takenBackOn: null,
}
const interview = (openedOn: Day) => ({ openedOn, completedOn: openedOn, brokenOffOn: null })

/** One that was asked about and answered for, and whose client was interviewed at T1. */
export const MET_ONCE: Course = {
  ...NEW,
  inquiry: { sentOn: ASKED, repliedOn: REPLIED },
  judgements: [{ on: REPLIED, replacedOn: null }],
  pair: { boundOn: REPLIED, sinceOn: REPLIED, unboundOn: null, plannedOn: null },
  contacts: [
    { reportedOn: REPLIED, contacts: 2, nextContactOn: MET },
    { reportedOn: MET, contacts: 3, nextContactOn: null },
  ],
  waves: {
    T1: { ...WAVE, client: interview(MET), supervisor: { openedOn: MET, completedOn: null, closedOn: null } },
    T2: WAVE,
  },
}
/** The same at one wave. */
export const at = (course: Course, wave: string, facts: Partial<CourseWave>): Course => ({
  ...course,
  waves: { ...course.waves, [wave]: { ...(course.waves[wave] ?? WAVE), ...facts } },
})
export const held = (openedOn: Day) => ({ client: interview(openedOn) })

/** The work of one kind in the plan of a case; undefined when there is none. */
export const piece = (course: Course, kind: string, wave?: string) =>
  plan(werkalliantie, course).find((one) => one.kind === kind && (wave === undefined || one.wave === wave))
