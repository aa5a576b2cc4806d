import { plainDay } from '../days'
import type { Words } from '../speak'

/** Where a release stands. */
export const releaseStates = {
  asked: { nl: 'wacht', en: 'waits' },
  making: { nl: 'wordt gemaakt', en: 'being made' },
  made: { nl: 'wacht op een besluit', en: 'waits for a decision' },
  approved: { nl: 'goedgekeurd', en: 'approved' },
  rejected: { nl: 'afgekeurd', en: 'turned down' },
  failed: { nl: 'niet gelukt', en: 'failed' },
} satisfies Words

/** The tables of a release: what a row is. */
export const releaseTables = {
  wide: { nl: 'wide: een regel per koppel', en: 'wide: a row for each pair' },
  individual: { nl: 'individual: een regel per persoon en meting', en: 'individual: a row for each person and wave' },
  pairwise: {
    nl: 'pairwise: een regel per persoon en meting, met de ander ernaast (voor een APIM)',
    en: 'pairwise: a row for each person and wave, with the other beside it (for an APIM)',
  },
  items: { nl: 'items: een regel per antwoord', en: 'items: a row for each answer' },
  events: {
    nl: 'events: een regel per gebeurtenis in het register',
    en: 'events: a row for each event of the register',
  },
  person_time: {
    nl: 'person_time: een regel per periode waarin een uitkomst kon gebeuren',
    en: 'person_time: a row for each period in which an outcome could happen',
  },
} satisfies Words

/** In what a release is written. */
export const releaseFormats = {
  csv: { nl: 'CSV (Excel, R)', en: 'CSV (Excel, R)' },
  sav: { nl: 'SPSS (.sav)', en: 'SPSS (.sav)' },
  sps: { nl: 'SPSS-syntaxis, leest de CSV (.sps)', en: 'SPSS syntax, reads the CSV (.sps)' },
  dta: { nl: 'Stata 14 en later (.dta)', en: 'Stata 14 and later (.dta)' },
  r: { nl: 'R-script, leest de CSV (read.R)', en: 'R script, reads the CSV (read.R)' },
  parquet: { nl: 'Parquet', en: 'Parquet' },
  datapackage: { nl: 'Data Package (datapackage.json)', en: 'Data Package (datapackage.json)' },
  odm: { nl: 'CDISC ODM (odm.xml)', en: 'CDISC ODM (odm.xml)' },
  ddi: { nl: 'DDI-Codebook (ddi.xml)', en: 'DDI-Codebook (ddi.xml)' },
} satisfies Words

/** Why people are not in a release. */
export const releaseLeftOut = {
  no_consent: { nl: 'Gaven hier geen toestemming voor', en: 'Gave no consent for this' },
  not_asked_for: { nl: 'Vallen buiten de gevraagde groep', en: 'Are outside the group that was asked for' },
} satisfies Words

/** The list of releases. */
export const releases = {
  title: { nl: 'Vrijgaven', en: 'Releases' },
  about: {
    nl: 'Bestanden voor analyse, zonder namen. Wie er een vraagt, beslist er niet zelf over.',
    en: 'Files for analysis, without names. Whoever asks for one does not decide about it.',
  },
  list: { nl: 'Gevraagde vrijgaven', en: 'Releases that were asked for' },
  none: { nl: 'Nog geen vrijgaven', en: 'No releases yet' },
  noneAbout: {
    nl: 'Wie analyseert vraagt een vrijgave. Iemand anders keurt haar goed of af.',
    en: 'Whoever analyses asks for a release. Somebody else approves it or turns it down.',
  },
  number: { nl: 'Nummer', en: 'Number' },
  purpose: { nl: 'Doel', en: 'Purpose' },
  asked: { nl: 'Gevraagd', en: 'Asked for' },
  state: { nl: 'Stand', en: 'State' },
  people: { nl: 'Mensen', en: 'People' },
  percent: { nl: ({ n }: { n: number }) => `${n}%`, en: ({ n }: { n: number }) => `${n}%` },
} satisfies Words

