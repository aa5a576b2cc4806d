import { longDay, shortDay } from '../days'
import type { Words } from '../speak'

type On = { on: string }
type Ago = { on: string; days: number }

const ago = {
  nl: (days: number) => (days === 0 ? 'vandaag' : days === 1 ? 'gisteren' : `${days} dagen geleden`),
  en: (days: number) => (days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`),
}

/** A supervisor's questionnaire as the coordinator looks after it: that it came, and what to do when it was the wrong one. */
export const questionnaires = {
  title: {
    nl: ({ wave }: { wave: string }) => `Vragenlijst ${wave}`,
    en: ({ wave }: { wave: string }) => `Questionnaire ${wave}`,
  },
  about: { nl: 'De vragenlijst van de toezichthouder, koppel', en: 'The supervisor’s questionnaire, dyad' },
  aboutNone: {
    nl: 'De vragenlijst van de toezichthouder over een cliënt die in geen koppel zit.',
    en: 'The supervisor’s questionnaire about a client who is in no dyad.',
  },
  unseen: {
    nl: 'U ziet of en wanneer de vragenlijst kwam. Wat er is geantwoord ziet u niet.',
    en: 'You see whether and when the questionnaire came. You do not see what was answered.',
  },
  back: { nl: 'Naar het koppel', en: 'To the dyad' },
  state: { nl: 'Stand', en: 'State' },
  asked: { nl: 'Gevraagd', en: 'Asked' },
  sent: { nl: 'Link verstuurd', en: 'Link sent' },
  notSent: { nl: 'Nog niet', en: 'Not yet' },
  ago: {
    nl: ({ on, days }: Ago) => `${shortDay('nl', on)}, ${ago.nl(days)}`,
    en: ({ on, days }: Ago) => `${shortDay('en', on)}, ${ago.en(days)}`,
  },
  filled: { nl: 'Laatst ingevuld', en: 'Filled in last' },
  history: { nl: 'Wat eraan is hersteld', en: 'What was mended' },
  reopened: { nl: 'Weer opengezet', en: 'Opened again' },
  swapped: { nl: 'Verwisseld', en: 'Swapped' },
  voided: { nl: 'Ongeldig verklaard', en: 'Declared void' },
  done: { nl: 'Gedaan', en: 'Done' },
  doneAbout: {
    nl: 'Het staat hieronder en in het logboek.',
    en: 'It stands below and in the audit log.',
  },
  notDone: { nl: 'Niet gedaan', en: 'Not done' },
  wrong: { nl: 'Ging er iets mis?', en: 'Did something go wrong?' },
  why: { nl: 'Waarom?', en: 'Why?' },
  reopen: { nl: 'Weer openzetten', en: 'Open again' },
  reopenAbout: {
    nl: 'De antwoorden blijven staan. De toezichthouder krijgt een nieuwe link, kan ze veranderen en ondertekent opnieuw. De oude link werkt niet meer. De termijn en de herinneringen beginnen vandaag opnieuw. Tot de nieuwe ondertekening tellen de antwoorden niet mee.',
    en: 'The answers stay. The supervisor gets a new link, can change them and signs off again. The old link no longer works. The term and the reminders begin again today. Until it is signed off again the answers do not count.',
  },
  void: { nl: 'Ongeldig verklaren', en: 'Declare void' },
  voidAbout: {
    nl: 'De antwoorden tellen nergens meer mee; zij blijven alleen in de geschiedenis bewaard. De toezichthouder krijgt een nieuwe link naar een lege vragenlijst. De oude link werkt niet meer. De termijn en de herinneringen beginnen vandaag opnieuw.',
    en: 'The answers count nowhere any more; they are kept in the history only. The supervisor gets a new link to an empty questionnaire. The old link no longer works. The term and the reminders begin again today.',
  },
  swap: { nl: 'Verwisselen', en: 'Swap' },
  swapAbout: {
    nl: 'De antwoorden van deze vragenlijst gaan naar het koppel dat u kiest, en die van dat koppel hierheen. De dagen blijven. De toezichthouder krijgt geen bericht. In de geschiedenis van beide staat wat er was.',
    en: 'The answers of this questionnaire go to the dyad that you choose, and those of that dyad come here. The days stay. The supervisor gets no message. The history of both says what was there.',
  },
  with: { nl: 'Met de vragenlijst van koppel', en: 'With the questionnaire of dyad' },
  other: {
    nl: ({ pseudonym, on }: { pseudonym: string; on: string }) => `${pseudonym}, ingevuld op ${longDay('nl', on)}`,
    en: ({ pseudonym, on }: { pseudonym: string; on: string }) => `${pseudonym}, filled in on ${longDay('en', on)}`,
  },
  noOther: {
    nl: 'Deze toezichthouder heeft bij deze meting geen andere vragenlijst ingevuld.',
    en: 'This supervisor has filled in no other questionnaire at this wave.',
  },
  nothingToMend: {
    nl: 'Er is niets ingevuld. Er valt niets te herstellen.',
    en: 'Nothing was filled in. There is nothing to mend.',
  },
} satisfies Words

/** Where a questionnaire stands, as a whole. */
export const questionnaireStates = {
  complete: {
    nl: ({ on }: On) => `Compleet op ${shortDay('nl', on)}`,
    en: ({ on }: On) => `Complete on ${shortDay('en', on)}`,
  },
  partial: {
    nl: ({ on }: On) => `Begonnen, laatst op ${shortDay('nl', on)}`,
    en: ({ on }: On) => `Begun, last on ${shortDay('en', on)}`,
  },
  missing: {
    nl: ({ on }: On) => `Niet gekomen, gesloten op ${shortDay('nl', on)}`,
    en: ({ on }: On) => `Did not come, closed on ${shortDay('en', on)}`,
  },
  open: {
    nl: ({ on }: On) => `Gevraagd op ${shortDay('nl', on)}, nog niets`,
    en: ({ on }: On) => `Asked on ${shortDay('en', on)}, nothing yet`,
  },
  erased: {
    nl: ({ on }: On) => `Gewist op ${shortDay('nl', on)}`,
    en: ({ on }: On) => `Erased on ${shortDay('en', on)}`,
  },
} satisfies Words
