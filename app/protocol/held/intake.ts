import type { Held } from './kinds'

const research = {
  nl: 'Het onderzoek: wie meedoet, waarom anderen niet, en wanneer een meting kan.',
  en: 'The research: who takes part, why others do not, and when a wave can be held.',
}
/** A table about clients under a pseudonym. */
const ofClients = { whose: 'client', why: research, ground: 'research', keep: 'answers', presence: true } as const

/** Cases under a pseudonym, from the register to the dyad. */
export const intakeHeld = {
  'study.client': {
    ...ofClients,
    what: { nl: 'Cliënten onder een onderzoeksnummer', en: 'Clients under a pseudonym' },
    columns: {
      id: 'key',
      study_id: 'machine',
      pseudonym: 'pseudonym',
      gender: 'fact',
      birth_year: 'fact',
      do_not_ask_on: 'day',
    },
  },
  'study.supervisor': {
    ...ofClients,
    what: { nl: 'Toezichthouders onder een onderzoeksnummer', en: 'Supervisors under a pseudonym' },
    whose: 'supervisor',
    presence: false,
    columns: { id: 'key', study_id: 'machine', pseudonym: 'pseudonym', declined_on: 'day' },
  },
  'study.registration': {
    ...ofClients,
    what: {
      nl: 'Toezichten zoals het register ze noemt: soort, niveau, risico en voorwaarden',
      en: 'Supervisions as the register names them: kind, level, risk and conditions',
    },
    columns: {
      id: 'key',
      study_id: 'machine',
      client_id: 'key',
      supervisor_id: 'key',
      registered_on: 'day',
      started_on: 'day',
      status: 'offence',
      modality: 'offence',
      supervision_level: 'offence',
      risk_category: 'offence',
      electronic_monitoring: 'offence',
      penitentiary_programme: 'offence',
      organisation: 'fact',
      region: 'fact',
      location: 'fact',
      stage: 'offence',
      stage_on: 'day',
      left_step: 'fact',
      left_reason: 'offence',
    },
  },
  'study.inquiry': {
    ...ofClients,
    what: {
      nl: 'De vraag aan de toezichthouder over een cliënt, en het antwoord',
      en: 'The question to the supervisor about a client, and the answer',
    },
    columns: {
      id: 'key',
      registration_id: 'key',
      supervisor_id: 'key',
      asked_id: 'key',
      sent_on: 'day',
      replied_on: 'day',
      answered_by: 'fact',
      is_supervisor: 'answer',
      contacts: 'answer',
      next_contact_on: 'day',
      reason: 'offence',
    },
  },
  'study.criterion_finding': {
    ...ofClients,
    what: { nl: 'Of een zaak aan de criteria voldoet', en: 'Whether a case meets the criteria' },
    columns: {
      registration_id: 'key',
      criterion: 'offence',
      verdict: 'offence',
      source: 'fact',
      found_on: 'day',
      seq: 'machine',
      replaced_on: 'day',
    },
  },
  'study.judgement': {
    ...ofClients,
    what: { nl: 'Of een cliënt benaderd kan worden', en: 'Whether a client can be approached' },
    columns: {
      registration_id: 'key',
      judged_on: 'day',
      approachable: 'fact',
      reason: 'offence',
      judged_by: 'fact',
      seq: 'machine',
      replaced_on: 'day',
    },
  },
  'study.dyad': {
    ...ofClients,
    what: { nl: 'Koppels van een cliënt en een toezichthouder', en: 'Dyads of a client and a supervisor' },
    columns: {
      id: 'key',
      study_id: 'machine',
      pseudonym: 'pseudonym',
      registration_id: 'key',
      client_id: 'key',
      supervisor_id: 'key',
      bound_on: 'day',
      unbound_on: 'day',
      planned_on: 'day',
    },
  },
  'study.contact_report': {
    ...ofClients,
    what: { nl: 'Hoeveel gesprekken er waren', en: 'How many talks there were' },
    columns: {
      id: 'key',
      registration_id: 'key',
      reported_on: 'day',
      contacts: 'answer',
      next_contact_on: 'day',
      source: 'fact',
    },
  },
  'study.no_show': {
    ...ofClients,
    what: { nl: 'Wanneer een cliënt niet kwam', en: 'When a client did not come' },
    columns: { id: 'key', registration_id: 'key', wave: 'fact', missed_on: 'day' },
  },
  'study.departure': {
    ...ofClients,
    what: { nl: 'Bij welke stap een zaak afviel, en waarom', en: 'At which step a case left, and why' },
    columns: {
      id: 'key',
      registration_id: 'key',
      step: 'fact',
      reason: 'offence',
      left_on: 'day',
      decided_by: 'fact',
      returned_on: 'day',
    },
  },
  'study.wave_window': {
    ...ofClients,
    what: { nl: 'Wanneer een meting kan, en de afspraak', en: 'When a wave can be held, and the appointment' },
    columns: {
      registration_id: 'key',
      wave: 'fact',
      anchor_on: 'day',
      opens_on: 'day',
      closes_on: 'day',
      appointment_on: 'day',
    },
  },
} as const satisfies Record<string, Held>
