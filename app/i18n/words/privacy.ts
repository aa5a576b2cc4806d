import { longDay } from '../days'
import type { Words } from '../speak'

const MONTHS = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}
const monthIn = (language: 'nl' | 'en', month: string) =>
  `${MONTHS[language][Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`
type Month = { month: string }
type Count = { n: number }

/** The pages of the privacy officer, and the document that says the same. */
export const privacy = {
  title: { nl: 'Privacy', en: 'Privacy' },
  document: { nl: 'Verslag voor de privacyfunctionaris', en: 'Report for the privacy officer' },
  about: {
    nl: ({ on }: { on: string }) => `Wat er wordt bewaard en wie het zag. Het onderzoek is op ${longDay('nl', on)}.`,
    en: ({ on }: { on: string }) => `What is held and who saw it. The study is at ${longDay('en', on)}.`,
  },
  toPerson: { nl: 'Wie zag deze persoon', en: 'Who saw this person' },
  toLooks: { nl: 'Opgezocht en vrijgegeven', en: 'Looked up and released' },
  toBreaches: { nl: 'Datalekken', en: 'Breaches' },
  back: { nl: 'Terug naar privacy', en: 'Back to privacy' },

  held: { nl: 'Wat er wordt bewaard', en: 'What is held' },
  heldAbout: {
    nl: 'Uit de database zelf: elke tabel, hoeveel rijen er nu zijn, wie er volgens de database bij kan, en wat over strafbare feiten gaat (art. 10 AVG).',
    en: 'From the database itself: every table, how many rows there are now, who may read it according to the database, and what is about criminal offences (GDPR art. 10).',
  },
  what: { nl: 'Wat', en: 'What' },
  rows: { nl: 'Rijen', en: 'Rows' },
  whose: { nl: 'Over wie', en: 'About whom' },
  whyAndGround: { nl: 'Waarom, en hoe lang', en: 'Why, and how long' },
  kept: {
    nl: ({ kept }: { kept: string }) => `Bewaard als: ${kept.toLowerCase()}.`,
    en: ({ kept }: { kept: string }) => `Kept as: ${kept.toLowerCase()}.`,
  },
  special: { nl: 'Art. 10 AVG', en: 'GDPR art. 10' },
  names: { nl: 'Namen', en: 'Names' },
  readers: { nl: 'Wie kan het lezen', en: 'Who can read it' },
  nobodyReads: { nl: 'niemand dan de eigenaar', en: 'nobody but the owner' },
  presence: { nl: 'wie erin staat, is onder toezicht', en: 'who stands in it is under supervision' },
  yes: { nl: 'ja', en: 'yes' },
  ground: {
    nl: ({ ground }: { ground: string }) => `Grond: ${ground}.`,
    en: ({ ground }: { ground: string }) => `Ground: ${ground}.`,
  },
  openBreaches: { nl: 'Datalekken die niet zijn afgesloten', en: 'Breaches that are not closed' },
  noBreaches: { nl: 'Er staat geen datalek open.', en: 'No breach is open.' },
  none: { nl: 'nee', en: 'no' },
  noTerm: { nl: 'er staat niemand in', en: 'nobody is in it' },

  people: { nl: 'Wie welke pagina ziet', en: 'Who sees which page' },
  peopleAbout: {
    nl: 'Uit dezelfde tabel die elke pagina bewaakt.',
    en: 'From the same table that guards every page.',
  },
  role: { nl: 'Rol', en: 'Role' },
  pages: { nl: 'Pagina’s', en: 'Pages' },

  terms: { nl: 'Hoe lang iets blijft', en: 'How long things are kept' },
  term: { nl: 'Termijn', en: 'Term' },
  kind: { nl: 'Soort', en: 'Kind' },
  reason: { nl: 'Reden', en: 'Reason' },
  due: { nl: 'Te verwijderen', en: 'Due for deletion' },
  dueAbout: {
    nl: ({ day }: { day: string }) => `Wat te verwijderen is, volgens het verslag van ${longDay('nl', day)}.`,
    en: ({ day }: { day: string }) => `What is due for deletion, according to the report of ${longDay('en', day)}.`,
  },
  neverReported: {
    nl: 'Er is nog geen verslag over wat te verwijderen is.',
    en: 'There is no report yet on what is due for deletion.',
  },
  hours: { nl: ({ n }: Count) => `${n} uur`, en: ({ n }: Count) => `${n} hours` },
  days: { nl: ({ n }: Count) => `${n} dagen`, en: ({ n }: Count) => `${n} days` },
  months: { nl: ({ n }: Count) => `${n} maanden`, en: ({ n }: Count) => `${n} months` },

  looksIn: {
    nl: ({ month }: Month) => `Opgezocht en vrijgegeven in ${monthIn('nl', month)}`,
    en: ({ month }: Month) => `Looked up and released in ${monthIn('en', month)}`,
  },
  looksAbout: {
    nl: 'Elke keer dat iemand een naam zag, een kopie of lijst maakte, of een vrijgave deed.',
    en: 'Every time somebody saw a name, made a copy or a list, or made a release.',
  },
  noLooks: { nl: 'Niemand heeft iets opgezocht', en: 'Nobody looked anything up' },
  noLooksAbout: {
    nl: 'In deze maand zag niemand een naam en is er niets vrijgegeven.',
    en: 'In this month nobody saw a name and nothing was released.',
  },
  doing: { nl: 'Wat', en: 'What' },
  count: { nl: 'Aantal', en: 'Count' },
  month: { nl: 'Maand', en: 'Month' },
  monthHint: { nl: 'jaar-maand, zoals 2012-06', en: 'year-month, such as 2012-06' },
  noMonth: { nl: 'Dit is geen maand. Typ het als 2012-06.', en: 'This is not a month. Type it like 2012-06.' },
  everything: { nl: 'Alles', en: 'Everything' },
  show: { nl: 'Tonen', en: 'Show' },
  download: { nl: 'Als CSV', en: 'As CSV' },
  rowsFound: {
    nl: ({ n }: Count) => (n === 1 ? '1 keer' : `${n} keer`),
    en: ({ n }: Count) => (n === 1 ? '1 time' : `${n} times`),
  },

  personAbout: {
    nl: 'Alles wat er met een persoon is gedaan, uit beide logboeken. Dat je hier kijkt, komt er ook in te staan.',
    en: 'All that was done about a person, from both trails. That you look here is written down too.',
  },
  personField: { nl: 'Onderzoeksnummer', en: 'Pseudonym' },
  personHint: {
    nl: 'Van een cliënt, een koppel of een toezichthouder',
    en: 'Of a client, a dyad or a supervisor',
  },
  personSubmit: { nl: 'Zoeken', en: 'Look up' },
  personNothing: { nl: 'Typ een onderzoeksnummer', en: 'Type a pseudonym' },
  personNothingAbout: {
    nl: 'Een naam zoekt hier niet: wie alleen een naam heeft, vraagt de sleutelbewaarder om het nummer.',
    en: 'A name does not search here: who has a name only asks the key holder for the pseudonym.',
  },
  personUnknown: { nl: 'Niemand heeft dit nummer', en: 'Nobody has this pseudonym' },
  personUnknownAbout: {
    nl: 'In dit onderzoek is geen cliënt, koppel of toezichthouder met dit nummer.',
    en: 'This study has no client, dyad or supervisor with this pseudonym.',
  },
  trailOf: {
    nl: ({ pseudonym }: { pseudonym: string }) => `Wat er is gedaan over ${pseudonym}`,
    en: ({ pseudonym }: { pseudonym: string }) => `What was done about ${pseudonym}`,
  },
  nothingDone: { nl: 'Er is niets meer', en: 'There is nothing more' },
  when: { nl: 'Wanneer', en: 'When' },
  who: { nl: 'Wie', en: 'Who' },
  whom: { nl: 'Over wie', en: 'About whom' },
  purpose: { nl: 'Waarvoor', en: 'For what' },
  studyDay: {
    nl: ({ day }: { day: string }) => `in het onderzoek ${longDay('nl', day)}`,
    en: ({ day }: { day: string }) => `in the study ${longDay('en', day)}`,
  },

  trail: { nl: 'Het logboek', en: 'The trail' },
  trailWhole: {
    nl: ({ n }: { n: string }) => `Heel: ${n} regels, en niemand kan er een wijzigen of weghalen.`,
    en: ({ n }: { n: string }) => `Whole: ${n} entries, and nobody can change or remove one.`,
  },
  trailBroken: { nl: 'Er klopt iets niet', en: 'Something is wrong' },
  trailUnchecked: {
    nl: 'Niet nagegaan: dat kan alleen met het adres van de eigenaar van de database, met koppel audit verify.',
    en: 'Not checked: that takes the address of the database’s owner, with koppel audit verify.',
  },
  printHint: {
    nl: 'Deze pagina kun je afdrukken. Als bestand: koppel privacy-report.',
    en: 'This page can be printed. As a file: koppel privacy-report.',
  },
} satisfies Words