/** One release: how it stands, what is in it, who decided. */
export const release = {
  title: { nl: ({ n }: { n: number }) => `Vrijgave ${n}`, en: ({ n }: { n: number }) => `Release ${n}` },
  back: { nl: 'Alle vrijgaven', en: 'All releases' },
  by: {
    nl: ({ who, on }: { who: string; on: string }) => `${who}, ${plainDay('nl', on)}`,
    en: ({ who, on }: { who: string; on: string }) => `${who}, ${plainDay('en', on)}`,
  },
  waiting: { nl: 'Deze vrijgave wacht tot zij gemaakt wordt', en: 'This release waits to be made' },
  making: {
    nl: ({ n }: { n: number }) => `De bestanden worden gemaakt: ${n}%`,
    en: ({ n }: { n: number }) => `The files are being made: ${n}%`,
  },
  waitingAbout: {
    nl: 'U hoeft hier niet te blijven. De pagina ververst zichzelf; ook als u later terugkomt staat zij hier.',
    en: 'You need not stay. The page renews itself; when you come back later it stands here too.',
  },
  look: { nl: 'Nu kijken', en: 'Look now' },
  failed: { nl: 'Deze vrijgave is niet gelukt', en: 'This release failed' },
  whatAsked: { nl: 'Wat er gevraagd is', en: 'What was asked for' },
  askedBy: { nl: 'Gevraagd door', en: 'Asked for by' },
  cutOff: { nl: 'Bekend tot en met', en: 'Known up to and including' },
  counts: { nl: 'Wie en wat erin staat', en: 'Who and what is in it' },
  people: { nl: 'Mensen', en: 'People' },
  unlinked: { nl: 'Van hen zonder uitkomsten uit het register', en: 'Of them without outcomes of the register' },
  leftOut: { nl: 'Niet erin', en: 'Not in it' },
  rows: { nl: 'Regels per tabel', en: 'Rows in each table' },
  table: { nl: 'Tabel', en: 'Table' },
  rowCount: { nl: 'Regels', en: 'Rows' },
  decide: { nl: 'Beslissen', en: 'Decide' },
  decideAbout: {
    nl: 'Keurt u goed, dan kan wie haar vroeg de bestanden ophalen. Een besluit staat vast.',
    en: 'If you approve, whoever asked for it can take the files. A decision stands.',
  },
  approve: { nl: 'Goedkeuren', en: 'Approve' },
  reject: { nl: 'Afkeuren', en: 'Turn down' },
  notYours: { nl: 'U hebt deze vrijgave zelf gevraagd', en: 'You asked for this release yourself' },
  notYoursAbout: { nl: 'Iemand anders beslist erover.', en: 'Somebody else decides about it.' },
  decision: { nl: 'Besluit', en: 'Decision' },
  approvedBy: { nl: 'Goedgekeurd door', en: 'Approved by' },
  rejectedBy: { nl: 'Afgekeurd door', en: 'Turned down by' },
  override: { nl: 'Waarom het toch mocht', en: 'Why it could go all the same' },
  files: { nl: 'Bestanden', en: 'Files' },
  filesLater: {
    nl: 'Ophalen kan als iemand anders de vrijgave heeft goedgekeurd.',
    en: 'They can be taken when somebody else has approved the release.',
  },
  filesNot: {
    nl: 'Deze vrijgave is afgekeurd: niemand haalt deze bestanden op.',
    en: 'This release was turned down: nobody takes these files.',
  },
  filesOthers: {
    nl: 'Ophalen kan wie vrijgaven vraagt, en wie deze goedkeurde.',
    en: 'They can be taken by whoever asks for releases, and by who approved this one.',
  },
  gone: { nl: 'De bestanden zijn weg', en: 'The files are gone' },
  all: { nl: 'Alles in een ZIP', en: 'Everything in one ZIP' },
  noted: { nl: 'Wie iets ophaalt wordt genoteerd.', en: 'Who takes anything is noted down.' },
  file: { nl: 'Bestand', en: 'File' },
  size: { nl: 'Grootte', en: 'Size' },
  sha: { nl: 'SHA-256', en: 'SHA-256' },
  kilobytes: { nl: ({ n }: { n: string }) => `${n} kB`, en: ({ n }: { n: string }) => `${n} kB` },
} satisfies Words

