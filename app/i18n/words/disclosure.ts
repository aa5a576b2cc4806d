import type { Words } from '../speak'

type Rows = { rows: string; k: number }
type Shared = { number: string; k: number }

/** What is said of how well nobody can be recognised, before a release is approved; and of counts that are hidden. */
export const disclosure = {
  title: { nl: 'Herkenbaarheid', en: 'Who could be recognised' },
  about: {
    nl: 'Wie een cliënt kent, weet vaak al iets: leeftijd, geslacht, woonsituatie. Hier staat hoeveel mensen in dit bestand daarin gelijk zijn.',
    en: 'Who knows a client often knows something already: age, gender, living situation. Here stands how many people in this file are alike in that.',
  },
  safe: {
    nl: ({ k }: { k: number }) => `Iedereen in dit bestand is gelijk aan minstens ${k - 1} anderen.`,
    en: ({ k }: { k: number }) => `Everybody in this file is like at least ${k - 1} others.`,
  },
  blocked: { nl: 'Dit bestand kan zo niet worden uitgegeven', en: 'This file cannot be released as it is' },
  overridden: { nl: 'Uitgegeven ondanks het bezwaar', en: 'Released in spite of the objection' },
  too_few_alike: {
    nl: ({ rows, k }: Rows) => `${rows} mensen zijn gelijk aan minder dan ${k - 1} anderen: zij zijn te herkennen.`,
    en: ({ rows, k }: Rows) => `${rows} people are like fewer than ${k - 1} others: they could be recognised.`,
  },
  few_share: {
    nl: ({ number, rows, k }: Rows & Shared) =>
      `${number}: ${rows} mensen hebben er een die minder dan ${k} mensen delen. Wie één van hen herkent, vindt ook de anderen.`,
    en: ({ number, rows, k }: Rows & Shared) =>
      `${number}: ${rows} people have one that fewer than ${k} people share. Who recognises one of them finds the others too.`,
  },
  dates_shown: {
    nl: 'Dagen staan er als datum in: wie één datum van iemand weet, zoals een zitting, vindt die persoon.',
    en: 'Days stand in it as dates: who knows one date of somebody, such as a court day, finds that person.',
  },
  outcome_shown: {
    nl: ({ outcome, rows }: { outcome: string; rows: string }) =>
      `${outcome}: van ${rows} mensen is de uitkomst af te lezen, omdat iedereen die op hen lijkt haar heeft.`,
    en: ({ outcome, rows }: { outcome: string; rows: string }) =>
      `${outcome}: of ${rows} people the outcome can be read off, since everybody who is like them has it.`,
  },
  overrideLabel: { nl: 'Waarom mag het toch?', en: 'Why may it go all the same?' },
  overrideHint: {
    nl: ({ least }: { least: number }) =>
      `Minstens ${least} tekens. Het komt in de verantwoording bij het bestand te staan.`,
    en: ({ least }: { least: number }) => `At least ${least} characters. It stands in the manifest of the file.`,
  },
  too_short: {
    nl: ({ least }: { least: number }) => `Schrijf in minstens ${least} tekens waarom.`,
    en: ({ least }: { least: number }) => `Write why, in at least ${least} characters.`,
  },
  rows: { nl: 'Mensen in het bestand', en: 'People in the file' },
  classes: { nl: 'Groepen van gelijken', en: 'Groups of people who are alike' },
  smallest: { nl: 'Kleinste groep', en: 'Smallest group' },
  uniques: { nl: 'Mensen die aan niemand gelijk zijn', en: 'People who are like nobody' },
  belowRows: {
    nl: ({ k }: { k: number }) => `Mensen in een groep van minder dan ${k}`,
    en: ({ k }: { k: number }) => `People in a group of fewer than ${k}`,
  },
  belowCells: {
    nl: ({ k }: { k: number }) => `Groepen van minder dan ${k}`,
    en: ({ k }: { k: number }) => `Groups of fewer than ${k}`,
  },
  belowShared: {
    nl: ({ number, k }: Shared) => `${number}: mensen die het met minder dan ${k - 1} anderen delen`,
    en: ({ number, k }: Shared) => `${number}: people who share it with fewer than ${k - 1} others`,
  },
  cells: { nl: 'De kleinste groepen', en: 'The smallest groups' },
  cellsAbout: {
    nl: ({ n }: { n: number }) => `Hooguit ${n}, de kleinste eerst. Alleen voor wie beslist.`,
    en: ({ n }: { n: number }) => `At most ${n}, the smallest first. Only for who decides.`,
  },
  people: { nl: 'Mensen', en: 'People' },
  unknown: { nl: 'niet bekend', en: 'not known' },
  identifier: { nl: 'Kenmerk', en: 'Characteristic' },
  contributions: { nl: 'Wat elk kenmerk eraan bijdraagt', en: 'What each characteristic adds' },
  fewerUniques: {
    nl: 'Minder mensen die aan niemand gelijk zijn, zonder dit',
    en: 'Fewer people who are like nobody, without it',
  },
  fewerBelow: {
    nl: 'Minder mensen in een te kleine groep, zonder dit',
    en: 'Fewer people in a group that is too small, without it',
  },
  suggestion: { nl: 'Voorstel', en: 'Suggestion' },
  suggestionAbout: {
    nl: 'Zo veel minder precies hoeft het maar te zijn. Dit is een voorstel: een ander kan ook.',
    en: 'It need only be this much less precise. This is a suggestion: another will do too.',
  },
  suggestionLeft: {
    nl: ({ rows, k }: Rows) => `Daarna staan er nog ${rows} mensen in een groep van minder dan ${k}.`,
    en: ({ rows, k }: Rows) => `After that ${rows} people are still in a group of fewer than ${k}.`,
  },
  apply: { nl: 'Vraag het bestand zo aan', en: 'Ask for the file like this' },
  taken: { nl: 'Al minder precies', en: 'Less precise already' },
  asItIs: { nl: 'zoals het is', en: 'as it is' },
  outcomes: { nl: 'Uitkomsten binnen groepen van gelijken', en: 'Outcomes within groups of people who are alike' },
  outcome: { nl: 'Uitkomst', en: 'Outcome' },
  known: { nl: 'Groepen waarin zij bekend is', en: 'Groups in which it is known' },
  same: { nl: 'Waarvan allen dezelfde', en: 'All the same' },
  exposed: { nl: 'Waarvan allen ja', en: 'All yes' },
  fewestValues: { nl: 'Minste verschillende waarden', en: 'Fewest different values' },
  notShown: { nl: 'niet getoond', en: 'not shown' },
  fewHidden: {
    nl: '<5 is een tot en met vier; van een totaal van minder dan vijf zijn ook de nullen zo geschreven. Met * is een groter getal weggelaten, omdat een kleiner er anders uit volgt.',
    en: '<5 is one to four; of a total of fewer than five the zeros are written so too. A larger number is left out with * where a smaller one would follow from it.',
  },
} satisfies Words
