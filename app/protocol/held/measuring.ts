import type { Held } from './kinds'

const research = {
  nl: 'Het onderzoek: wat beide kanten van het toezicht vinden, en hoe het afliep.',
  en: 'The research: what both sides think of the supervision, and how it ended.',
}
const planning = {
  nl: 'Om gesprekken te plannen en te weten wie ze mag houden.',
  en: 'To plan interviews and to know who may hold them.',
}
const trusted = {
  nl: 'Om te weten hoe een antwoord er kwam, en wie het wanneer waarom veranderde.',
  en: 'To know how an answer came, and who changed it when and why.',
}
const answered = { whose: 'client', why: trusted, ground: 'consent', keep: 'answers', presence: true } as const
const met = { whose: 'client', why: research, ground: 'consent', keep: 'answers', presence: true } as const
const staff = { whose: 'staff', why: planning, ground: 'research', keep: 'answers', presence: false } as const
const own = { whose: 'nobody', why: planning, ground: 'system', keep: null, presence: false } as const

/** How answers come in: what is asked, what was handed in, who holds interviews, where and when (protocol §3, §7). */
export const measuringHeld = {
  'study.entry': {
    what: { nl: 'Elke keer dat antwoorden zijn ingeleverd', en: 'Each time that answers were handed in' },
    ...answered,
    columns: {
      id: 'key',
      measurement_id: 'key',
      version: 'machine',
      state: 'machine',
      way: 'fact',
      draft_id: 'machine',
      draft_seq: 'machine',
      entered_by: 'key',
      entered_on: 'day',
      entered_at: 'day',
      language: 'fact',
      complete: 'machine',
      why: 'fact',
      seconds: 'fact',
    },
  },
  'study.entered_answer': {
    what: { nl: 'Wat er toen werd geantwoord', en: 'What was answered then' },
    ...answered,
    columns: { entry_id: 'key', item: 'fact', value: 'offence', missing: 'fact' },
  },
  'study.entry_note': {
    what: {
      nl: 'Aantekeningen van een interviewer; nooit in een uitgifte',
      en: 'Notes of an interviewer; never in a release',
    },
    ...answered,
    columns: { entry_id: 'key', item: 'fact', text: 'answer' },
  },
  'study.query': {
    what: {
      nl: 'Vragen over een antwoord, en wat ze opleverden',
      en: 'Questions about an answer, and what they led to',
    },
    ...answered,
    columns: {
      id: 'key',
      study_id: 'machine',
      measurement_id: 'key',
      rule: 'fact',
      item: 'fact',
      seq: 'machine',
      state: 'machine',
      raised_by: 'fact',
      raised_on: 'day',
      answered_on: 'day',
      reason: 'fact',
      closed_on: 'day',
      closed_by: 'fact',
    },
  },
  'study.wave_check': {
    what: { nl: 'Voorwaarden die de interviewer opnieuw vroeg', en: 'Criteria that the interviewer asked again' },
    ...met,
    columns: {
      registration_id: 'key',
      wave: 'fact',
      criterion: 'fact',
      seq: 'machine',
      verdict: 'offence',
      checked_on: 'day',
      interviewer: 'key',
    },
  },
  'study.incident': {
    what: { nl: 'Bedreigingen en verteld strafbaar gedrag', en: 'Threats, and offences that were told' },
    ...met,
    columns: {
      id: 'key',
      study_id: 'machine',
      registration_id: 'key',
      location: 'fact',
      interviewer: 'key',
      happened_on: 'day',
      kind: 'offence',
      steps: 'fact',
      remark: 'offence',
      seen_on: 'day',
    },
  },
  'study.voucher': {
    what: { nl: 'Cadeaubonnen: voorraad, en aan wie er een is gegeven', en: 'Vouchers: stock, and who got one' },
    ...met,
    columns: {
      id: 'key',
      study_id: 'machine',
      location: 'fact',
      booked_on: 'day',
      kind: 'fact',
      amount: 'fact',
      registration_id: 'key',
      wave: 'fact',
      interviewer: 'key',
      remark: 'fact',
    },
  },
  'study.appointment': {
    what: { nl: 'Geplande gesprekken', en: 'Interviews that are planned' },
    ...met,
    columns: {
      id: 'key',
      study_id: 'machine',
      registration_id: 'key',
      wave: 'fact',
      seq: 'machine',
      on_day: 'day',
      at_minute: 'day',
      minutes: 'fact',
      location: 'fact',
      room_id: 'key',
      interviewer: 'key',
      state: 'fact',
      planned_on: 'day',
      ended_on: 'day',
    },
  },
  'study.dyad_before': {
    what: { nl: 'Koppels van vóór een andere toezichthouder', en: 'Pairs from before another supervisor' },
    ...met,
    columns: {
      id: 'key',
      study_id: 'machine',
      pseudonym: 'pseudonym',
      registration_id: 'key',
      seq: 'machine',
      client_id: 'key',
      supervisor_id: 'key',
      bound_on: 'day',
      unbound_on: 'day',
      next_id: 'key',
    },
  },
  'study.interviewer': {
    what: { nl: 'Interviewers, met een code', en: 'Interviewers, by a code' },
    ...staff,
    columns: {
      id: 'key',
      study_id: 'machine',
      code: 'pseudonym',
      account_hash: 'hash',
      student: 'fact',
      since_on: 'day',
      ended_on: 'day',
    },
  },
  'study.qualification': {
    what: {
      nl: 'Wat een interviewer moet hebben, en tot wanneer',
      en: 'What an interviewer has to have, and until when',
    },
    ...staff,
    columns: { id: 'key', interviewer_id: 'key', kind: 'fact', obtained_on: 'day', until_on: 'day', ended_on: 'day' },
  },
  'study.availability': {
    what: { nl: 'Wanneer een interviewer kan komen', en: 'When an interviewer can come' },
    ...staff,
    columns: {
      id: 'key',
      study_id: 'machine',
      interviewer: 'key',
      location: 'fact',
      weekday: 'fact',
      from_minute: 'fact',
      until_minute: 'fact',
      ended_on: 'day',
    },
  },
  'study.interviewer_away': {
    what: { nl: 'Dagen waarop een interviewer er niet is', en: 'Days on which an interviewer is away' },
    ...staff,
    columns: { id: 'key', study_id: 'machine', interviewer: 'key', from_on: 'day', until_on: 'day', ended_on: 'day' },
  },
  'study.calendar_feed': {
    what: { nl: 'Adressen van agenda’s van interviewers', en: 'Addresses of the calendars of interviewers' },
    ...staff,
    columns: { hash: 'hash', study_id: 'machine', interviewer: 'key', issued_on: 'day', revoked_on: 'day' },
  },
  'study.room': {
    what: { nl: 'Kamers voor gesprekken', en: 'Rooms for interviews' },
    ...own,
    columns: { id: 'key', study_id: 'machine', location: 'fact', name: 'fact', ended_on: 'day' },
  },
  'study.room_hours': {
    what: { nl: 'Wanneer een kamer vrij is', en: 'When a room can be had' },
    ...own,
    columns: { id: 'key', room_id: 'key', weekday: 'fact', from_minute: 'fact', until_minute: 'fact', ended_on: 'day' },
  },
  'study.instrument': {
    what: { nl: 'Vragenlijsten die uit een bestand kwamen', en: 'Instruments that came from a file' },
    ...own,
    columns: {
      id: 'key',
      study_id: 'machine',
      name: 'fact',
      version: 'machine',
      perspective: 'fact',
      definition: 'fact',
      source: 'fact',
      digest: 'machine',
      published_on: 'day',
    },
  },
  'study.battery': {
    what: {
      nl: 'Wat er bij een meting wordt gevraagd, en vanaf wanneer',
      en: 'What is asked at a wave, and from when',
    },
    ...own,
    columns: {
      id: 'key',
      study_id: 'machine',
      wave: 'fact',
      perspective: 'fact',
      instruments: 'fact',
      from_on: 'day',
      seq: 'machine',
    },
  },
  'study.second_entry_share': {
    what: { nl: 'Welk deel van het papier twee keer wordt ingevoerd', en: 'Which part of the paper is typed in twice' },
    ...own,
    columns: { study_id: 'machine', seq: 'machine', percent: 'fact', set_on: 'day' },
  },
} as const satisfies Record<`study.${string}`, Held>
