import { decimal, shownCount } from '../numbers'
import type { Words } from '../speak'

type Value = { value: number }
type Bounds = { lower: number; upper: number }
type N = { n: number }
type Shown = { n: number | string }

/** What the scales are called; one that is not here goes by its own name. */
export const scaleNames = {
  trust: { nl: 'Vertrouwen', en: 'Trust' },
  direction_and_frame: { nl: 'Richting en kader', en: 'Direction and frame' },
  bond: { nl: 'Binding', en: 'Bond' },
  friction: { nl: 'Stroefheid', en: 'Friction' },
  total: { nl: 'Totaal', en: 'Total' },
} satisfies Words

/** What the answers of the study come to, by scale. */
export const scores = {
  title: { nl: 'Schalen', en: 'Scales' },
  about: {
    nl: 'Wat alle antwoorden samen zeggen, per meting en per kant. Niemand staat hier apart.',
    en: 'What all answers together say, by wave and by side. Nobody stands here alone.',
  },
  noNorms: {
    nl: 'Er zijn geen normen of grenzen waaraan één persoon te meten is.',
    en: 'There are no norms or limits to measure one person by.',
  },
  few: {
    nl: ({ n }: N) => `Van minder dan ${n} mensen staat hier alleen met hoeveel ze zijn.`,
    en: ({ n }: N) => `Of fewer than ${n} people only their number stands here.`,
  },
  definitions: { nl: 'Welke indeling van de schalen', en: 'Which definition of the scales' },
  definition: {
    nl: ({ name, version }: { name: string; version: number }) => `${name}, versie ${version}`,
    en: ({ name, version }: { name: string; version: number }) => `${name}, version ${version}`,
  },
  empty: { nl: 'Nog geen antwoorden', en: 'No answers yet' },
  emptyAbout: {
    nl: 'Zodra de eerste vragenlijst af is staan hier de schalen.',
    en: 'As soon as the first questionnaire is complete the scales stand here.',
  },
  client: { nl: 'Cliënten', en: 'Clients' },
  supervisor: { nl: 'Toezichthouders', en: 'Supervisors' },
  dyads: { nl: 'Binnen de paren', en: 'Within the pairs' },
  side: {
    nl: ({ wave, side }: { wave: string; side: string }) => `${wave}: ${side}`,
    en: ({ wave, side }: { wave: string; side: string }) => `${wave}: ${side}`,
  },
  measured: {
    nl: ({ n }: Shown) => `${shownCount('nl', n)} volledige vragenlijsten`,
    en: ({ n }: Shown) => `${shownCount('en', n)} complete questionnaires`,
  },
  unreliable: {
    nl: ({ n }: Shown) => `, zonder ${shownCount('nl', n)} die niet betrouwbaar waren`,
    en: ({ n }: Shown) => `, without ${shownCount('en', n)} that were not reliable`,
  },
  scale: { nl: 'Schaal', en: 'Scale' },
  people: { nl: 'n', en: 'n' },
  mean: { nl: 'Gemiddelde', en: 'Mean' },
  sd: { nl: 'SD', en: 'SD' },
  alpha: { nl: 'Alfa (95%-interval)', en: 'Alpha (95% interval)' },
  complete: { nl: 'n van alfa', en: 'n of alpha' },
  r: { nl: 'r', en: 'r' },
  size: { nl: 'Verschil, grootte (SD)', en: 'Difference, size (SD)' },
  direction: { nl: 'Cliënt min toezichthouder (SD)', en: 'Client minus supervisor (SD)' },
  changed: {
    nl: ({ from }: { from: string }) => `Verandering sinds ${from} (SD)`,
    en: ({ from }: { from: string }) => `Change since ${from} (SD)`,
  },
  changedOf: { nl: 'n van verandering', en: 'n of change' },
  items: { nl: 'Per vraag', en: 'By question' },
  item: { nl: 'Vraag', en: 'Question' },
  reversed: {
    nl: ({ item }: { item: string }) => `${item}, omgekeerd`,
    en: ({ item }: { item: string }) => `${item}, reversed`,
  },
  rAll: { nl: 'r met de schaal', en: 'r with the scale' },
  rRest: { nl: 'r met de rest', en: 'r with the rest' },
  without: { nl: 'Alfa zonder deze', en: 'Alpha without it' },
  number: {
    nl: ({ value }: Value) => decimal('nl', value, 2),
    en: ({ value }: Value) => decimal('en', value, 2),
  },
  spread: {
    nl: ({ value, sd }: Value & { sd: number }) => `${decimal('nl', value, 2)} (${decimal('nl', sd, 2)})`,
    en: ({ value, sd }: Value & { sd: number }) => `${decimal('en', value, 2)} (${decimal('en', sd, 2)})`,
  },
  interval: {
    nl: ({ value, lower, upper }: Value & Bounds) =>
      `${decimal('nl', value, 2)} (${decimal('nl', lower, 2)} tot ${decimal('nl', upper, 2)})`,
    en: ({ value, lower, upper }: Value & Bounds) =>
      `${decimal('en', value, 2)} (${decimal('en', lower, 2)} to ${decimal('en', upper, 2)})`,
  },
  none: { nl: 'geen', en: 'none' },
  tooFew: { nl: 'te weinig', en: 'too few' },
} satisfies Words
