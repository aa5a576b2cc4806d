import { longDay } from '../days'
import type { Language } from '../language'
import { count } from '../numbers'
import type { Words } from '../speak'

type Rows = { n: number }
const rows = (language: Language, n: number) =>
  language === 'nl'
    ? `${count('nl', n)} ${n === 1 ? 'regel' : 'regels'}`
    : `${count('en', n)} ${n === 1 ? 'row' : 'rows'}`

/** The list of imports, and handing in a file. */
export const imports = {
  menu: { nl: 'Bestanden', en: 'Files' },
  title: { nl: 'Bestanden inlezen', en: 'Taking files in' },
  about: {
    nl: 'Eerst zien wat een bestand zou doen, dan pas inlezen. Het bestand zelf wordt na 24 uur gewist.',
    en: 'See what a file would do first, then take it in. The file itself is erased after 24 hours.',
  },
  handIn: { nl: 'Nieuw bestand', en: 'New file' },
  file: { nl: 'Bestand', en: 'File' },
  fileHint: {
    nl: ({ csv, xlsx }: { csv: number; xlsx: number }) => `CSV tot ${csv} MB, of .xlsx tot ${xlsx} MB`,
    en: ({ csv, xlsx }: { csv: number; xlsx: number }) => `CSV up to ${csv} MB, or .xlsx up to ${xlsx} MB`,
  },
  send: { nl: 'Bestand versturen', en: 'Send the file' },
  sending: {
    nl: ({ percent }: { percent: number }) => `Versturen: ${percent}%`,
    en: ({ percent }: { percent: number }) => `Sending: ${percent}%`,
  },
  sent: { nl: 'Verstuurd. Even kijken wat erin staat.', en: 'Sent. Looking at what it holds.' },
  notSent: { nl: 'Het versturen is niet gelukt. Probeer het nog eens.', en: 'Sending did not work. Try once more.' },
  stop: { nl: 'Stoppen', en: 'Stop' },
  none: { nl: 'Er is nog niets ingelezen', en: 'Nothing has been taken in yet' },
  noneAbout: { nl: 'Kies hierboven een bestand.', en: 'Choose a file above.' },
  list: { nl: 'Eerder', en: 'Before' },
  begun: { nl: 'Begonnen', en: 'Begun' },
  kind: { nl: 'Soort', en: 'Kind' },
  state: { nl: 'Stand', en: 'State' },
  added: { nl: 'Nieuw', en: 'New' },
  changed: { nl: 'Gewijzigd', en: 'Changed' },
  unchanged: { nl: 'Ongewijzigd', en: 'Unchanged' },
  refused: { nl: 'Geweigerd', en: 'Refused' },
  duplicates: { nl: 'Dubbel', en: 'Twice' },
  command: { nl: 'opdrachtregel', en: 'command line' },
  back: { nl: 'Alle bestanden', en: 'All files' },
} satisfies Words

/** Where an import stands. */
export const importStates = {
  receiving: { nl: 'komt binnen', en: 'coming in' },
  received: { nl: 'wacht op uitleg', en: 'waits to be explained' },
  checking: { nl: 'wordt nagekeken', en: 'being looked through' },
  checked: { nl: 'nagekeken', en: 'looked through' },
  applying: { nl: 'wordt ingelezen', en: 'being taken in' },
  done: { nl: 'ingelezen', en: 'taken in' },
  failed: { nl: 'niet bruikbaar', en: 'cannot be used' },
  dropped: { nl: 'gestopt', en: 'stopped' },
} satisfies Words

