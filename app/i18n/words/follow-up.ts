import { longDay, shortDay } from '../days'
import { count } from '../numbers'
import type { Words } from '../speak'

type On = { on: string }
/** Who is due for follow-up, and what the register told. */
export const followUp = {
  title: { nl: 'Vervolg', en: 'Follow-up' },
  about: {
    nl: 'Van wie het register moet zeggen hoe het toezicht verliep.',
    en: 'Of whom the register has to say how supervision went.',
  },
  sources: { nl: 'Bronnen', en: 'Sources' },
  source: { nl: 'Bron', en: 'Source' },
  knownTo: { nl: 'Bekend tot en met', en: 'Known to' },
  erased: { nl: 'gewist: weer onbekend', en: 'erased: not known any more' },
  lastFile: { nl: 'Laatste bestand', en: 'Last file' },
  noSources: {
    nl: 'Er is nog geen bestand van het register ingelezen.',
    en: 'No file of the register was taken in yet.',
  },
  toImports: { nl: 'Bestand inlezen', en: 'Take a file in' },
  followedTo: {
    nl: ({ on }: On) => `Uitkomsten kennen het register tot en met ${longDay('nl', on)}.`,
    en: ({ on }: On) => `Outcomes know the register up to ${longDay('en', on)}.`,
  },
  nothingKnown: {
    nl: 'Wat een bestand meldde, is gewist. Uitkomsten uit het register zijn daarom nog niet bekend.',
    en: 'What a file told has been erased. Outcomes out of the register are therefore not yet known.',
  },
  list: { nl: 'Deelnemers', en: 'Participants' },
  pair: { nl: 'Koppel', en: 'Pair' },
  location: { nl: 'Locatie', en: 'Location' },
  state: { nl: 'Stand', en: 'State' },
  all: { nl: 'Alle', en: 'All' },
  everywhere: { nl: 'Overal', en: 'Everywhere' },
  show: { nl: 'Toon', en: 'Show' },
  over: { nl: 'Volgen tot en met', en: 'Follow-up until' },
  heard: { nl: 'Laatst gehoord', en: 'Last heard' },
  neverHeard: { nl: 'nooit', en: 'never' },
  ended: { nl: 'Afloop', en: 'Ending' },
  none: { nl: 'Niemand', en: 'Nobody' },
  noneAbout: {
    nl: 'In deze keuze staat geen deelnemer.',
    en: 'There is no participant in this choice.',
  },
  back: { nl: 'Alle deelnemers', en: 'All participants' },
  one: {
    nl: ({ pseudonym }: { pseudonym: string }) => `Vervolg van ${pseudonym}`,
    en: ({ pseudonym }: { pseudonym: string }) => `Follow-up of ${pseudonym}`,
  },
  oneAbout: {
    nl: ({ on }: On) => `Het toezicht begon op ${longDay('nl', on)}.`,
    en: ({ on }: On) => `Supervision began on ${longDay('en', on)}.`,
  },
  oneNotBegun: { nl: 'Het toezicht is nog niet begonnen.', en: 'Supervision has not begun yet.' },
  events: { nl: 'Gebeurtenissen', en: 'Events' },
  noEvents: { nl: 'Het register heeft nog niets gemeld.', en: 'The register has told nothing yet.' },
  day: { nl: 'Dag', en: 'Day' },
  what: { nl: 'Wat', en: 'What' },
  from: { nl: 'Van wie', en: 'By whom' },
  byHand: {
    nl: ({ on }: On) => `een medewerker, op ${shortDay('nl', on)}`,
    en: ({ on }: On) => `a colleague, on ${shortDay('en', on)}`,
  },
  byFile: {
    nl: ({ source, on }: On & { source: string }) => `${source}, op ${shortDay('nl', on)}`,
    en: ({ source, on }: On & { source: string }) => `${source}, on ${shortDay('en', on)}`,
  },
  byReplay: {
    nl: ({ on }: On) => `register, op ${shortDay('nl', on)}`,
    en: ({ on }: On) => `register, on ${shortDay('en', on)}`,
  },
  standing: { nl: 'telt', en: 'counts' },
  corrected: { nl: 'verbeterd', en: 'corrected' },
  takenBack: {
    nl: ({ on }: On) => `teruggenomen op ${shortDay('nl', on)}`,
    en: ({ on }: On) => `taken back on ${shortDay('en', on)}`,
  },
  note: { nl: 'Notitie uit het dossier', en: 'Note from the dossier' },
  noteHint: {
    nl: 'Waar staat het, en wat staat er? Schrijf geen namen en geen nummers op. Deze notitie wordt nooit vrijgegeven.',
    en: 'Where does it stand, and what does it say? Write down no names and no numbers. This note is never released.',
  },
  enter: { nl: 'Gebeurtenis opschrijven', en: 'Write an event down' },
  event: { nl: 'Wat er gebeurde', en: 'What happened' },
  choose: { nl: 'Kies', en: 'Choose' },
  reason: { nl: 'Reden', en: 'Reason' },
  noReason: { nl: 'Geen', en: 'None' },
  reasonHint: { nl: 'Alleen als het dossier er een noemt.', en: 'Only when the dossier names one.' },
  takeBack: { nl: 'Terugnemen', en: 'Take back' },
  takeBackOf: {
    nl: ({ what, on }: On & { what: string }) => `${what} van ${shortDay('nl', on)} terugnemen`,
    en: ({ what, on }: On & { what: string }) => `Take back ${what} of ${shortDay('en', on)}`,
  },
  takeBackAbout: {
    nl: 'Is deze gebeurtenis per ongeluk ingevoerd, neem haar dan terug. Ze blijft in de lijst staan en telt niet meer. Wat ze verbeterde, telt weer.',
    en: 'Was this event entered in error? Then take it back. It stays in the list and does not count any more. What it had corrected counts again.',
  },
  why: { nl: 'Waarom', en: 'Why' },
  whyHint: { nl: 'Schrijf geen namen en geen nummers op.', en: 'Write down no names and no numbers.' },
  done: { nl: 'Vastgelegd', en: 'Recorded' },
} satisfies Words

