import type { Held } from './kinds'

const why = {
  nl: 'Om te weten wat er is vrijgegeven, aan wie en waarvoor, en om het later te kunnen nagaan.',
  en: 'To know what was released, to whom and for what, and to be able to check it later.',
}
const released = { whose: 'client', why, ground: 'consent', keep: 'answers', presence: false } as const

/** Releases: what was asked for, and the study's own copy of the files. */
export const releasesHeld = {
  'study.release': {
    what: {
      nl: 'Welke bestanden zijn gemaakt, voor welk doel, en wie ze vrijgaf; aantallen, geen personen',
      en: 'Which files were made, for which purpose, and who let them go; counts, no people',
    },
    whose: 'staff',
    why,
    ground: 'legal_duty',
    keep: 'audit',
    presence: false,
    columns: {
      id: 'machine',
      study_id: 'machine',
      number: 'machine',
      spec: 'fact',
      state: 'machine',
      asked_by: 'key',
      asked_on: 'day',
      asked_at: 'day',
      progress: 'machine',
      cut_off: 'day',
      snapshot_at: 'day',
      counts: 'fact',
      disclosure: 'fact',
      manifest: 'fact',
      decided_by: 'key',
      decided_on: 'day',
      override: 'fact',
      failure: 'machine',
    },
  },
  'study.release_file': {
    what: { nl: 'Welke bestanden een uitgifte heeft', en: 'Which files a release has' },
    whose: 'nobody',
    why,
    ground: 'system',
    keep: null,
    presence: false,
    columns: { release_id: 'machine', name: 'machine', media: 'machine', size: 'machine', sha256: 'machine' },
  },
  'study.release_chunk': {
    ...released,
    what: {
      nl: 'De bestanden zelf: antwoorden en uitkomsten onder nummers van de uitgifte',
      en: 'The files themselves: answers and outcomes under numbers of the release',
    },
    columns: { release_id: 'machine', name: 'machine', seq: 'machine', bytes: 'offence' },
  },
  'study.release_member': {
    ...released,
    what: { nl: 'Van wie er iets in een uitgifte staat', en: 'Whose data a release holds' },
    columns: { release_id: 'machine', registration_id: 'key', digest: 'machine' },
  },
} satisfies Record<string, Held>
