import type { Words } from '../speak'

/** Why an instrument from a file was not published, or not put to use. */
export const refusedInstruments = {
  bad_name: {
    nl: 'Een naam heeft kleine letters, cijfers en streepjes, hoogstens 60.',
    en: 'A name has small letters, digits and hyphens, 60 at most.',
  },
  before_today: { nl: 'Kies vandaag of een latere dag.', en: 'Choose today or a later day.' },
  hangs_on_unasked: {
    nl: ({ item, on, pin }: { item: string; on: string; pin: string }) =>
      `Vraag ${item} van ${pin} hangt af van ${on}, en die wordt er niet voor gevraagd. Zet die vragenlijst ervoor.`,
    en: ({ item, on, pin }: { item: string; on: string; pin: string }) =>
      `Question ${item} of ${pin} depends on ${on}, which is not asked before it. Put that instrument before it.`,
  },
  item_twice: {
    nl: ({ item, pin }: { item: string; pin: string }) =>
      `Vraag ${item} van ${pin} staat ook in een andere vragenlijst. Geef één van beide een andere code.`,
    en: ({ item, pin }: { item: string; pin: string }) =>
      `Question ${item} of ${pin} stands in another instrument too. Give one of them another code.`,
  },
  no_questions: {
    nl: 'Er is geen vraag overgebleven. Kijk bij elke regel waarom.',
    en: 'No question is left. See at each line why.',
  },
  not_in_structure: {
    nl: ({ codes }: { codes: string }) => `Deze codes heeft de vragenlijst niet: ${codes}.`,
    en: ({ codes }: { codes: string }) => `The instrument does not have these codes: ${codes}.`,
  },
  one_instrument: {
    nl: 'Kies welke vragenlijst van het bestand bedoeld is: schrijf haar naam.',
    en: 'Choose which instrument of the file is meant: write its name.',
  },
  other_format: {
    nl: ({ seems }: { seems: string }) => `Dit bestand lijkt van de soort ${seems}. Kies die soort.`,
    en: ({ seems }: { seems: string }) => `This file seems to be of the kind ${seems}. Choose that kind.`,
  },
  other_scale: {
    nl: ({ item }: { item: string }) => `Bij ${item} zijn er meer of minder antwoorden dan in onze vragenlijst.`,
    en: ({ item }: { item: string }) => `At ${item} there are more or fewer answers than in our instrument.`,
  },
  other_steps: {
    nl: ({ codes, name }: { codes: string; name: string }) =>
      `Deze vragen hebben andere antwoorden dan ${name} heeft: ${codes}. Maak de antwoorden gelijk.`,
    en: ({ codes, name }: { codes: string; name: string }) =>
      `These questions have other answers than ${name} has: ${codes}. Make the answers the same.`,
  },
  sheet_missing: {
    nl: ({ name }: { name: string }) => `Het werkblad ${name} ontbreekt.`,
    en: ({ name }: { name: string }) => `The sheet ${name} is missing.`,
  },
  structure_incomplete: {
    nl: ({ codes }: { codes: string }) => `In het bestand ontbreken vragen: ${codes}.`,
    en: ({ codes }: { codes: string }) => `The file lacks questions: ${codes}.`,
  },
  other_perspective: {
    nl: 'Deze vragenlijst is voor de ander: die van de cliënt en die van de toezichthouder hebben elk een eigen naam.',
    en: 'This instrument is for the other one: that of the client and that of the supervisor each have a name of their own.',
  },
  unknown_format: {
    nl: 'De kop is van geen van de drie soorten: ons eigen bestand, een REDCap-woordenboek of een XLSForm.',
    en: 'The headings are of none of the three kinds: our own file, a REDCap dictionary or an XLSForm.',
  },
  unknown_instrument: {
    nl: ({ name }: { name: string }) => `Een vragenlijst ${name} is er niet.`,
    en: ({ name }: { name: string }) => `There is no instrument ${name}.`,
  },
  version_exists: {
    nl: ({ pin }: { pin: string }) =>
      `${pin} is er al, met andere tekst. Wat gepubliceerd is verandert niet: kies een hoger versienummer.`,
    en: ({ pin }: { pin: string }) =>
      `${pin} is there already, with another text. What was published does not change: choose a higher version.`,
  },
} satisfies Words
