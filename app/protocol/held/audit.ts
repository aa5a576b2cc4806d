import type { Held } from './kinds'

const why = {
  nl: 'Om te kunnen nagaan wie wat heeft gedaan en bekeken.',
  en: 'To see who did and looked at what.',
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
      verb: 'fact',
      subject: 'machine',
      subject_id: 'key',
      details: 'offence',
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
} as const satisfies Record<string, Held>