/** The form that asks for a release; the same words say what was asked. */
export const askRelease = {
  title: { nl: 'Vrijgave vragen', en: 'Ask for a release' },
  purpose: { nl: 'Waarvoor is zij?', en: 'What is it for?' },
  purposeHint: {
    nl: 'Het doel komt in de bestanden te staan. Met hetzelfde doel krijgen mensen dezelfde nummers, met een ander doel andere.',
    en: 'The purpose stands in the files. The same purpose gives people the same numbers, another gives them others.',
  },
  whole: {
    nl: 'Zonder meer krijgt u alles wat mag worden vrijgegeven, in elk formaat. Hieronder vraagt u om minder.',
    en: 'Without more you get everything that may be released, in every format. Ask for less below.',
  },
  what: { nl: 'Wat erin staat', en: 'What is in it' },
  whom: { nl: 'Over wie', en: 'About whom' },
  how: { nl: 'Hoe het is geschreven', en: 'How it is written' },
  tables: { nl: 'Tabellen', en: 'Tables' },
  waves: { nl: 'Metingen', en: 'Waves' },
  instruments: { nl: 'Vragenlijsten', en: 'Questionnaires' },
  allInstruments: { nl: 'Alles wat is gevraagd', en: 'Whatever was asked' },
  someInstruments: { nl: 'Alleen deze vragenlijsten', en: 'Only these questionnaires' },
  whichInstruments: { nl: 'Welke vragenlijsten', en: 'Which questionnaires' },
  definitions: { nl: 'Schalen, volgens', en: 'Scales, after' },
  outcomes: { nl: 'Uitkomsten', en: 'Outcomes' },
  leftOut: { nl: 'Niet in de vergelijkingsgroep', en: 'Not in the comparison group' },
  leftOutHint: {
    nl: 'Bij negatieve uitval is wie zo eindigde geen “ja” en geen “nee”.',
    en: 'With negative dropout, who ended like this is neither “yes” nor “no”.',
  },
  nothing: { nl: 'geen', en: 'none' },
  everybody: { nl: 'Iedereen die mag worden vrijgegeven', en: 'Everybody who may be released' },
  whomAbout: {
    nl: 'Leeg is iedereen die mag worden vrijgegeven. Een kleine groep is eerder te herkennen.',
    en: 'Empty is everybody who may be released. A small group is recognised sooner.',
  },
  region: { nl: 'Regio', en: 'Region' },
  location: { nl: 'Locatie', en: 'Location' },
  interviewedAt: { nl: 'Gesproken bij meting', en: 'Interviewed at wave' },
  any: { nl: 'Alle', en: 'All' },
  startedFrom: { nl: 'Toezicht begon op of na', en: 'Supervision began on or after' },
  startedTo: { nl: 'Toezicht begon op of vóór', en: 'Supervision began on or before' },
  coarsening: { nl: 'Hoe precies', en: 'How precise' },
  coarseningAbout: {
    nl: 'Hoe minder precies een kenmerk is, hoe minder mensen te herkennen zijn.',
    en: 'The less precise a characteristic is, the fewer people can be recognised.',
  },
  dates: { nl: 'Datums', en: 'Dates' },
  days: { nl: 'Dagen sinds het eerste gesprek', en: 'Days since the first interview' },
  calendar: { nl: 'Gewone datums', en: 'Calendar dates' },
  datesHint: {
    nl: 'Let op: met gewone datums zijn mensen veel eerder te herkennen. Vraag die alleen als het niet anders kan.',
    en: 'Beware: with calendar dates people are recognised much sooner. Ask for them only where nothing else will do.',
  },
  formats: { nl: 'Formaten', en: 'Formats' },
  formatsHint: {
    nl: 'Het codeboek komt er altijd bij, en de CSV waar een ander bestand die leest.',
    en: 'The codebook always comes with it, and the CSV where another file reads it.',
  },
  language: { nl: 'Taal van de labels', en: 'Language of the labels' },
  nl: { nl: 'Nederlands', en: 'Dutch' },
  en: { nl: 'Engels', en: 'English' },
  ask: { nl: 'Vrijgave vragen', en: 'Ask for the release' },
  wrong: { nl: 'Nog niet gevraagd', en: 'Not asked for yet' },
  wrongAbout: {
    nl: 'Kijk bij de rode regels. Wat u koos, staat er nog.',
    en: 'Look at the red lines. What you chose is still there.',
  },
} satisfies Words
