import { recordEvent } from '../../../app/records/follow-up/event'
import { filled, isoDay, optional } from '../column'
import { cohortFile } from '../file'

const columns = { supervision: filled, on: isoDay, event: filled, kind: optional(filled), reason: optional(filled) }

/** The register's events until after 24 months (protocol §5). */
export const eventsFile = cohortFile({
  name: 'uitstroom.csv',
  delimiter: ',',
  encoding: 'utf-8',
  columns,
  number: 'supervision',
  day: 'on',
  order: () => 10,
  play: ({ desk, occasion, registrationId }, fact) => recordEvent(desk.study, occasion, { registrationId, ...fact }),
})
