import { expect, test } from 'vitest'
import { day } from '../../app/protocol/day'
import { MAIL_KINDS, type MailKind } from '../../app/records/ledger/kinds'
import { type LineFacts, needless } from '../../app/records/ledger/still-meant'

const today = day('2012-09-01')
/** A case of which everything is still open. */
const open: Omit<LineFacts, 'kind'> = {
  supervisorId: 'a',
  boundSupervisorId: 'a',
  declined: false,
  withdrawn: false,
  noConsent: false,
  left: false,
  interviewed: false,
  inquiry: { askedId: 'a', repliedOn: null },
  questionnaire: { raterId: 'a', completedOn: null, closedOn: null },
  window: { closesOn: day('2012-10-01'), appointmentOn: null },
}

/** What makes each kind meant: thanks are for what was signed off, all others while it is open. */
const meant = (kind: MailKind): LineFacts =>
  kind === 'thanks'
    ? { ...open, kind, questionnaire: { raterId: 'a', completedOn: today, closedOn: null } }
    : { ...open, kind }

test.each(MAIL_KINDS)(
  '%s is said while it is meant, and never after a withdrawal or a supervisor who declined',
  (kind) => {
    expect(needless(meant(kind), today)).toBeNull()
    expect(needless({ ...meant(kind), withdrawn: true }, today)).toBe('withdrawn')
    expect(needless({ ...meant(kind), declined: true }, today)).toBe('declined')
  },
)

const inquiries = ['inquiry', 'inquiry_handed_over', 'inquiry_stand_in', 'inquiry_reminder'] as const
const questionnaires = ['questionnaire', 'questionnaire_reminder'] as const
const windows = ['window_opens', 'appointment_reminder'] as const

test.each([
  [inquiries, { inquiry: { askedId: 'a', repliedOn: today } }, 'replied'],
  [inquiries, { inquiry: { askedId: 'b', repliedOn: null } }, 'other_supervisor'],
  [inquiries, { inquiry: null }, 'nothing_to_answer'],
  [inquiries, { left: true }, 'case_left'],
  [inquiries, { interviewed: true, window: null, questionnaire: null }, null],
  [questionnaires, { questionnaire: { raterId: 'a', completedOn: today, closedOn: null } }, 'answered'],
  [questionnaires, { questionnaire: { raterId: 'a', completedOn: null, closedOn: today } }, 'closed'],
  // the pair changed: the questionnaire is another's to fill in
  [questionnaires, { questionnaire: { raterId: 'b', completedOn: null, closedOn: null } }, 'other_supervisor'],
  [questionnaires, { questionnaire: null }, 'nothing_to_answer'],
  // opened again, or declared void
  [['thanks'], { questionnaire: { raterId: 'a', completedOn: null, closedOn: null } }, 'not_signed_off'],
  [['thanks'], { questionnaire: null }, 'not_signed_off'],
  // the supervisor is asked whatever the client decides (protocol §3)
  [questionnaires, { left: true, boundSupervisorId: null, window: null }, null],
  [windows, { interviewed: true }, 'interview_held'],
  [windows, { left: true }, 'case_left'],
  // the client may not be asked again: neither may the supervisor for the next talk (protocol §6)
  [windows, { noConsent: true }, 'no_consent'],
  [inquiries, { noConsent: true }, null],
  [questionnaires, { noConsent: true }, null],
  [windows, { boundSupervisorId: 'b' }, 'other_supervisor'],
  [windows, { window: null }, 'nothing_to_answer'],
  [windows, { window: { closesOn: day('2012-08-31'), appointmentOn: null } }, 'window_closed'],
  [windows, { window: { closesOn: today, appointmentOn: null } }, null],
  [['appointment_reminder'], { window: { closesOn: day('2012-10-01'), appointmentOn: today } }, 'appointment_made'],
  [['appointment_reminder'], { window: { closesOn: day('2012-10-01'), appointmentOn: day('2012-08-31') } }, null],
  [['window_opens'], { window: { closesOn: day('2012-10-01'), appointmentOn: today } }, null],
] as const)('%j with %j: %s', (kinds, facts, reason) => {
  for (const kind of kinds) expect(needless({ ...open, ...facts, kind }, today), kind).toBe(reason)
})
