import { holdInterview } from '../../../app/records/fieldwork/interview'
import { recordNoShow } from '../../../app/records/fieldwork/no-show'
import { recordNotHeld, recordRefusal } from '../../../app/records/fieldwork/refusal'
import { filled, isoDay, oneOf, optional, whole } from '../column'
import { cohortFile } from '../file'

const EVENTS = oneOf<'no_show' | 'refused' | 'not_held' | 'interviewed'>({
  no_show: 'no_show',
  refused: 'refused',
  not_held: 'not_held',
  interviewed: 'interviewed',
})

const columns = {
  supervision: filled,
  on: isoDay,
  event: EVENTS,
  reason: optional(filled),
  contacts: optional(whole(0, 99)),
  interviewer: optional(filled),
  minutes: optional(whole(1, 240)),
}

/** Approach and first interviews, as interviewers hand them in (protocol §2, step 5, and §3). */
export const fieldworkFile = cohortFile({
  name: 'fieldwork.csv',
  delimiter: ',',
  encoding: 'utf-8',
  columns,
  number: 'supervision',
  day: 'on',
  order: ({ event }) => (event === 'interviewed' ? 4 : 2),
  play: ({ desk, occasion, registrationId }, { on, event, reason, contacts, interviewer, minutes }) => {
    const met = { registrationId, wave: 'T1', on }
    switch (event) {
      case 'no_show':
        return recordNoShow(desk.study, occasion, met)
      case 'refused':
        return recordRefusal(desk.study, occasion, { ...met, reason: reason ?? '' })
      case 'not_held':
        return recordNotHeld(desk.study, occasion, { ...met, reason: reason ?? '' })
      case 'interviewed':
        return holdInterview(desk.study, occasion, { ...met, contacts, interviewer, minutes })
    }
  },
})
