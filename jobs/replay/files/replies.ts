import { recordReply } from '../../../app/records/intake/reply'
import { filled, isoDay, optional, whole, yesOrNo } from '../column'
import { cohortFile } from '../file'

const columns = {
  supervision: filled,
  replied_on: isoDay,
  is_supervisor: yesOrNo,
  contacts: optional(whole(0, 99)),
  next_contact_on: optional(isoDay),
  reason: optional(filled),
}

/** Supervisors' answers to the inquiry (protocol §2, steps 2 to 4). */
export const repliesFile = cohortFile({
  name: 'replies.csv',
  delimiter: ',',
  encoding: 'utf-8',
  columns,
  number: 'supervision',
  day: 'replied_on',
  order: () => 1,
  play: ({ desk, occasion, registrationId }, cells) =>
    recordReply(desk.study, occasion, {
      registrationId,
      repliedOn: cells.replied_on,
      isSupervisor: cells.is_supervisor,
      contacts: cells.contacts,
      nextContactOn: cells.next_contact_on,
      reason: cells.reason,
    }),
})