/** Whom a table is about. */
export const subjects = {
  client: { nl: 'cliënten', en: 'clients' },
  supervisor: { nl: 'toezichthouders', en: 'supervisors' },
  staff: { nl: 'medewerkers', en: 'staff' },
  nobody: { nl: 'niemand', en: 'nobody' },
} satisfies Words

/** Why something may be held. */
export const grounds = {
  consent: { nl: 'toestemming', en: 'consent' },
  research: {
    nl: 'wetenschappelijk onderzoek (art. 6 lid 1 e en art. 89 AVG)',
    en: 'scientific research (GDPR art. 6.1 e and art. 89)',
  },
  legal_duty: { nl: 'plicht om te kunnen verantwoorden (art. 5 lid 2 AVG)', en: 'duty to account (GDPR art. 5.2)' },
  system: { nl: 'beveiliging (art. 32 AVG)', en: 'security (GDPR art. 32)' },
} satisfies Words

/** From when a term runs. */
export const termsFrom = {
  case_closed: { nl: 'nadat de zaak sluit', en: 'after the case closes' },
  follow_up_over: { nl: 'na de laatste vraag aan het register', en: 'after the last question to the register' },
  last_question_closed: { nl: 'na de laatste vraag', en: 'after the last question' },
  study_closed: { nl: 'na het einde van het onderzoek', en: 'after the study ends' },
  sent: { nl: 'na verzending', en: 'after it was sent' },
  begun: { nl: 'na het begin', en: 'after it began' },
  received: { nl: 'na ontvangst', en: 'after it came in' },
  taken_in: {
    nl: 'na het inlezen, of zoals bij het bestand staat',
    en: 'after it is taken in, or as stands with the file',
  },
} satisfies Words

/** Who did something, when it was nobody with an account. */
export const actors = {
  supervisor: { nl: 'toezichthouder, met een persoonlijke link', en: 'supervisor, by a personal link' },
  import: { nl: 'import', en: 'import' },
  system: { nl: 'het systeem', en: 'the system' },
  unreadable: { nl: 'niet te lezen: deze regel is gewijzigd', en: 'not readable: this entry was changed' },
  gone: { nl: 'een account dat er niet meer is', en: 'an account that is gone' },
} satisfies Words
