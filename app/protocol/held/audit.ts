import type { Held } from './kinds'

const why = {
  nl: 'Om te kunnen nagaan wie wat heeft gedaan en bekeken.',
  en: 'To see who did and looked at what.',
}

const whole = {
  nl: 'Om te kunnen zien dat het logboek niet is veranderd.',
  en: 'To see that the trail was not changed.',
}

/** What was done, by whom, once: a chain in each room. */
export const auditHeld = {
  'audit.entry': {
    what: {
      nl: 'Wat er in het onderzoek is gedaan, onder nummers',
      en: 'What was done in the study, under pseudonyms',
    },
    whose: 'staff',
    why,
    ground: 'legal_duty',
    keep: 'audit',
    presence: false,
    columns: {
      id: 'machine',
      at: 'day',
      day: 'day',
      study_id: 'machine',
      actor: 'key',
      role: 'fact',
      origin: 'fact',
      verb: 'fact',
      subject: 'machine',
      subject_id: 'key',
      details: 'offence',
      salt: 'machine',
      erased: 'machine',
      request: 'machine',
    },
  },
  'audit.vault_entry': {
    what: {
      nl: 'Wat er met namen is gedaan en wie ze zag; wie, wanneer en over wie verzegeld',
      en: 'What was done with names and who saw them; who, when and about whom sealed',
    },
    whose: 'staff',
    why,
    ground: 'legal_duty',
    keep: 'audit',
    presence: false,
    columns: {
      id: 'machine',
      study_alias: 'machine',
      month: 'day',
      verb: 'fact',
      subject_hash: 'hash',
      request_hash: 'hash',
      sealed: 'key',
    },
  },
  'audit.seal': {
    what: {
      nl: 'De keten over wat in het onderzoek is gedaan: schakels die een wijziging verraden',
      en: 'The chain over what was done in the study: links that give a change away',
    },
    whose: 'nobody',
    why: whole,
    ground: 'legal_duty',
    keep: null,
    presence: false,
    columns: { place: 'machine', sealed: 'machine' },
  },
  'audit.sealed': {
    what: {
      nl: 'Welke regels van het onderzoek al in een schakel staan',
      en: 'Which entries of the study stand in a link',
    },
    whose: 'nobody',
    why: whole,
    ground: 'legal_duty',
    keep: null,
    presence: false,
    columns: { id: 'machine' },
  },
  'audit.vault_seal': {
    what: {
      nl: 'De keten over wat met namen is gedaan; nummer en moment verzegeld',
      en: 'The chain over what was done with names; number and moment sealed',
    },
    whose: 'nobody',
    why: whole,
    ground: 'legal_duty',
    keep: null,
    presence: false,
    columns: { place: 'machine', sealed: 'machine' },
  },
  'audit.vault_sealed': {
    what: {
      nl: 'Welke regels over namen al in een schakel staan',
      en: 'Which entries about names stand in a link',
    },
    whose: 'nobody',
    why: whole,
    ground: 'legal_duty',
    keep: null,
    presence: false,
    columns: { id: 'machine' },
  },
} as const satisfies Record<string, Held>
