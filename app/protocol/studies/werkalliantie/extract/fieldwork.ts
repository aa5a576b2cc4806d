import type { Extract } from '../../../extract/extract'
import { reasons } from '../reasons'
import { encounter, reasonChoice } from './choices'
import { field, since, supervisionNumber } from './fields'

/** Approach and first interviews, as interviewers hand them in (§2, step 5, and §3). */
export const fieldworkExtract: Extract = {
  kind: 'fieldwork',
  label: { nl: 'Benadering en eerste interviews', en: 'Approach and first interviews' },
  number: 'supervision_number',
  day: 'on',
  fields: [
    supervisionNumber,
    field('on', ['Datum', 'On', 'Date', 'Dag', 'Day', 'Datum interview', 'Date of interview'], {
      reads: { as: 'day', from: since },
      required: true,
    }),
    field('event', ['Wat er gebeurde', 'What happened', 'Event', 'Gebeurtenis', 'Uitkomst', 'Outcome'], {
      reads: encounter,
      required: true,
    }),
    field('reason', ['Reden', 'Reason'], { reads: reasonChoice(reasons.approach) }),
    field(
      'contacts',
      ['Aantal gesprekken', 'Contacts', 'Contacten', 'Aantal contacten', 'Gesprekken', 'Number of contacts'],
      {
        reads: { as: 'whole', min: 0, max: 99 },
      },
    ),
    field('interviewer', ['Interviewer', 'Interviewer code', 'Interviewercode', 'Interviewer number'], {
      reads: { as: 'text', max: 40, like: 'code' },
      named: true,
    }),
    field('minutes', ['Minuten', 'Minutes', 'Duur', 'Duration', 'Duur in minuten'], {
      reads: { as: 'whole', min: 1, max: 240 },
    }),
  ],
}
