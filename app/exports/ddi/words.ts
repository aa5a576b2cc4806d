import type { Words } from '../../protocol/words'

// What a DDI file says of any study and release; what it says of this one follows from the protocol.

export const DDI_WORDS = {
  codebookOf: { nl: 'Codeboek', en: 'Codebook' },
  software: { nl: 'Koppel', en: 'Koppel' },
  abstract: {
    nl: 'Een longitudinaal cohort van koppels: een cliënt en de toezichthouder van deze cliënt. Beiden beantwoorden bij elke meting vragen over hun samenwerking. Van de cliënt wordt daarna in het register gevolgd hoe het toezicht verliep.',
    en: 'A longitudinal cohort of pairs: a client and this client’s supervisor. Both answer questions about how they work together, at each measurement. The register then tells how the client’s supervision went.',
  },
  purpose: { nl: 'Doel van deze uitgifte', en: 'Purpose of this release' },
  universe: { nl: 'Cliënten bij wie dit alles geldt', en: 'Clients of whom all of this is true' },
  unit: { nl: 'Koppel van cliënt en toezichthouder', en: 'Pair of client and supervisor' },
  kind: {
    nl: 'Antwoorden op vragenlijsten en gebeurtenissen uit een register',
    en: 'Answers to questionnaires, and events of a register',
  },
  waves: { nl: 'Longitudinaal: metingen', en: 'Longitudinal: measurements' },
  sample: {
    nl: 'Niet in deze uitgifte, met het aantal mensen',
    en: 'Not in this release, with the number of people',
  },
  interview: { nl: 'Interview met de cliënt', en: 'Interview with the client' },
  questionnaire: {
    nl: 'Vragenlijst voor de toezichthouder, via een link',
    en: 'Questionnaire for the supervisor, by link',
  },
  consent: {
    nl: 'Alleen van cliënten die hierop ja zeiden',
    en: 'Only of clients who said yes to this',
  },
  linkage: {
    nl: 'Uitkomsten uit het register alleen van wie ook hierop ja zei',
    en: 'Outcomes of the register only of those who said yes to this too',
  },
  conditions: {
    nl: 'De gegevens zijn gepseudonimiseerd, niet anoniem. Gebruik ze alleen voor het doel van deze uitgifte, probeer niemand te herkennen en geef ze niet door. Dit geldt ook voor de aantallen in dit bestand.',
    en: 'The data are pseudonymised, not anonymous. Use them for the purpose of this release only, do not try to recognise anybody and do not pass them on. This goes for the counts in this file too.',
  },
  row: { nl: 'Eén rij', en: 'One row' },
  key: { nl: 'Sleutel', en: 'Key' },
  csv: {
    nl: 'CSV met komma’s (RFC 4180), UTF-8; een leeg veld is ontbrekend zonder reden',
    en: 'CSV with commas (RFC 4180), UTF-8; an empty field is missing without a reason',
  },
  left: { nl: 'Leeg, zonder reden', en: 'Empty, without a reason' },
  within: { nl: 'De mediaan is bekend tot op', en: 'The median is known to within' },
} as const satisfies Record<string, Words>
