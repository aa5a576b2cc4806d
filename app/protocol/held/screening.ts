import type { Held } from './kinds'

const asking = {
  nl: 'Om te kunnen nagaan hoe een toezichthouder is gevraagd, en wat eerder is gezegd.',
  en: 'To be able to see how a supervisor was asked, and what was said before.',
}
const taking = {
  nl: 'Om een bestand van het register één keer en helemaal in te lezen.',
  en: 'To take a file of the register in once and completely.',
}
const running = {
  nl: 'Om te weten waar en wanneer gevraagd mag worden, en wat anders liep dan afgesproken.',
  en: 'To know where and when people may be asked, and what went otherwise than agreed.',
}
const ofClients = { whose: 'client', ground: 'research', keep: 'answers', presence: true } as const
const ofNobody = { whose: 'nobody', ground: 'research', keep: null, presence: false } as const

/** What intake keeps beside the cases themselves: earlier answers, tries, absences, imports, approvals, deviations. */
export const screeningHeld = {
  'study.inquiry_before': {
    ...ofClients,
    why: asking,
    what: {
      nl: 'Eerdere vragen en antwoorden over een cliënt, die zijn overgedragen of verbeterd',
      en: 'Earlier questions and answers about a client, handed over or corrected since',
    },
    columns: {
      id: 'key',
      registration_id: 'key',
      seq: 'machine',
      supervisor_id: 'key',
      asked_id: 'key',
      sent_on: 'day',
      replied_on: 'day',
      answered_by: 'fact',
      is_supervisor: 'answer',
      contacts: 'answer',
      next_contact_on: 'day',
      reason: 'offence',
      ended_on: 'day',
      why: 'fact',
    },
  },
  'study.attempt': {
    ...ofClients,
    why: asking,
    what: { nl: 'Pogingen om een toezichthouder te bereiken', en: 'Tries to reach a supervisor' },
    columns: {
      id: 'key',
      registration_id: 'key',
      supervisor_id: 'key',
      tried_on: 'day',
      way: 'fact',
      outcome: 'fact',
    },
  },
  'study.absence': {
    ...ofClients,
    whose: 'supervisor',
    presence: false,
    why: asking,
    what: {
      nl: 'Wanneer een toezichthouder er niet is, en wie dan antwoordt',
      en: 'When a supervisor is away, and who answers then',
    },
    columns: {
      id: 'key',
      study_id: 'machine',
      supervisor_id: 'key',
      from_on: 'day',
      until_on: 'day',
      stand_in_id: 'key',
      ended_on: 'day',
    },
  },
  'study.issued_link': {
    ...ofClients,
    whose: 'supervisor',
    presence: false,
    why: asking,
    what: {
      nl: 'Welke persoonlijke links zijn verstuurd, als vingerafdruk, en welke niets meer openen',
      en: 'Which personal links were sent, as a fingerprint, and which open nothing any more',
    },
    columns: {
      hash: 'hash',
      study_id: 'machine',
      kind: 'fact',
      target_id: 'key',
      supervisor_id: 'key',
      issue: 'machine',
      issued_on: 'day',
      revoked_on: 'day',
    },
  },
  'study.register_covariate': {
    ...ofClients,
    why: {
      nl: 'Het onderzoek: wat samenhangt met het verloop van een toezicht.',
      en: 'The research: what goes together with the course of a supervision.',
    },
    what: {
      nl: 'Wat het register verder vertelt: risicoschalen, delict, eerste contact met de politie',
      en: 'What else the register tells: risk scales, offence, first contact with the police',
    },
    columns: { registration_id: 'key', name: 'fact', seq: 'machine', value: 'offence', as_of: 'day', source: 'fact' },
  },
  'study.intake_import': {
    ...ofNobody,
    why: taking,
    what: {
      nl: 'Welke bestanden zijn ingelezen, en wat dat opleverde',
      en: 'Which files were taken in, and what came of it',
    },
    columns: {
      id: 'machine',
      study_id: 'machine',
      kind: 'machine',
      way: 'machine',
      state: 'machine',
      past: 'machine',
      mapping: 'machine',
      rows: 'machine',
      read: 'machine',
      added: 'machine',
      unchanged: 'machine',
      changed: 'machine',
      duplicates: 'machine',
      refused_count: 'machine',
      changed_fields: 'machine',
      failure: 'machine',
      begun_on: 'day',
      begun_at: 'day',
      ended_at: 'day',
    },
  },
  'study.import_refusal': {
    ...ofNobody,
    why: taking,
    what: { nl: 'Welke regels niet konden, en waarom', en: 'Which rows could not be taken in, and why' },
    columns: { import_id: 'machine', line: 'machine', column: 'machine', code: 'machine' },
  },
  'study.import_mapping': {
    ...ofNobody,
    why: taking,
    what: { nl: 'Hoe de kolommen van een bestand te lezen zijn', en: 'How the columns of a file are to be read' },
    columns: { study_id: 'machine', kind: 'machine', name: 'machine', mapping: 'machine', saved_on: 'day' },
  },
  'study.approval': {
    ...ofNobody,
    why: running,
    what: { nl: 'Goedkeuringen voor het onderzoek', en: 'Approvals of the study' },
    columns: {
      id: 'machine',
      study_id: 'machine',
      kind: 'fact',
      region: 'fact',
      location: 'fact',
      reference: 'fact',
      granted_on: 'day',
      until_on: 'day',
      ended_on: 'day',
    },
  },
  'study.inclusion_period': {
    ...ofNobody,
    why: running,
    what: { nl: 'Wanneer een regio mensen vraagt', en: 'When a region asks people' },
    columns: { study_id: 'machine', region: 'fact', seq: 'machine', from_on: 'day', until_on: 'day' },
  },
  'study.recruitment_target': {
    ...ofNobody,
    why: running,
    what: { nl: 'Hoeveel gesprekken een locatie wil halen', en: 'How many interviews a location means to reach' },
    columns: { study_id: 'machine', location: 'fact', month: 'day', seq: 'machine', target: 'fact' },
  },
  'study.deviation': {
    ...ofClients,
    why: running,
    what: { nl: 'Wat anders liep dan het protocol zegt', en: 'What went otherwise than the protocol says' },
    columns: {
      id: 'key',
      study_id: 'machine',
      registration_id: 'key',
      location: 'fact',
      month: 'day',
      kind: 'fact',
      fact: 'key',
      raised_by: 'fact',
      found_on: 'day',
      remark: 'fact',
      decision: 'fact',
      decided_on: 'day',
      decision_remark: 'fact',
      resolved_on: 'day',
    },
  },
} as const satisfies Record<string, Held>
