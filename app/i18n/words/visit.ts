import { longDay } from '../days'
import type { Words } from '../speak'

type Span = { opens: string; closes: string }

/** Whom to meet, where and when. */
export const visit = {
  title: {
    nl: ({ wave }: { wave: string }) => `Gesprek ${wave}`,
    en: ({ wave }: { wave: string }) => `Interview ${wave}`,
  },
  about: {
    nl: 'Deze pagina gaat na een minuut dicht. Dat u keek, wordt vastgelegd.',
    en: 'This page closes after a minute. It is written down that you looked.',
  },
  link: { nl: 'Met wie en waar', en: 'With whom and where' },
  client: { nl: 'Cliënt', en: 'Client' },
  gone: { nl: 'De naam is er niet meer', en: 'The name is no longer here' },
  pseudonym: { nl: 'Onderzoeksnummer', en: 'Pseudonym' },
  phone: { nl: 'Telefoon', en: 'Telephone' },
  noPhone: { nl: 'De cliënt wil niet gebeld worden', en: 'The client does not want to be telephoned' },
  phoneUnknown: { nl: 'Er is geen nummer bekend', en: 'No number is known' },
  location: { nl: 'Plaats', en: 'Place' },
  day: { nl: 'Dag', en: 'Day' },
  noDay: { nl: 'Nog niet afgesproken', en: 'Not arranged yet' },
  window: { nl: 'Kan in', en: 'Can be held' },
  span: {
    nl: ({ opens, closes }: Span) => `${longDay('nl', opens)} tot en met ${longDay('nl', closes)}`,
    en: ({ opens, closes }: Span) => `${longDay('en', opens)} up to and including ${longDay('en', closes)}`,
  },
  back: { nl: 'Terug naar vandaag', en: 'Back to today' },
} satisfies Words
