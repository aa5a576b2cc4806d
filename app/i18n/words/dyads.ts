import type { Words } from '../speak'

export const dyads = {
  title: { nl: 'Koppels', en: 'Dyads' },
  about: {
    nl: 'Een cliënt en een toezichthouder, gebonden vanaf de benadering. Alleen onderzoeksnummers: geen namen.',
    en: 'A client and a supervisor, bound from the approach on. Pseudonyms only: no names.',
  },
  searchHint: {
    nl: 'Van het koppel of de cliënt; het begin is genoeg',
    en: 'Of the dyad or the client; the beginning will do',
  },
  searchSubmit: { nl: 'Zoeken', en: 'Search' },
  list: { nl: 'Alle koppels', en: 'All dyads' },
  found: {
    nl: ({ search }: { search: string }) => `Gevonden met “${search}”`,
    en: ({ search }: { search: string }) => `Found with “${search}”`,
  },
  dyad: { nl: 'Koppel', en: 'Dyad' },
  client: { nl: 'Cliënt', en: 'Client' },
  location: { nl: 'Locatie', en: 'Location' },
  region: { nl: 'Regio', en: 'Region' },
  boundOn: { nl: 'Gebonden', en: 'Bound' },
  startedOn: { nl: 'Toezicht begon', en: 'Supervision began' },
  waves: { nl: 'Metingen', en: 'Waves' },
  none: { nl: 'Nog geen koppels', en: 'No dyads yet' },
  noneAbout: {
    nl: 'Een koppel ontstaat als een cliënt benaderd wordt.',
    en: 'A dyad comes into being when a client is approached.',
  },
  notFound: { nl: 'Niets gevonden', en: 'Nothing found' },
  notFoundAbout: {
    nl: 'Geen koppel of cliënt heeft een nummer dat zo begint.',
    en: 'No dyad or client has a pseudonym that begins like this.',
  },
} satisfies Words

/** Where a wave stands for one case. */
export const waveStates = {
  not_anchored: { nl: 'nog geen venster', en: 'no window yet' },
  not_yet: { nl: 'nog niet open', en: 'not open yet' },
  open: { nl: 'open', en: 'open' },
  closing: { nl: 'loopt af', en: 'closing' },
  begun: { nl: 'begonnen, nog niet af', en: 'begun, not finished yet' },
  held: { nl: 'gehouden', en: 'held' },
  lost: { nl: 'verloren', en: 'lost' },
  missed: { nl: 'gemist', en: 'missed' },
  withdrawn: { nl: 'ingetrokken', en: 'withdrawn' },
} satisfies Words
