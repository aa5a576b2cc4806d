import { longMonth } from '../days'
import type { Words } from '../speak'

/** What went otherwise than the protocol says. */
export const deviations = {
  title: { nl: 'Afwijkingen', en: 'Deviations' },
  about: {
    nl: 'Wat anders ging dan het protocol zegt. Regels vinden het elke nacht; wat alleen mensen weten schrijft u zelf op.',
    en: 'What went otherwise than the protocol says. Rules find it every night; what only people know you write down.',
  },
  one: { nl: 'Afwijking', en: 'Deviation' },
  back: { nl: 'Alle afwijkingen', en: 'All deviations' },
  none: { nl: 'Geen afwijkingen', en: 'No deviations' },
  noneAbout: {
    nl: 'In deze keuze is niets anders gegaan dan het protocol zegt.',
    en: 'In this choice nothing went otherwise than the protocol says.',
  },
  kind: { nl: 'Wat', en: 'What' },
  state: { nl: 'Stand', en: 'State' },
  all: { nl: 'Alle', en: 'All' },
  show: { nl: 'Toon', en: 'Show' },
  cite: { nl: 'Protocol', en: 'Protocol' },
  whom: { nl: 'Koppel', en: 'Pair' },
  location: { nl: 'Locatie', en: 'Location' },
  month: { nl: 'Maand', en: 'Month' },
  named: {
    nl: ({ month }: { month: string }) => longMonth('nl', month),
    en: ({ month }: { month: string }) => longMonth('en', month),
  },
  found: { nl: 'Gevonden op', en: 'Found on' },
  by: { nl: 'Gevonden door', en: 'Found by' },
  rule: { nl: 'een regel', en: 'a rule' },
  account: { nl: 'een medewerker', en: 'a colleague' },
  resolvedOn: { nl: 'Hersteld op', en: 'Mended on' },
  remark: { nl: 'Toelichting', en: 'Explanation' },
  remarkHint: {
    nl: 'Schrijf geen namen en geen nummers van cliënten op.',
    en: 'Write down no names and no numbers of clients.',
  },
  raise: { nl: 'Afwijking opschrijven', en: 'Write a deviation down' },
  pseudonym: { nl: 'Onderzoeksnummer van het koppel', en: 'Research number of the pair' },
  pseudonymHint: { nl: 'Leeg als het over een locatie gaat.', en: 'Empty when it is about a location.' },
  on: { nl: 'Op welke dag', en: 'On which day' },
  decide: { nl: 'Besluiten', en: 'Decide' },
  decision: { nl: 'Besluit', en: 'Decision' },
  decidedOn: { nl: 'Besloten op', en: 'Decided on' },
  why: { nl: 'Waarom', en: 'Why' },
  choose: { nl: 'Kies', en: 'Choose' },
  done: { nl: 'Vastgelegd', en: 'Recorded' },
} satisfies Words

/** Where a deviation stands. */
export const deviationStates = {
  open: { nl: 'open', en: 'open' },
  decided: { nl: 'besloten', en: 'decided' },
  resolved: { nl: 'vanzelf hersteld', en: 'mended by itself' },
} satisfies Words
