import { shortDay } from '../days'
import type { Words } from '../speak'

export const timeline = {
  about: {
    nl: ({ client }: { client: string }) => `Het verloop van één koppel; de cliënt heeft nummer ${client}.`,
    en: ({ client }: { client: string }) => `The course of one dyad; the client has pseudonym ${client}.`,
  },
  course: { nl: 'Verloop', en: 'Course' },
  windows: { nl: 'Metingen', en: 'Waves' },
  permissions: { nl: 'Wat de cliënt toestaat', en: 'What the client allows' },
  noPermissions: { nl: 'Er is nog geen formulier getekend.', en: 'No form has been signed yet.' },
  outcomes: { nl: 'Afloop', en: 'Outcomes' },
  facts: { nl: 'Gegevens', en: 'Facts' },
  unknown: { nl: 'onbekend', en: 'unknown' },
  back: { nl: 'Alle koppels', en: 'All dyads' },
  granted: { nl: 'ja', en: 'yes' },
  declined: { nl: 'nee', en: 'no' },
  appointment: {
    nl: ({ on }: { on: string }) => `Afspraak op ${shortDay('nl', on)}`,
    en: ({ on }: { on: string }) => `Appointment on ${shortDay('en', on)}`,
  },
  contacts: {
    nl: ({ n }: { n: number }) => (n === 1 ? '1 contact' : `${n} contacten`),
    en: ({ n }: { n: number }) => (n === 1 ? '1 contact' : `${n} contacts`),
  },
  nextContact: {
    nl: ({ on }: { on: string }) => `volgend gesprek op ${shortDay('nl', on)}`,
    en: ({ on }: { on: string }) => `next talk on ${shortDay('en', on)}`,
  },
  minutes: {
    nl: ({ n }: { n: number }) => `${n} minuten`,
    en: ({ n }: { n: number }) => `${n} minutes`,
  },
  interviewer: {
    nl: ({ code }: { code: string }) => `interviewer ${code}`,
    en: ({ code }: { code: string }) => `interviewer ${code}`,
  },
  pairBefore: {
    nl: ({ pair }: { pair: string }) => `hiervoor koppel ${pair}`,
    en: ({ pair }: { pair: string }) => `before it dyad ${pair}`,
  },
  round: {
    nl: ({ n }: { n: number }) => `ronde ${n}`,
    en: ({ n }: { n: number }) => `round ${n}`,
  },
} satisfies Words

/** What can happen to a case. */
export const happenings = {
  registered: { nl: 'Aangemeld uit het register', en: 'Registered from the register' },
  inquired: { nl: 'Vraag aan de toezichthouder', en: 'Inquiry at the supervisor' },
  replied: { nl: 'Toezichthouder antwoordde', en: 'Supervisor answered' },
  approachable: { nl: 'Kan benaderd worden', en: 'Can be approached' },
  not_approachable: { nl: 'Kan nu niet benaderd worden', en: 'Cannot be approached now' },
  judged: { nl: 'Toezichthouder gaf een oordeel', en: 'Supervisor gave a judgement' },
  bound: { nl: 'Koppel gebonden', en: 'Dyad bound' },
  other_supervisor: { nl: 'Andere toezichthouder: een nieuw koppel', en: 'Another supervisor: a new dyad' },
  no_show: { nl: 'Niet verschenen', en: 'No-show' },
  interviewed: { nl: 'Gesprek met de cliënt', en: 'Interview with the client' },
  questionnaire_opened: { nl: 'Vragenlijst aan de toezichthouder', en: 'Questionnaire to the supervisor' },
  questionnaire_completed: { nl: 'Vragenlijst ontvangen', en: 'Questionnaire received' },
  questionnaire_closed: { nl: 'Vragenlijst gesloten zonder antwoord', en: 'Questionnaire closed without an answer' },
  left: { nl: 'Afgevallen', en: 'Left' },
  came_back: { nl: 'Teruggekomen', en: 'Came back' },
  mail_planned: { nl: 'Bericht gepland', en: 'Message planned' },
  mail_sent: { nl: 'Bericht verstuurd', en: 'Message sent' },
  mail_suppressed: { nl: 'Bericht vastgelegd, niet verstuurd', en: 'Message recorded, not sent' },
  mail_failed: { nl: 'Bericht niet aangekomen', en: 'Message not delivered' },
  mail_cancelled: { nl: 'Bericht ingetrokken', en: 'Message cancelled' },
  withdrawn: { nl: 'Toestemming ingetrokken', en: 'Consent withdrawn' },
  erased: { nl: 'Alsnog gewist op verzoek van de cliënt', en: 'Erased after all at the client’s wish' },
  other: { nl: 'Gebeurtenis', en: 'Event' },
} satisfies Words

/** What the messages to supervisors are about. */
export const messageKinds = {
  inquiry: { nl: 'vraag over de cliënt', en: 'question about the client' },
  inquiry_handed_over: {
    nl: 'vraag over de cliënt, van een collega',
    en: 'question about the client, from a colleague',
  },
  inquiry_stand_in: { nl: 'vraag over de cliënt van een collega', en: 'question about a colleague’s client' },
  inquiry_reminder: { nl: 'herinnering aan de vraag', en: 'reminder of the question' },
  questionnaire: { nl: 'vragenlijst', en: 'questionnaire' },
  questionnaire_reminder: { nl: 'herinnering aan de vragenlijst', en: 'reminder of the questionnaire' },
  thanks: { nl: 'dank voor de vragenlijst', en: 'thanks for the questionnaire' },
  window_opens: { nl: 'vervolgmeting kan beginnen', en: 'follow-up can begin' },
  appointment_reminder: { nl: 'herinnering aan de afspraak', en: 'reminder of the appointment' },
} satisfies Words

/** What an outcome is, and when it came. */
export const outcomeValues = {
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  missing: { nl: 'niet bekend', en: 'missing' },
  not_yet_known: { nl: 'nog niet bekend', en: 'not yet known' },
  before_t2: { nl: 'vóór T2', en: 'before T2' },
  after_t2: { nl: 'na T2', en: 'after T2' },
  no_t2: { nl: 'geen T2', en: 'no T2' },
} satisfies Words
