import type { Words } from '../speak'

/** Typing in answers from paper. */
export const paper = {
  title: { nl: 'Antwoorden van papier', en: 'Answers from paper' },
  menu: { nl: 'Papier', en: 'Paper' },
  about: {
    nl: 'Typ over wat op het papier staat, ook als het vreemd is. Een deel wordt door twee mensen getypt.',
    en: 'Type what stands on the paper, also when it is odd. Part of the papers is typed in by two people.',
  },
  find: { nl: 'Een papier invoeren', en: 'Type in a paper' },
  pseudonym: { nl: 'Nummer op het papier', en: 'Pseudonym on the paper' },
  wave: { nl: 'Meting', en: 'Wave' },
  side: { nl: 'Ingevuld door', en: 'Filled in by' },
  client: { nl: 'cliënt', en: 'client' },
  supervisor: { nl: 'toezichthouder', en: 'supervisor' },
  open: { nl: 'Openen', en: 'Open' },
  noCode: {
    nl: 'U heeft nog geen interviewercode. De coördinator geeft u die.',
    en: 'You have no interviewer code yet. The coordinator gives you one.',
  },
  second: { nl: 'Wacht op een tweede keer typen', en: 'Waits to be typed in a second time' },
  secondNone: { nl: 'Er wacht geen papier op u.', en: 'No paper waits for you.' },
  interviews: { nl: 'Gesprekken zonder antwoorden', en: 'Interviews without answers' },
  interviewsNone: { nl: 'Van elk gesprek zijn er antwoorden.', en: 'Every interview has answers.' },
  since: { nl: 'Sinds', en: 'Since' },
  dyad: { nl: 'Koppel', en: 'Dyad' },
  differ: {
    nl: 'Papieren die verschillen, staan bij de botsingen.',
    en: 'Papers that differ stand with the conflicts.',
  },
  conflicts: { nl: 'Naar de botsingen', en: 'To the conflicts' },
  agreement: { nl: 'Hoe gelijk er wordt getypt', en: 'How equal the typing is' },
  papers: { nl: 'Papieren die twee keer zijn getypt', en: 'Papers that were typed in twice' },
  compared: { nl: 'Antwoorden vergeleken', en: 'Answers compared' },
  equal: { nl: 'Gelijk', en: 'Equal' },
  kappa: { nl: 'Cohens kappa', en: 'Cohen’s kappa' },
  nothing: { nl: 'nog niets', en: 'nothing yet' },
  share: { nl: 'Welk deel wordt twee keer getypt', en: 'Which part is typed in twice' },
  percent: { nl: 'Van elke honderd papieren', en: 'Of every hundred papers' },
  set: { nl: 'Vastleggen', en: 'Set' },
  done: { nl: 'Vastgelegd', en: 'Recorded' },
  form: {
    nl: ({ pseudonym }: { pseudonym: string }) => `Papier van ${pseudonym}`,
    en: ({ pseudonym }: { pseudonym: string }) => `Paper of ${pseudonym}`,
  },
  formAbout: {
    nl: 'Eén vak per vraag: het cijfer dat is aangekruist. Een streepje (-) als de vraag bewust is overgeslagen, leeg als er niets staat.',
    en: 'One box a question: the number that was ticked. A dash (-) when it was passed over on purpose, empty when there is nothing.',
  },
  on: { nl: 'Dag op het papier', en: 'Day on the paper' },
  codes: {
    nl: ({ said }: { said: string }) => `Mag zijn: ${said}`,
    en: ({ said }: { said: string }) => `Can be: ${said}`,
  },
  send: { nl: 'Invoeren', en: 'Type in' },
  noNumber: { nl: 'Typ een heel getal, een streepje of niets.', en: 'Type a whole number, a dash or nothing.' },
  filledIn: { nl: 'Van dit papier zijn de antwoorden er al.', en: 'The answers of this paper are there already.' },
  others: {
    nl: 'U hield het gesprek met deze cliënt. Iemand anders voert het papier van de toezichthouder in.',
    en: 'You interviewed this client. Somebody else types in the supervisor’s paper.',
  },
  back: { nl: 'Terug', en: 'Back' },
} satisfies Words

/** What came of a paper that was typed in. */
export const typedIn = {
  in: { nl: 'Ingevoerd. De antwoorden tellen mee.', en: 'Typed in. The answers count.' },
  waits: {
    nl: 'Ingevoerd. Dit papier is geloot: iemand anders typt het ook in.',
    en: 'Typed in. This paper was drawn: somebody else types it in too.',
  },
  differs: {
    nl: 'Ingevoerd. De twee keer verschillen: kijk op het papier en kies bij de botsingen.',
    en: 'Typed in. The two differ: look at the paper and choose with the conflicts.',
  },
} satisfies Words
