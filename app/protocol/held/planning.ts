import type { Held } from './kinds'

const running = { nl: 'Om het systeem te laten werken.', en: 'To keep the system running.' }

/** What is to be done, what messages bear, and how the machine fares. */
export const planningHeld = {
  'study.work': {
    what: {
      nl: 'Wat er over een zaak te doen is, en waarom: afgeleid uit wat er gebeurd is',
      en: 'What is to be done about a case, and why: derived from what happened',
    },
    whose: 'client',
    why: { nl: 'Om op tijd te vragen en af te spreken.', en: 'To ask and to make appointments in time.' },
    ground: 'research',
    keep: 'answers',
    presence: true,
    columns: {
      registration_id: 'key',
      wave: 'fact',
      kind: 'fact',
      study_id: 'machine',
      opens_on: 'day',
      due_on: 'day',
      closes_on: 'day',
      fact: 'fact',
      fact_on: 'day',
    },
  },
  'study.stale': {
    what: {
      nl: 'Van welke zaken dat opnieuw afgeleid moet worden',
      en: 'Of which cases that has to be derived anew',
    },
    whose: 'client',
    why: running,
    ground: 'system',
    keep: 'answers',
    presence: true,
    columns: { id: 'machine', registration_id: 'key' },
  },
  'study.mail_setting': {
    what: {
      nl: 'Hoe berichten van een onderzoek ondertekend zijn, en waar een antwoord heen gaat: een postbus van het onderzoek',
      en: 'How the messages of a study are signed, and where an answer goes: a mailbox of the study',
    },
    whose: 'nobody',
    why: running,
    ground: 'system',
    keep: null,
    presence: false,
    columns: {
      study_id: 'machine',
      sender_name: 'fact',
      reply_to: 'fact',
      signature_nl: 'fact',
      signature_en: 'fact',
    },
  },
  'study.last_run': {
    what: { nl: 'Wanneer elke vaste taak het laatst gedaan is', en: 'When each recurring job was last done' },
    whose: 'nobody',
    why: running,
    ground: 'system',
    keep: null,
    presence: false,
    columns: { study_id: 'machine', job: 'machine', day: 'day', at: 'machine' },
  },
  'study.backup_run': {
    what: {
      nl: 'Hoe elke back-up en elke proef met terugzetten afliep',
      en: 'How each back-up and each drill of restoring ended',
    },
    whose: 'nobody',
    why: running,
    ground: 'system',
    keep: null,
    presence: false,
    columns: {
      id: 'machine',
      kind: 'machine',
      at: 'machine',
      outcome: 'machine',
      file: 'machine',
      bytes: 'machine',
      sha256: 'machine',
      seconds: 'machine',
    },
  },
  'study.alarm': {
    what: {
      nl: 'Waar iemand die het systeem beheert naar moet kijken, of moest',
      en: 'What somebody who runs the system has to look at, or had to',
    },
    whose: 'nobody',
    why: running,
    ground: 'system',
    keep: null,
    presence: false,
    columns: {
      id: 'machine',
      study_id: 'machine',
      kind: 'machine',
      raised_at: 'machine',
      told_at: 'machine',
      ended_at: 'machine',
      amount: 'machine',
    },
  },
  'identity.mail_pace': {
    what: {
      nl: 'Hoeveel berichten er per minuut naar een maildomein gingen; het domein alleen als kenmerk',
      en: 'How many messages went to a mail domain in a minute; the domain only as a mark',
    },
    whose: 'nobody',
    why: running,
    ground: 'system',
    keep: null,
    presence: false,
    columns: { domain_hash: 'machine', minute: 'machine', sent: 'machine' },
  },
} as const satisfies Record<string, Held>