/** One import: what was guessed, what it would do, what it did. */
export const importing = {
  mapTitle: { nl: 'Wat staat er in dit bestand?', en: 'What does this file hold?' },
  mapAbout: {
    nl: 'Dit hebben we geraden. Klopt het niet, kies dan anders. U ziet namen: dat u hier keek, wordt vastgelegd.',
    en: 'This is what we guessed. If it is wrong, choose otherwise. You see names: that you looked is written down.',
  },
  written: { nl: 'Hoe het geschreven is', en: 'How it is written' },
  format: { nl: 'Vorm', en: 'Format' },
  encoding: { nl: 'Tekens', en: 'Encoding' },
  delimiter: { nl: 'Scheidingsteken', en: 'Separator' },
  sheet: { nl: 'Werkblad', en: 'Sheet' },
  guess: { nl: 'Laat ons raden', en: 'Let us guess' },
  semicolon: { nl: 'Puntkomma ;', en: 'Semicolon ;' },
  comma: { nl: 'Komma ,', en: 'Comma ,' },
  tab: { nl: 'Tabteken', en: 'Tab' },
  bar: { nl: 'Streep |', en: 'Bar |' },
  readAgain: { nl: 'Zo lezen', en: 'Read it this way' },
  changeKind: { nl: 'Soort wijzigen', en: 'Change the kind' },
  kept: { nl: 'Bewaarde uitleg', en: 'Kept explanation' },
  noKept: { nl: 'Geen', en: 'None' },
  firstRows: {
    nl: ({ n }: Rows) => `De eerste ${rows('nl', n)}`,
    en: ({ n }: Rows) => `The first ${rows('en', n)}`,
  },
  line: { nl: 'Regel', en: 'Line' },
  unreadable: {
    nl: 'Zo is het bestand niet te lezen',
    en: 'The file cannot be read this way',
  },
  columns: { nl: 'Kolommen', en: 'Columns' },
  columnsAbout: {
    nl: ({ n }: Rows) => `Dit bestand heeft ${count('nl', n)} kolommen. Kies bij elk gegeven waar het staat.`,
    en: ({ n }: Rows) => `This file has ${count('en', n)} columns. Choose for each fact where it stands.`,
  },
  needed: { nl: 'Dit is nodig.', en: 'This is needed.' },
  unsure: {
    nl: 'Geraden uit wat er in de kolom staat. Kijk het na.',
    en: 'Guessed from what stands in the column. Look whether it is right.',
  },
  missing: { nl: 'Nodig, en niet gevonden. Kies een kolom.', en: 'Needed, and not found. Choose a column.' },
  notInFile: { nl: 'Staat niet in dit bestand', en: 'Not in this file' },
  more: {
    nl: ({ n }: Rows) => `Niet verplicht, nu niet gekozen (${count('nl', n)})`,
    en: ({ n }: Rows) => `Not needed, not chosen now (${count('en', n)})`,
  },
  values: { nl: 'Woorden', en: 'Words' },
  valuesAbout: {
    nl: 'Wat betekenen de woorden in het bestand?',
    en: 'What do the words in the file mean?',
  },
  valuesNext: {
    nl: 'Koos u een andere kolom? Haar woorden staan hier zodra u nakijkt.',
    en: 'Did you choose another column? Its words stand here once you look through.',
  },
  unknown: { nl: 'Dit woord kennen we niet.', en: 'We do not know this word.' },
  asUnknown: { nl: 'Regel weigeren', en: 'Refuse the row' },
  asEmpty: { nl: 'Lezen als leeg', en: 'Read as empty' },
  ofMany: {
    nl: ({ shown, n, more }: { shown: number; n: number; more: boolean }) =>
      `Dit zijn er ${shown} van ${more ? 'meer dan ' : ''}${count('nl', n)}. Staat de goede kolom gekozen?`,
    en: ({ shown, n, more }: { shown: number; n: number; more: boolean }) =>
      `These are ${shown} of ${more ? 'more than ' : ''}${count('en', n)}. Is it the right column?`,
  },
  times: {
    nl: ({ n }: Rows) => `${rows('nl', n)}`,
    en: ({ n }: Rows) => `${rows('en', n)}`,
  },
  days: { nl: 'Hoe dagen geschreven zijn', en: 'How days are written' },
  dmy: { nl: 'dag voorop: 31-12-2012', en: 'day first: 31-12-2012' },
  ymd: { nl: 'jaar voorop: 2012-12-31', en: 'year first: 2012-12-31' },
  either: { nl: 'beide komen voor', en: 'both occur' },
  when: { nl: 'Van wanneer is dit bestand?', en: 'From when is this file?' },
  past: {
    nl: 'Van vroeger: elke regel telt op zijn eigen dag, en niemand krijgt mail',
    en: 'From the past: every row counts on its own day, and nobody gets mail',
  },
  present: {
    nl: 'Van nu: toezichthouders krijgen vragen en herinneringen',
    en: 'From now: supervisors get questions and reminders',
  },
  newest: {
    nl: ({ day }: { day: string }) => `De laatste dag in het bestand is ${longDay('nl', day)}.`,
    en: ({ day }: { day: string }) => `The latest day in the file is ${longDay('en', day)}.`,
  },
  newestOfSome: {
    nl: ({ day, n }: { day: string; n: number }) =>
      `De laatste dag in de eerste ${rows('nl', n)} is ${longDay('nl', day)}. Verder keken we niet; kies zelf.`,
    en: ({ day, n }: { day: string; n: number }) =>
      `The latest day in the first ${rows('en', n)} is ${longDay('en', day)}. We looked no further; choose yourself.`,
  },
  noDay: { nl: 'We vonden geen dag. Kies zelf.', en: 'We found no day. Choose yourself.' },
  keepAs: { nl: 'Deze uitleg bewaren als', en: 'Keep this explanation as' },
  keepAsHint: {
    nl: 'Niet verplicht. Voor het volgende bestand van dezelfde soort.',
    en: 'Not needed. For the next file of the same kind.',
  },
  check: { nl: 'Nakijken', en: 'Look it through' },
  checkAbout: { nl: 'Er wordt nog niets ingelezen.', en: 'Nothing is taken in yet.' },
  mend: { nl: 'Er is nog iets te kiezen', en: 'There is something to choose still' },
  checkingTitle: { nl: 'Het bestand wordt nagekeken', en: 'The file is being looked through' },
  checkingAbout: { nl: 'Er wordt nog niets ingelezen.', en: 'Nothing is being taken in yet.' },
  applyingTitle: { nl: 'Bezig met het bestand', en: 'Working on the file' },
  applyingAbout: {
    nl: 'De regels gaan erin. U kunt deze pagina sluiten; het gaat door.',
    en: 'The rows go in. You may close this page; it goes on.',
  },
  read: {
    nl: ({ read, of }: { read: number; of: number }) =>
      of > 0 ? `${count('nl', read)} van ${rows('nl', of)}` : `${rows('nl', read)} gelezen`,
    en: ({ read, of }: { read: number; of: number }) =>
      of > 0 ? `${count('en', read)} of ${rows('en', of)}` : `${rows('en', read)} read`,
  },
  checkedTitle: { nl: 'Wat dit bestand zou doen', en: 'What this file would do' },
  checkedAbout: { nl: 'Er is nog niets ingelezen.', en: 'Nothing has been taken in yet.' },
  apply: { nl: 'Inlezen', en: 'Take it in' },
  applyAbout: {
    nl: 'Geweigerde regels blijven buiten; de rest gaat door.',
    en: 'Refused rows stay out; the rest goes on.',
  },
  nothingToApply: { nl: 'Er is niets in te lezen.', en: 'There is nothing to take in.' },
  again: { nl: 'Uitleg wijzigen', en: 'Change the explanation' },
  drop: { nl: 'Bestand weggooien', en: 'Throw the file away' },
  doneTitle: { nl: 'Ingelezen', en: 'Taken in' },
  doneAbout: {
    nl: ({ on }: { on: string }) => `Op ${longDay('nl', on)}.`,
    en: ({ on }: { on: string }) => `On ${longDay('en', on)}.`,
  },
  perField: { nl: 'Gewijzigd, per gegeven', en: 'Changed, by fact' },
  field: { nl: 'Gegeven', en: 'Fact' },
  inRows: { nl: 'Regels', en: 'Rows' },
  refusedRows: { nl: 'Geweigerde regels', en: 'Refused rows' },
  column: { nl: 'Kolom', en: 'Column' },
  why: { nl: 'Waarom', en: 'Why' },
  wholeRow: { nl: 'hele regel', en: 'whole row' },
  download: { nl: 'Geweigerde regels als CSV', en: 'Refused rows as CSV' },
  downloadAbout: {
    nl: 'Herstel ze, en stuur dat bestand in. Er staan namen in: bewaar het niet langer dan nodig.',
    en: 'Mend them, and hand that file in. It holds names: keep it no longer than needed.',
  },
  gone: {
    nl: 'Het bestand zelf is gewist. De regelnummers staan hieronder nog.',
    en: 'The file itself has been erased. The numbers of the lines stand below still.',
  },
  whyRefused: { nl: 'Waarom geweigerd', en: 'Why refused' },
  toWork: { nl: 'Naar het werk', en: 'To the work' },
  toFollowUp: { nl: 'Naar het vervolg', en: 'To the follow-up' },
  toFlow: { nl: 'Naar de instroom', en: 'To the flow' },
  failedTitle: { nl: 'Dit bestand kon niet worden gebruikt', en: 'This file could not be used' },
  failedAbout: { nl: 'Er is niets van ingelezen.', en: 'Nothing of it was taken in.' },
  droppedTitle: { nl: 'Dit bestand is weggegooid', en: 'This file was thrown away' },
  droppedAbout: {
    nl: 'Er is niets van ingelezen. Een bestand waar niemand mee verdergaat, wordt na 24 uur gewist.',
    en: 'Nothing of it was taken in. A file that nobody goes on with is erased after 24 hours.',
  },
  receivingTitle: { nl: 'Het bestand is nog niet binnen', en: 'The file is not in yet' },
  receivingAbout: {
    nl: 'Het wordt nog verstuurd, of het versturen brak af. Stuur het dan opnieuw.',
    en: 'It is still being sent, or sending broke off. If so, send it again.',
  },
  anotherFile: { nl: 'Een ander bestand insturen', en: 'Hand in another file' },
} satisfies Words
