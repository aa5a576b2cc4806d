import type { Extract } from '../../../extract/extract'
import { reasons } from '../reasons'
import { reasonChoice, yesOrNo } from './choices'
import { field, since, supervisionNumber } from './fields'

/** Days ahead at which the next talk can still be told. */
const NEXT_TALK = 366

/** Supervisors' answers to the inquiry (§2, steps 2 to 4). */
export const repliesExtract: Extract = {
  kind: 'replies',
  label: { nl: 'Antwoorden van toezichthouders', en: 'Replies of supervisors' },
  number: 'supervision_number',
  day: 'replied_on',
  fields: [
    supervisionNumber,
    field(
      'replied_on',
      ['Datum antwoord', 'Replied on', 'Beantwoord op', 'Antwoorddatum', 'Date of reply', 'Reply date'],
      {
        reads: { as: 'day', from: since },
        required: true,
      },
    ),
    field('is_supervisor', ['Is toezichthouder', 'Is supervisor', 'Eigen cliënt', 'Is uw cliënt', 'Own client'], {
      reads: yesOrNo,
      required: true,
    }),
    field(
      'contacts',
      ['Aantal gesprekken', 'Contacts', 'Contacten', 'Aantal contacten', 'Gesprekken', 'Number of contacts'],
      {
        reads: { as: 'whole', min: 0, max: 99 },
      },
    ),
    field(
      'next_contact_on',
      ['Volgend gesprek', 'Next contact on', 'Datum volgend gesprek', 'Next contact', 'Next talk'],
      {
        reads: { as: 'day', from: since, ahead: NEXT_TALK },
      },
    ),
    field('reason', ['Reden', 'Reason', 'Reden niet', 'Reason why not'], {
      reads: reasonChoice({ ...reasons.criteria, ...reasons.judgement }),
    }),
  ],
}
