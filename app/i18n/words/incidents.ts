import { shortDay } from '../days'
import type { Words } from '../speak'

/** What happened at interviews. */
export const incidents = {
  title: { nl: 'Voorvallen', en: 'Incidents' },
  about: {
    nl: 'Wat er bij een interview gebeurde, en wat er toen is gedaan. Interviewers schrijven het op tijdens of na het gesprek.',
    en: 'What happened at an interview, and what was done then. Interviewers write it down during the talk or after it.',
  },
  none: { nl: 'Geen voorvallen', en: 'No incidents' },
  noneAbout: { nl: 'Er is nog niets opgeschreven.', en: 'Nothing has been written down yet.' },
  kind: { nl: 'Wat', en: 'What' },
  day: { nl: 'Dag', en: 'Day' },
  location: { nl: 'Locatie', en: 'Location' },
  whom: { nl: 'Koppel', en: 'Pair' },
  steps: { nl: 'Gedaan', en: 'Done' },
  noSteps: { nl: 'niets aangekruist', en: 'nothing ticked' },
  remark: { nl: 'Toelichting', en: 'Explanation' },
  seen: { nl: 'Gezien', en: 'Seen' },
  seenOn: {
    nl: ({ on }: { on: string }) => shortDay('nl', on),
    en: ({ on }: { on: string }) => shortDay('en', on),
  },
  see: { nl: 'Gezien', en: 'Mark as seen' },
  seeOne: {
    nl: ({ kind, on }: { kind: string; on: string }) => `Gezien: ${kind}, ${shortDay('nl', on)}`,
    en: ({ kind, on }: { kind: string; on: string }) => `Mark as seen: ${kind}, ${shortDay('en', on)}`,
  },
  toDo: { nl: 'Wat te doen', en: 'What to do' },
  toDoAbout: {
    nl: 'Deze stappen ziet de interviewer als er iets gebeurt.',
    en: 'The interviewer sees these steps when something happens.',
  },
  done: { nl: 'Vastgelegd', en: 'Recorded' },
} satisfies Words
