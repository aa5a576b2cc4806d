/**
 * What a message to a supervisor can say or ask. The words of each stand in `app/mail/messages.ts`; a kind without words does not
 * compile where the two meet (`jobs/sending/written.ts`).
 */
export const MAIL_KINDS = [
  'inquiry',
  'inquiry_handed_over',
  'inquiry_stand_in',
  'inquiry_reminder',
  'questionnaire',
  'questionnaire_reminder',
  'thanks',
  'window_opens',
  'appointment_reminder',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** What a message to whoever runs the study can say; the words stand in `app/mail/staff-frame.ts`. */
export const STAFF_KINDS = ['digest', 'closing_warning'] as const
/** What is said to staff: that, and to the privacy officer the head of the audit (`app/mail/audit-head.ts`). */
export type StaffKind = (typeof STAFF_KINDS)[number] | 'audit_head'

/** The wave of the messages that come before any wave, as of the work that they are about. */
export { INTAKE } from '../../protocol/work'
