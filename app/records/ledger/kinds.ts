/**
 * What a message can say or ask. The words of each stand in `app/mail/messages.ts`; a kind without words does not
 * compile where the two meet (`jobs/outgoing-mail.ts`).
 */
export const MAIL_KINDS = [
  'inquiry',
  'inquiry_handed_over',
  'inquiry_stand_in',
  'inquiry_reminder',
  'questionnaire',
  'questionnaire_reminder',
  'window_opens',
  'appointment_reminder',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** The wave of the messages that come before any wave. */
export const INTAKE = 'intake'
