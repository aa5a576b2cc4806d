import type { Held } from './kinds'

/** The queue as a whole: its tables are another program's. */
export const queueHeld = {
  what: {
    nl: 'De wachtrij: dat er iets te doen is, en in welk onderzoek; niemand bij naam of nummer',
    en: 'The queue: that there is something to do, and in which study; nobody by name or pseudonym',
  },
  whose: 'nobody',
  why: { nl: 'Om het systeem te laten werken.', en: 'To keep the system running.' },
  ground: 'system',
  keep: null,
  presence: false,
} as const satisfies Omit<Held, 'columns'>
