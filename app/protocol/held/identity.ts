import type { Held } from './kinds'

const find = {
  nl: 'Om iemand te kunnen bereiken, terug te vinden als die wil stoppen, en zijn toezicht na te vragen in het register.',
  en: 'To reach somebody, to find them again when they want to stop, and to ask the register about their supervision.',
}
const safely = {
  nl: 'Om te weten wie er werkt, en niemand anders binnen te laten.',
  en: 'To know who works here, and to let nobody else in.',
}
const running = { nl: 'Om het systeem te laten werken.', en: 'To keep the system running.' }

/** Names, numbers, the key to the study's ids, and who works here. */
export const identityHeld = {
  'identity.person': {
    what: {
      nl: 'Cliënten: naam, geboortedag, cliëntnummer en telefoonnummer, verzegeld',
      en: 'Clients: name, day of birth, client number and telephone number, sealed',
    },
    whose: 'client',
    why: find,
    ground: 'research',
    keep: 'names_of_participants',
    presence: true,
    columns: {
      id: 'key',
      study_alias: 'machine',
      number_hash: 'hash',
      number: 'name',
      surname: 'name',
      initials: 'name',
      born_on: 'name',
      phone: 'name',
      gone: 'fact',
    },
  },
  'identity.supervisor': {
    what: {
      nl: 'Toezichthouders: naam, personeelsnummer en mailadres, verzegeld',
      en: 'Supervisors: name, staff number and mail address, sealed',
    },
    whose: 'supervisor',
    why: {
      nl: 'Om hun vragen te sturen, en hun antwoorden te kunnen vinden als zij die willen zien of wissen.',
      en: 'To send them questions, and to find their answers when they want to see or erase them.',
    },
    ground: 'research',
    keep: 'names_of_supervisors',
    presence: false,
    columns: { id: 'key', study_alias: 'machine', number_hash: 'hash', number: 'name', name: 'name', email: 'name' },
  },
  'identity.supervision': {
    what: {
      nl: 'Het nummer van een toezicht in het register, verzegeld, en van wie het is',
      en: 'The number of a supervision in the register, sealed, and whose it is',
    },
    whose: 'client',
    why: find,
    ground: 'research',
    keep: 'names_of_participants',
    presence: true,
    columns: {
      id: 'key',
      study_alias: 'machine',
      number_hash: 'hash',
      number: 'name',
      person_id: 'key',
      supervisor_id: 'key',
    },
  },
  'identity.key': {
    what: {
      nl: 'De sleutel tussen namen en onderzoeksnummers, verzegeld: niets anders verbindt die twee',
      en: 'The key between names and pseudonyms, sealed: nothing else ties the two',
    },
    whose: 'client',
    why: find,
    ground: 'research',
    keep: 'names_of_participants',
    presence: true,
    columns: { id: 'key', study_hash: 'hash', study_id: 'key' },
  },
  'identity.access_code': {
    what: {
      nl: 'Codes waarmee een toezichthouder op een apparaat laat zien wie hij is',
      en: 'Codes with which a supervisor shows on a device who they are',
    },
    whose: 'supervisor',
    why: safely,
    ground: 'system',
    keep: 'sessions',
    presence: false,
    columns: { id: 'key', supervisor_id: 'key', language: 'fact', state: 'machine', tries: 'machine', ends_at: 'day' },
  },
  'identity.device': {
    what: {
      nl: 'Apparaten waarop een toezichthouder zijn code al eens gaf',
      en: 'Devices on which a supervisor gave their code before',
    },
    whose: 'supervisor',
    why: safely,
    ground: 'system',
    keep: 'names_of_supervisors',
    presence: false,
    columns: { id: 'key', supervisor_id: 'key', token_hash: 'hash', until_month: 'day' },
  },
  'identity.errand': {
    what: {
      nl: 'De tweede helft van een inschrijving die nog moet gebeuren, verzegeld',
      en: 'The second half of a registration that is still to be done, sealed',
    },
    whose: 'client',
    why: running,
    ground: 'system',
    keep: 'refused_rows',
    presence: true,
    columns: { id: 'key', study_alias: 'machine', payload: 'offence', created_at: 'day' },
  },
  'identity.proof': {
    what: {
      nl: 'Waaraan het geheim van deze database te herkennen is',
      en: 'By what the secret of this database is known',
    },
    whose: 'nobody',
    why: running,
    ground: 'system',
    keep: null,
    presence: false,
    columns: { id: 'machine', secret_hash: 'machine' },
  },
  'identity.rotation': {
    what: { nl: 'Hoever een wisseling van de sleutel is', en: 'How far a change of the key has come' },
    whose: 'nobody',
    why: running,
    ground: 'system',
    keep: null,
    presence: false,
    columns: {
      id: 'machine',
      key_id: 'machine',
      started_at: 'machine',
      finished_at: 'machine',
      done: 'machine',
      place: 'machine',
      after: 'machine',
    },
  },
  'identity.breach': {
    what: {
      nl: 'Het register van datalekken, verzegeld: er kunnen namen in staan',
      en: 'The register of breaches, sealed: there may be names in it',
    },
    whose: 'client',
    why: {
      nl: 'De AVG vraagt om elk datalek vast te leggen, met de gevolgen en de maatregelen (art. 33 lid 5).',
      en: 'The GDPR asks to document every breach, with its effects and the measures taken (art. 33.5).',
    },
    ground: 'legal_duty',
    keep: 'audit',
    presence: false,
    columns: { id: 'machine', study_alias: 'machine', breach_id: 'key', seq: 'machine', sealed: 'offence' },
  },
  'identity.account': {
    what: { nl: 'Wie hier werkt: naam, mailadres en rol', en: 'Who works here: name, mail address and role' },
    whose: 'staff',
    why: {
      nl: 'Om te weten wie er werkt. Ook later: wat iemand deed, staat onder zijn account.',
      en: 'To know who works here. Later too: what somebody did stands under their account.',
    },
    ground: 'system',
    keep: 'audit',
    presence: false,
    columns: {
      id: 'key',
      email: 'name',
      name: 'name',
      role: 'fact',
      language: 'fact',
      password_hash: 'hash',
      demo: 'machine',
      ended_at: 'day',
    },
  },
  'identity.session': {
    what: { nl: 'Wie er nu is ingelogd', en: 'Who is signed in now' },
    whose: 'staff',
    why: safely,
    ground: 'system',
    keep: 'sessions',
    presence: false,
    columns: { token_hash: 'hash', account_id: 'key', started_at: 'day', seen_at: 'day' },
  },
} as const satisfies Record<string, Held>
