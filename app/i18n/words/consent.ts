import { longMonth } from '../days'
import type { Words } from '../speak'

type N = { n: number }
type Month = { month: string }

/** The consent of one client: what is in force, the letter, and the list of paper forms. */
export const consent = {
  title: { nl: 'Toestemming', en: 'Consent' },
  about: {
    nl: ({ pseudonym }: { pseudonym: string }) => `Van de cliënt in koppel ${pseudonym}. Hier staan geen namen.`,
    en: ({ pseudonym }: { pseudonym: string }) => `Of the client in dyad ${pseudonym}. There are no names here.`,
  },
  link: { nl: 'Toestemming', en: 'Consent' },
  back: { nl: 'Terug naar toestemming', en: 'Back to consent' },
  toDyad: { nl: 'Naar het koppel', en: 'To the dyad' },
  scopes: { nl: 'Wat mag', en: 'What is allowed' },
  allowed: { nl: 'mag', en: 'allowed' },
  notAllowed: { nl: 'mag niet', en: 'not allowed' },
  notAsked: { nl: 'nog niet gevraagd', en: 'not asked yet' },
  spoken: {
    nl: ({ month, version }: Month & { version: string }) => `${longMonth('nl', month)}, ${version}`,
    en: ({ month, version }: Month & { version: string }) => `${longMonth('en', month)}, ${version}`,
  },
  forms: { nl: 'Formulieren', en: 'Forms' },
  noForms: { nl: 'Er is nog niets getekend.', en: 'Nothing has been signed yet.' },
  form: { nl: 'Formulier', en: 'Form' },
  month: { nl: 'Maand', en: 'Month' },
  state: { nl: 'Staat', en: 'State' },
  ended: {
    nl: ({ month }: Month) => `geëindigd in ${longMonth('nl', month)}`,
    en: ({ month }: Month) => `ended in ${longMonth('en', month)}`,
  },
  letters: { nl: 'Informatiebrief', en: 'Information letter' },
  noLetters: { nl: 'Er is nog geen brief gegeven.', en: 'No letter has been handed out yet.' },
  handedOut: {
    nl: ({ month, version, language }: Month & { version: string; language: string }) =>
      `${version} (${language}), gegeven in ${longMonth('nl', month)}`,
    en: ({ month, version, language }: Month & { version: string; language: string }) =>
      `${version} (${language}), handed out in ${longMonth('en', month)}`,
  },
  next: { nl: 'Volgende stap', en: 'Next step' },
  nextLetter: { nl: 'Geef eerst de informatiebrief.', en: 'Hand out the information letter first.' },
  nextSign: { nl: 'Laat het formulier tekenen.', en: 'Have the form signed.' },
  nextScan: { nl: 'Voeg de scan van het papier toe.', en: 'Add the scan of the paper.' },
  nextCheck: {
    nl: 'Iemand anders kijkt het papier na. Het gesprek kan doorgaan.',
    en: 'Somebody else checks the paper. The interview can go on.',
  },
  nextRefused: {
    nl: 'Het papier is afgekeurd. Laat opnieuw tekenen.',
    en: 'The paper was refused. Have a form signed again.',
  },
  nextNothing: { nl: 'Het formulier is in orde.', en: 'The form is in order.' },
  withdrawn: { nl: 'Deze cliënt doet niet meer mee.', en: 'This client no longer takes part.' },
  letter: { nl: 'Brief lezen en geven', en: 'Read and hand out the letter' },
  sign: { nl: 'Op de tablet tekenen', en: 'Sign on the tablet' },
  paper: { nl: 'Papieren formulier', en: 'Paper form' },
  copy: { nl: 'Kopie voor de cliënt', en: 'Copy for the client' },
  copyAbout: {
    nl: 'Op de kopie staan de naam en de handtekeningen. Dat u haar opent, wordt vastgelegd.',
    en: 'The copy has the name and the signatures on it. That you open it is put on record.',
  },
  signedNow: { nl: 'Het formulier is bewaard', en: 'The form has been kept' },
  scannedNow: { nl: 'De scan is bewaard', en: 'The scan has been kept' },
  givenNow: { nl: 'Vastgelegd dat de brief gegeven is', en: 'Put on record that the letter was handed out' },
  list: { nl: 'Papieren formulieren', en: 'Paper forms' },
  listAbout: {
    nl: 'Elk papier krijgt een scan, en een tweede die het naleest.',
    en: 'Each paper gets a scan, and a second person who reads it again.',
  },
  listEmpty: { nl: 'Er wacht geen formulier', en: 'No form is waiting' },
  listEmptyAbout: {
    nl: 'Alle papieren formulieren zijn gescand en nagekeken.',
    en: 'All paper forms are scanned and checked.',
  },
  waiting: {
    nl: ({ n }: N) => (n === 1 ? '1 papieren formulier wacht' : `${n} papieren formulieren wachten`),
    en: ({ n }: N) => (n === 1 ? '1 paper form is waiting' : `${n} paper forms are waiting`),
  },
  todo: { nl: 'Te doen', en: 'To do' },
  check: { nl: 'Nakijken', en: 'Check' },
  byOther: { nl: 'Iemand anders kijkt dit na', en: 'Somebody else checks this' },
} satisfies Words

/** How far a form is. */
export const formStates = {
  valid: { nl: 'van kracht', en: 'in force' },
  scan: { nl: 'wacht op de scan', en: 'waits for the scan' },
  check: { nl: 'wacht op de tweede lezer', en: 'waits for the second reader' },
  checked: { nl: 'nagekeken', en: 'checked' },
  refused: { nl: 'afgekeurd', en: 'refused' },
} satisfies Words
export const formWays = {
  tablet: { nl: 'op de tablet', en: 'on the tablet' },
  paper: { nl: 'op papier', en: 'on paper' },
  import: { nl: 'ingelezen', en: 'imported' },
} satisfies Words
export const said = {
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  blank: { nl: 'niet ingevuld', en: 'left blank' },
  ended: { nl: 'ingetrokken', en: 'taken back' },
} satisfies Words
/** Why a paper form is refused. */
export const refusedFor = {
  unsigned: { nl: 'Niet getekend', en: 'Not signed' },
  unreadable: { nl: 'Niet te lezen', en: 'Cannot be read' },
  other_person: { nl: 'Van iemand anders', en: 'Of somebody else' },
  other_form: { nl: 'Een ander formulier', en: 'Another form' },
  lost: { nl: 'Het papier is kwijt', en: 'The paper is lost' },
} satisfies Words