/** How the follow-up of a participant stands. */
export const followUpStates = {
  lacking: { nl: 'ontbreekt', en: 'lacking' },
  due: { nl: 'binnenkort', en: 'due soon' },
  later: { nl: 'loopt nog', en: 'still running' },
  known: { nl: 'bekend', en: 'known' },
} satisfies Words

/** Where a file of the register comes from. */
export const origin = {
  title: { nl: 'Waar dit bestand vandaan komt', en: 'Where this file comes from' },
  source: { nl: 'Bron', en: 'Source' },
  sourceHint: {
    nl: 'Wie het bestand leverde. Geen naam van een persoon.',
    en: 'Who delivered the file. No name of a person.',
  },
  legalBasis: { nl: 'Grondslag', en: 'Legal basis' },
  legalBasisHint: {
    nl: 'Op grond waarvan deze gegevens gebruikt mogen worden.',
    en: 'On what ground these facts may be used.',
  },
  knownTo: { nl: 'Laatste dag die het bestand kent', en: 'Last day that the file knows' },
  knownToHint: {
    nl: 'Tot en met deze dag geldt: wat er niet in staat, is niet gebeurd.',
    en: 'Up to this day: what does not stand in it has not happened.',
  },
  deleteBy: { nl: 'Wissen op', en: 'Erase on' },
  deleteByHint: {
    nl: 'De dag die met de bron is afgesproken. Wat ook in een later bestand staat, blijft zolang als dat bestand zegt.',
    en: 'The day that was agreed with the source. What stands in a later file too stays as long as that file says.',
  },
  erased: {
    nl: ({ n }: { n: number }) => `${count('nl', n)} ${n === 1 ? 'gebeurtenis' : 'gebeurtenissen'} gewist`,
    en: ({ n }: { n: number }) => `${count('en', n)} ${n === 1 ? 'event' : 'events'} erased`,
  },
} satisfies Words
