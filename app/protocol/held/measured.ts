import type { Held } from './kinds'

const research = {
  nl: 'Het onderzoek: wat beide kanten van het toezicht vinden, en hoe het afliep.',
  en: 'The research: what both sides think of the supervision, and how it ended.',
}
const asking = {
  nl: 'Om te weten wat er is gevraagd, en niemand vaker te vragen dan afgesproken.',
  en: 'To know what was asked, and to ask nobody more often than agreed.',
}
const running = { nl: 'Om het systeem te laten werken.', en: 'To keep the system running.' }
const system = { whose: 'nobody', why: running, ground: 'system', keep: null, presence: false } as const

/** Answers, outcomes and mail under a pseudonym, and the study itself. */
export const measuredHeld = {
  'study.measurement': {
    what: { nl: 'Gehouden gesprekken en vragenlijsten', en: 'Interviews and questionnaires that were held' },
    whose: 'client',
    why: research,
    ground: 'consent',
    keep: 'answers',
    presence: true,
    columns: {
      id: 'key',
      study_id: 'machine',
      registration_id: 'key',
      dyad_id: 'key',
      wave: 'fact',
      perspective: 'fact',
      instrument: 'fact',
      opened_on: 'day',
      completed_on: 'day',
      closed_on: 'day',
      contacts: 'answer',
      interviewer: 'key',
      minutes: 'fact',
      unreliable: 'fact',
      erased_on: 'day',
    },
  },
  'study.answer': {
    what: {
      nl: 'Antwoorden; sommige vragen gaan over overtreden voorwaarden',
      en: 'Answers; some questions are about conditions that were broken',
    },
    whose: 'client',
    why: research,
    ground: 'consent',
    keep: 'answers',
    presence: true,
    columns: { measurement_id: 'key', item: 'fact', value: 'offence' },
  },
  'study.register_event': {
    what: {
      nl: 'Wat het register meldt: einde, waarschuwing, nieuw feit',
      en: 'What the register tells: an ending, a warning, a new offence',
    },
    whose: 'client',
    why: research,
    ground: 'consent',
    keep: 'answers',
    presence: true,
    columns: {
      id: 'key',
      registration_id: 'key',
      event: 'offence',
      happened_on: 'day',
      kind: 'offence',
      reason: 'offence',
      recorded_on: 'day',
      superseded_by: 'key',
    },
  },
  'study.mail_envelope': {
    what: {
      nl: 'Mail aan een toezichthouder: wanneer, en of die aankwam; geen adres en geen tekst',
      en: 'Mail to a supervisor: when, and whether it arrived; no address and no text',
    },
    whose: 'supervisor',
    why: asking,
    ground: 'research',
    keep: 'answers',
    presence: false,
    columns: {
      id: 'key',
      study_id: 'machine',
      supervisor_id: 'key',
      day: 'day',
      language: 'fact',
      state: 'machine',
      message_id: 'machine',
      answer: 'machine',
      attempts: 'machine',
      claimed_at: 'machine',
      retry_at: 'machine',
      sent_at: 'day',
    },
  },
  'study.mail_line': {
    what: { nl: 'Waarover een bericht ging', en: 'What a message was about' },
    whose: 'client',
    why: asking,
    ground: 'research',
    keep: 'answers',
    presence: true,
    columns: {
      id: 'key',
      envelope_id: 'key',
      registration_id: 'key',
      supervisor_id: 'key',
      wave: 'fact',
      kind: 'fact',
      round: 'machine',
      state: 'machine',
      reason: 'fact',
    },
  },
  'study.demo_message': {
    what: {
      nl: 'Alleen in de proefopstelling: de tekst van berichten, zonder namen',
      en: 'In the demonstration only: the text of messages, without names',
    },
    whose: 'supervisor',
    why: { nl: 'Om te laten zien wat er gestuurd wordt.', en: 'To show what is sent.' },
    ground: 'system',
    keep: 'mail_shown',
    presence: false,
    columns: {
      id: 'key',
      study_id: 'machine',
      envelope_id: 'key',
      pseudonym: 'pseudonym',
      day: 'day',
      subject: 'fact',
      text: 'fact',
    },
  },
  'study.study': {
    ...system,
    what: { nl: 'De onderzoeken', en: 'The studies' },
    columns: { id: 'machine', code: 'machine', protocol: 'machine', name: 'machine', created_at: 'machine' },
  },
  'study.clock': {
    ...system,
    what: {
      nl: 'De dag van een proef of een nagespeeld cohort',
      en: 'The day of a demonstration or a replayed cohort',
    },
    columns: { study_id: 'machine', today: 'machine', target: 'machine' },
  },
  'study.retention_report': {
    ...system,
    what: {
      nl: 'Hoeveel er van elke soort gewist gaat worden; alleen aantallen',
      en: 'How much of each kind is going to be erased; counts only',
    },
    columns: { study_id: 'machine', day: 'machine', kind: 'machine', due: 'machine', soon: 'machine' },
  },
  'study.retention_notice': {
    what: {
      nl: 'Van wie een naam gewist gaat worden, onder een nummer, per nacht dat dit is aangekondigd',
      en: 'Whose name is going to be erased, under a number, by the night on which that was announced',
    },
    whose: 'client',
    why: {
      nl: 'Om niets te wissen dat niet een week van tevoren is aangekondigd.',
      en: 'To erase nothing that was not announced a week ahead.',
    },
    ground: 'legal_duty',
    keep: 'audit',
    presence: true,
    columns: { study_id: 'machine', day: 'machine', kind: 'machine', subject_id: 'key' },
  },
  'study.replay': {
    ...system,
    what: { nl: 'Hoever een cohort is nagespeeld', en: 'How far a cohort was replayed' },
    columns: {
      id: 'machine',
      study_id: 'machine',
      digest: 'machine',
      folder: 'machine',
      played_to: 'machine',
      last_on: 'machine',
      finished_at: 'machine',
    },
  },
  'study.replay_refusal': {
    ...system,
    what: {
      nl: 'Op welke regel een bestand niet klopte; nooit wat er stond',
      en: 'On which line a file was wrong; never what stood there',
    },
    columns: { replay_id: 'machine', file: 'machine', line: 'machine', column: 'machine', code: 'machine' },
  },
} as const satisfies Record<string, Held>
