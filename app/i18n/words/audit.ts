import { longDay } from '../days'
import type { Words } from '../speak'

/** The page with the trail itself, and how its chains stand. */
export const audit = {
  title: { nl: 'Het logboek zelf', en: 'The trail itself' },
  about: {
    nl: 'Alles wat is gedaan, regel voor regel. Dat je hier kijkt, komt er ook in te staan.',
    en: 'All that was done, line by line. That you look here is written down too.',
  },
  chain: { nl: 'Deel', en: 'Part' },
  study: { nl: 'In het onderzoek, en met accounts', en: 'In the study, and with accounts' },
  vault: { nl: 'Met namen en formulieren', en: 'With names and forms' },
  from: { nl: 'Van', en: 'From' },
  to: { nl: 'Tot en met', en: 'Up to and including' },
  noDays: {
    nl: 'Kies twee dagen, de eerste vóór de tweede, en ten hoogste een jaar.',
    en: 'Choose two days, the first before the second, and a year at most.',
  },
  who: { nl: 'Wie', en: 'Who' },
  accounts: { nl: 'Rollen', en: 'Roles' },
  others: { nl: 'Anderen', en: 'Others' },
  everybody: { nl: 'Iedereen', en: 'Everybody' },
  everything: { nl: 'Alles', en: 'Everything' },
  verbs: { nl: 'Wat er is gedaan', en: 'What was done' },
  pseudonym: { nl: 'Over wie (onderzoeksnummer)', en: 'About whom (pseudonym)' },
  show: { nl: 'Tonen', en: 'Show' },
  download: { nl: 'Als CSV', en: 'As CSV' },
  caption: {
    nl: ({ from, to }: { from: string; to: string }) => `Van ${longDay('nl', from)} tot en met ${longDay('nl', to)}`,
    en: ({ from, to }: { from: string; to: string }) => `From ${longDay('en', from)} to ${longDay('en', to)}`,
  },
  nothing: { nl: 'Er is niets gevonden', en: 'Nothing was found' },
  nothingAbout: {
    nl: 'In deze dagen is dit niet gedaan. Kies andere dagen, of laat een keuze weg.',
    en: 'On these days this was not done. Choose other days, or leave a choice out.',
  },
  nobody: { nl: 'Niemand heeft dit nummer', en: 'Nobody has this pseudonym' },
  origin: { nl: 'Vanwaar', en: 'From where' },
  details: { nl: 'Bijzonderheden', en: 'Details' },

  standing: { nl: 'Hoe de keten staat', en: 'How the chain stands' },
  standingAbout: {
    nl: 'Druk dit af en bewaar het ergens anders. Met het kenmerk is later te zien of er iets is weggehaald: koppel audit verify --head.',
    en: 'Print this and keep it somewhere else. With the head it can be seen later whether anything was taken away: koppel audit verify --head.',
  },
  head: { nl: 'Kenmerk', en: 'Head' },
  none: { nl: 'nog geen', en: 'none yet' },
  links: { nl: 'Schakels', en: 'Links' },
  sealed: { nl: 'Verzegeld', en: 'Sealed' },
  sealedAt: { nl: 'De laatste', en: 'The last' },
  unsealed: { nl: 'Nog niet verzegeld', en: 'Not sealed yet' },
  since: {
    nl: ({ n, since }: { n: string; since: string }) => `${n}, sinds ${since}`,
    en: ({ n, since }: { n: string; since: string }) => `${n}, since ${since}`,
  },
  broken: { nl: 'De keten is verbroken', en: 'The chain is broken' },
  brokenAbout: {
    nl: 'De laatste schakel is niet zoals hij is gemaakt. koppel audit verify zegt waar.',
    en: 'The last link is not as it was made. koppel audit verify says where.',
  },
} satisfies Words
