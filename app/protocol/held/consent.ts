import type { Held } from './kinds'

const shown = {
  nl: 'Zolang de antwoorden er zijn, moet te zien zijn dat ze gebruikt mogen worden.',
  en: 'As long as there are answers, it must be possible to show that they may be used.',
}

/** Consent: the signed forms in the vault, and what they allow, in the study. */
export const consentHeld = {
  'identity.consent_form': {
    what: {
      nl: 'Getekende toestemming: welk formulier, welke maand; de dag en wie meetekende verzegeld',
      en: 'Signed consent: which form, which month; the day and who signed with them sealed',
    },
    whose: 'client',
    why: shown,
    ground: 'legal_duty',
    keep: 'consent_forms',
    presence: true,
    columns: {
      id: 'key',
      study_alias: 'machine',
      person_id: 'key',
      version: 'fact',
      language: 'fact',
      way: 'fact',
      state: 'fact',
      month: 'day',
      location_hash: 'hash',
      particulars: 'name',
      ended_month: 'day',
      collected: 'fact',
      entered_by_hash: 'hash',
      checked_by_hash: 'hash',
    },
  },
  'identity.consent_answer': {
    what: { nl: 'Ja of nee bij elk hokje van een formulier', en: 'Yes or no to each box of a form' },
    whose: 'client',
    why: shown,
    ground: 'legal_duty',
    keep: 'consent_forms',
    presence: true,
    columns: { form_id: 'key', box: 'machine', seq: 'machine', answer: 'answer', month: 'day' },
  },
  'identity.consent_paper': {
    what: {
      nl: 'Scans en getekende handtekeningen, verzegeld',
      en: 'Scans and drawn signatures, sealed',
    },
    whose: 'client',
    why: shown,
    ground: 'legal_duty',
    keep: 'names_of_participants',
    presence: true,
    columns: { id: 'key', form_id: 'key', kind: 'machine', media: 'machine', size: 'machine', sealed: 'name' },
  },
  'identity.letter': {
    what: {
      nl: 'Welke informatiebrief iemand kreeg; de dag en door wie verzegeld',
      en: 'Which information letter somebody was given; the day and by whom sealed',
    },
    whose: 'client',
    why: {
      nl: 'Om te kunnen laten zien dat iemand wist waar hij ja of nee op zei.',
      en: 'To show that somebody knew what they said yes or no to.',
    },
    ground: 'legal_duty',
    keep: 'consent_forms',
    presence: true,
    columns: { id: 'key', person_id: 'key', version: 'fact', language: 'fact', month: 'day', particulars: 'fact' },
  },
  'study.permission': {
    what: {
      nl: 'Wat een cliënt nu toestaat, onder een nummer',
      en: 'What a client allows now, under a pseudonym',
    },
    whose: 'client',
    why: {
      nl: 'Niets te doen of vrij te geven waarvoor geen toestemming is.',
      en: 'To do or release nothing without consent.',
    },
    ground: 'legal_duty',
    keep: 'answers',
    presence: true,
    columns: { client_id: 'key', scope: 'fact', granted: 'answer', ended_on: 'day' },
  },
  'study.withdrawal': {
    what: {
      nl: 'Wie stopte, wanneer, en of de antwoorden blijven',
      en: 'Who stopped, when, and whether the answers stay',
    },
    whose: 'client',
    why: {
      nl: 'Om niemand nog te benaderen die niet meer wil.',
      en: 'To approach nobody who no longer wants it.',
    },
    ground: 'legal_duty',
    keep: 'answers',
    presence: true,
    columns: { client_id: 'key', study_id: 'machine', withdrawn_on: 'day', collected: 'answer', erase_on: 'day' },
  },
  'study.declining': {
    what: {
      nl: 'Voor welke cliënt een toezichthouder niet meedoet',
      en: 'For which client a supervisor does not take part',
    },
    whose: 'supervisor',
    why: {
      nl: 'Om het hun niet nog eens te vragen.',
      en: 'Not to ask them again.',
    },
    ground: 'legal_duty',
    keep: 'answers',
    presence: false,
    columns: { registration_id: 'key', supervisor_id: 'key', declined_on: 'day' },
  },
  'study.answer_withdrawal': {
    what: {
      nl: 'Welke toezichthouder zijn antwoorden liet wissen, en wanneer',
      en: 'Which supervisor had their answers erased, and when',
    },
    whose: 'supervisor',
    why: {
      nl: 'Om te wissen wat die vroeg, en te kunnen laten zien dat het is gebeurd.',
      en: 'To erase what they asked for, and to show that it was done.',
    },
    ground: 'legal_duty',
    keep: 'answers',
    presence: false,
    columns: { id: 'key', study_id: 'machine', supervisor_id: 'key', registration_id: 'key', withdrawn_on: 'day' },
  },
} as const satisfies Record<string, Held>
