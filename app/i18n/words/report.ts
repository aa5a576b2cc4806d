import { plainDay } from '../days'
import type { Language } from '../language'
import { count, decimal } from '../numbers'
import type { Words } from '../speak'

type N = { n: number }
type Groups = { one: string; other: string }

const shareOf = (language: Language, yes: number, share: number) =>
  `${count(language, yes)} (${decimal(language, 100 * share, 1)}%)`

/** What has a mean beside the scales. */
export const measureNames = { mark: { nl: 'Rapportcijfer', en: 'Mark' } } satisfies Words

/** What the register says, by which groups are compared. */
export const covariateNames = {
  gender: { nl: 'Geslacht', en: 'Gender' },
  age_band: { nl: 'Leeftijd', en: 'Age' },
  region: { nl: 'Regio', en: 'Region' },
  level: { nl: 'Toezichtniveau', en: 'Supervision level' },
  risk: { nl: 'Risicocategorie', en: 'Risk category' },
} satisfies Words

/** The report of a study, on the screen and on paper. */
export const report = {
  menu: { nl: 'Verslag', en: 'Report' },
  title: {
    nl: ({ study }: { study: string }) => `Verslag: ${study}`,
    en: ({ study }: { study: string }) => `Report: ${study}`,
  },
  about: {
    nl: ({ on }: { on: string }) => `De stand van ${plainDay('nl', on)}. Getallen zonder mensen.`,
    en: ({ on }: { on: string }) => `As it stood on ${plainDay('en', on)}. Numbers without people.`,
  },
  print: {
    nl: 'Met “afdrukken” maakt uw browser hier een PDF van, met een hoofdstuk per bladzijde.',
    en: 'With “print” your browser makes a PDF of this, with a chapter on each page.',
  },
  chapters: { nl: 'Hoofdstukken', en: 'Chapters' },
  empty: { nl: 'Nog niemand aangemeld', en: 'Nobody registered yet' },
  emptyAbout: {
    nl: 'Zodra het register is ingelezen staat hier het verslag.',
    en: 'As soon as the register has been read the report stands here.',
  },
  fewest: {
    nl: ({ n }: N) => `Een groep van minder dan ${n} mensen wordt nergens mee vergeleken: dan staat er “te weinig”.`,
    en: ({ n }: N) => `A group of fewer than ${n} people is not compared with anything: then it says “too few”.`,
  },
  noAnswers: {
    nl: 'Wat de antwoorden samen zeggen staat hier niet: dat is voor wie ze onderzoekt.',
    en: 'What the answers come to is not shown here: that is for who analyses them.',
  },
  noNorms: {
    nl: 'Er zijn geen normen of grenzen waaraan één persoon te meten is.',
    en: 'There are no norms or limits to measure one person by.',
  },
  published: { nl: 'Gepubliceerd', en: 'Published' },
  publishedFrom: {
    nl: ({ cite }: { cite: string }) => `“Gepubliceerd” is wat de publicaties noemen (protocol ${cite}).`,
    en: ({ cite }: { cite: string }) => `“Published” is what the publications print (protocol ${cite}).`,
  },
  all: { nl: 'Samen', en: 'Together' },
  tooFew: { nl: 'te weinig', en: 'too few' },

  flow: { nl: 'Van aanmelding tot meting', en: 'From registration to measurement' },
  step: { nl: 'Stap', en: 'Step' },
  came: { nl: 'Kwamen hier', en: 'Came here' },

  response: { nl: 'Respons', en: 'Response' },
  responseOwn: {
    nl: 'Geïnterviewd van wie benaderd is (maat van het onderzoek)',
    en: 'Interviewed of the approached (the study’s own)',
  },

  scales: { nl: 'Scores per schaal', en: 'Scores by scale' },
  scalesAbout: {
    nl: 'Per meting en per kant. Een score is het gemiddelde van de beantwoorde stellingen; wie meer dan de helft openliet heeft er geen.',
    en: 'By wave and by side. A score is the mean of the answered statements; who left more than half of them open has none.',
  },
  scale: { nl: 'Schaal', en: 'Scale' },
  measured: {
    nl: ({ n, unreliable }: { n: string; unreliable: string }) =>
      `Volledige vragenlijsten: ${n}${unreliable === '0' ? '' : `, zonder ${unreliable} die niet betrouwbaar waren`}`,
    en: ({ n, unreliable }: { n: string; unreliable: string }) =>
      `Complete questionnaires: ${n}${unreliable === '0' ? '' : `, without ${unreliable} that were not reliable`}`,
  },
  median: { nl: 'Mediaan', en: 'Median' },
  min: { nl: 'Laagste', en: 'Lowest' },
  max: { nl: 'Hoogste', en: 'Highest' },
  publishedScore: {
    nl: ({ mean, sd, n }: N & { mean: number; sd: number }) =>
      `${decimal('nl', mean, 2)} (${decimal('nl', sd, 2)}), n = ${n}`,
    en: ({ mean, sd, n }: N & { mean: number; sd: number }) =>
      `${decimal('en', mean, 2)} (${decimal('en', sd, 2)}), n = ${n}`,
  },

  changes: { nl: 'Verandering', en: 'Change' },
  changesAbout: {
    nl: 'De latere score min de eerdere, van wie beide heeft.',
    en: 'The later score minus the earlier, of who has both.',
  },
  change: {
    nl: ({ from, wave, side }: { from: string; wave: string; side: string }) => `${wave} min ${from}: ${side}`,
    en: ({ from, wave, side }: { from: string; wave: string; side: string }) => `${wave} minus ${from}: ${side}`,
  },

  pairs: { nl: 'Binnen de paren', en: 'Within the pairs' },
  pairsAbout: {
    nl: 'Van een cliënt en een toezichthouder die bij dezelfde meting allebei antwoordden. Wie antwoordde over een cliënt die niet meedeed, telt bij de scores en in geen paar.',
    en: 'Of a client and a supervisor who both answered at the same wave. Who answered about a client who did not take part counts among the scores and in no pair.',
  },
  relative: { nl: 'Cliënt min toezichthouder', en: 'Client minus supervisor' },
  absolute: { nl: 'Grootte van het verschil', en: 'Size of the difference' },
  publishedR: { nl: 'r, gepubliceerd', en: 'r, published' },
  scatters: {
    nl: ({ wave }: { wave: string }) => `De paren bij ${wave}, schaal voor schaal`,
    en: ({ wave }: { wave: string }) => `The pairs at ${wave}, scale by scale`,
  },
  scattersAbout: {
    nl: 'Elke stip is een paar. Veel paren hebben dezelfde twee scores: hun stippen staan daarom een klein stukje naast elkaar, in een vaste spiraal. De plaats in die spiraal zegt niets over wie het is. Op de schuine lijn zijn beide even hoog.',
    en: 'Each dot is a pair. Many pairs have the same two scores: their dots therefore stand a little apart, in a fixed spiral. The place in that spiral says nothing of who it is. On the sloping line both are equal.',
  },
  scattersBig: {
    nl: 'Er zijn te veel paren om elk apart te tekenen: hoe groter een stip, hoe meer paren.',
    en: 'There are too many pairs to draw each of them: the larger a dot, the more pairs.',
  },
  scatterTitle: {
    nl: ({ scale, wave }: { scale: string; wave: string }) => `${scale}, ${wave}: cliënt en toezichthouder`,
    en: ({ scale, wave }: { scale: string; wave: string }) => `${scale}, ${wave}: client and supervisor`,
  },
  scatterAbout: {
    nl: ({ n, r }: { n: string; r: string }) =>
      `${n} paren, r = ${r}. Van links naar rechts de score van de cliënt, van onder naar boven die van de toezichthouder.`,
    en: ({ n, r }: { n: string; r: string }) =>
      `${n} pairs, r = ${r}. From left to right the client’s score, from bottom to top the supervisor’s.`,
  },
  client: { nl: 'cliënt', en: 'client' },
  supervisor: { nl: 'toezichthouder', en: 'supervisor' },

  reliability: { nl: 'Betrouwbaarheid', en: 'Reliability' },
  reliabilityAbout: {
    nl: 'Cronbachs alfa over wie de hele schaal beantwoordde. Voor groepen is .60 genoeg, voor één persoon .70 tot .80.',
    en: 'Cronbach’s alpha over who answered the whole scale. For groups .60 suffices, for one person .70 to .80.',
  },

  outcomes: { nl: 'Uitkomsten', en: 'Outcomes' },
  outcomesAbout: {
    nl: 'Van wie bij de eerste meting is geïnterviewd, volgens de regels van de publicaties.',
    en: 'Of who was interviewed at the first wave, by the rules of the publications.',
  },
  outcome: { nl: 'Uitkomst', en: 'Outcome' },
  yes: { nl: 'Ja', en: 'Yes' },
  no: { nl: 'Nee', en: 'No' },
  missing: { nl: 'Niet bekend', en: 'Missing' },
  notYet: { nl: 'Nog niet bekend', en: 'Not yet known' },
  notLinked: { nl: 'Geen koppeling', en: 'Not linked' },
  shareYes: { nl: 'Ja van ja en nee', en: 'Yes of yes and no' },
  share: {
    nl: ({ yes, share }: { yes: number; share: number }) => shareOf('nl', yes, share),
    en: ({ yes, share }: { yes: number; share: number }) => shareOf('en', yes, share),
  },
  of: {
    nl: ({ yes, n }: N & { yes: number }) => `${count('nl', yes)} van ${count('nl', n)}`,
    en: ({ yes, n }: N & { yes: number }) => `${count('en', yes)} of ${count('en', n)}`,
  },
  hiddenOutcome: {
    nl: ({ about }: { about: string }) =>
      `${about}: de vergelijking staat hier niet, omdat er een klein aantal uit volgt.`,
    en: ({ about }: { about: string }) =>
      `${about}: no comparison stands here, since a small count would follow from it.`,
  },
  noOutcomes: { nl: 'Er is nog niemand om uitkomsten van te tellen.', en: 'There is nobody yet to count outcomes of.' },
  outcomeYes: { nl: 'wel', en: 'with' },
  outcomeNo: { nl: 'niet', en: 'without' },

  group: {
    nl: ({ group }: { group: string }) => `n ${group}`,
    en: ({ group }: { group: string }) => `n ${group}`,
  },
  groupMean: {
    nl: ({ group }: { group: string }) => `M (SD) ${group}`,
    en: ({ group }: { group: string }) => `M (SD) ${group}`,
  },
  g: { nl: 'g (95%-interval)', en: 'g (95% interval)' },
  odds: { nl: 'Odds ratio (95%-interval)', en: 'Odds ratio (95% interval)' },
  aboutG: {
    nl: ({ one, other }: Groups) => `g is Hedges’ g: boven 0 scoort de groep “${one}” hoger dan “${other}”.`,
    en: ({ one, other }: Groups) => `g is Hedges’ g: above 0 the group “${one}” scores higher than “${other}”.`,
  },
  aboutOdds: {
    nl: ({ one }: Groups) =>
      `Een odds ratio zet een categorie naast alle andere samen: boven 1 komt zij vaker voor in de groep “${one}”. * Bij een lege cel is overal een half opgeteld.`,
    en: ({ one }: Groups) =>
      `An odds ratio sets one category beside all others: above 1 it is more common in the group “${one}”. * With an empty cell a half was added to each.`,
  },
  provisional: {
    nl: ({ about }: { about: string }) =>
      `${about}: van sommigen loopt de tijd nog. Wat hier vergeleken wordt is voorlopig: een “ja” is eerder bekend dan een “nee”.`,
    en: ({ about }: { about: string }) =>
      `${about}: for some the time still runs. What is compared here is provisional: a “yes” is known earlier than a “no”.`,
  },
  running: { nl: 'loopt nog', en: 'still running' },
  firstScores: {
    nl: ({ about, wave }: { about: string; wave: string }) => `${about}: scores bij ${wave}`,
    en: ({ about, wave }: { about: string; wave: string }) => `${about}: scores at ${wave}`,
  },
  background: {
    nl: ({ about }: { about: string }) => `${about}: achtergrond volgens het register`,
    en: ({ about }: { about: string }) => `${about}: background by the register`,
  },
  measure: { nl: 'Wie en wat', en: 'Who and what' },
  sideOf: {
    nl: ({ side, name }: { side: string; name: string }) => `${side}: ${name}`,
    en: ({ side, name }: { side: string; name: string }) => `${side}: ${name}`,
  },
  category: { nl: 'Categorie', en: 'Category' },
  unknown: {
    nl: ({ one, other }: { one: string; other: string }) => `niet bekend: ${one} en ${other}`,
    en: ({ one, other }: { one: string; other: string }) => `unknown: ${one} and ${other}`,
  },

  attrition: { nl: 'Uitval', en: 'Attrition' },
  attritionAbout: {
    nl: ({ from, wave }: { from: string; wave: string }) =>
      `Wie ${from} deed: nog bij ${wave}, of uitgevallen en waarom.`,
    en: ({ from, wave }: { from: string; wave: string }) => `Who did ${from}: still there at ${wave}, or lost and why.`,
  },
  nobodyLost: { nl: 'Er is nog niemand uitgevallen.', en: 'Nobody was lost yet.' },
  stayed: { nl: ({ wave }: { wave: string }) => `Deed ${wave}`, en: ({ wave }: { wave: string }) => `Did ${wave}` },
  lost: { nl: 'Uitgevallen', en: 'Lost' },
  waiting: { nl: 'Nog aan de beurt', en: 'Still to come' },
  reason: { nl: 'Reden', en: 'Reason' },
  people: { nl: 'Cliënten', en: 'Clients' },
  groupStayed: { nl: 'gebleven', en: 'stayed' },
  groupLost: { nl: 'uitgevallen', en: 'lost' },

  sample: { nl: 'De steekproef naast het register', en: 'The sample beside the register' },
  sampleAbout: {
    nl: 'Wie geïnterviewd is, naast iedereen die is aangemeld (de geïnterviewden horen daar zelf bij). Het verschil is gestandaardiseerd: vanaf ongeveer 0,1 is het de moeite van het noemen waard. De leeftijd is die in het jaar van aanmelding.',
    en: 'Those interviewed beside everybody registered (of whom they are part). The difference is standardised: from about 0.1 it is worth naming. The age is the one in the year of registration.',
  },
  interviewed: { nl: 'Geïnterviewd', en: 'Interviewed' },
  registered: { nl: 'Aangemeld', en: 'Registered' },
  difference: { nl: 'Gestandaardiseerd verschil', en: 'Standardised difference' },
} satisfies Words
