import type { Words } from '../speak'

/** Questions about answers, and how they are solved. */
export const queriesPage = {
  title: { nl: 'Vragen over antwoorden', en: 'Queries' },
  about: {
    nl: 'Regels letten op antwoorden die vreemd zijn. Hier staat welke vraag het is, nooit wat is geantwoord.',
    en: 'Rules watch for answers that are odd. This says which question it is, never what was answered.',
  },
  none: { nl: 'Geen vragen', en: 'No queries' },
  noneAbout: {
    nl: 'Zodra een regel iets vreemds vindt in antwoorden die binnenkomen, staat het hier.',
    en: 'As soon as a rule finds something odd in answers that come in, it stands here.',
  },
  noCode: {
    nl: 'U heeft nog geen interviewercode. De coördinator geeft u die.',
    en: 'You have no interviewer code yet. The coordinator gives you one.',
  },
  state: { nl: 'Stand', en: 'State' },
  all: { nl: 'Alle', en: 'All' },
  show: { nl: 'Tonen', en: 'Show' },
  rule: { nl: 'Wat is er', en: 'What it is' },
  item: { nl: 'Vraag', en: 'Question' },
  whole: { nl: 'de hele lijst', en: 'the whole questionnaire' },
  whom: { nl: 'Koppel', en: 'Dyad' },
  wave: { nl: 'Meting', en: 'Wave' },
  side: { nl: 'Van wie', en: 'Whose' },
  client: { nl: 'cliënt', en: 'client' },
  supervisor: { nl: 'toezichthouder', en: 'supervisor' },
  raised: { nl: 'Sinds', en: 'Since' },
  interviewer: { nl: 'Interviewer', en: 'Interviewer' },
  answeredOn: { nl: 'Beantwoord op', en: 'Answered on' },
  closedOn: { nl: 'Gesloten op', en: 'Closed on' },
  closedByRule: { nl: 'de regel vindt het niet meer', en: 'the rule no longer finds it' },
  reason: { nl: 'Wat bleek', en: 'What it was' },
  back: { nl: 'Alle vragen', en: 'All queries' },
  stands: { nl: 'Wat er nu staat', en: 'What stands now' },
  nothing: { nl: 'niets ingevuld', en: 'left open' },
  history: { nl: 'Wat er eerder stond', en: 'What stood there before' },
  from: { nl: 'Was', en: 'Was' },
  to: { nl: 'Werd', en: 'Became' },
  on: { nl: 'Op', en: 'On' },
  by: { nl: 'Door', en: 'By' },
  why: { nl: 'Waarom', en: 'Why' },
  answerIt: { nl: 'Beantwoorden', en: 'Answer' },
  correction: { nl: 'Wat het moet zijn', en: 'What it has to be' },
  stays: { nl: 'Het blijft zoals het is', en: 'It stays as it is' },
  noAnswer: { nl: 'Geen antwoord', en: 'No answer' },
  notAsked: { nl: 'niet gevraagd', en: 'not asked' },
  close: { nl: 'Bekeken, sluiten', en: 'Seen, close' },
  done: { nl: 'Vastgelegd', en: 'Recorded' },
  yours: {
    nl: 'De interviewer die het gesprek hield, beantwoordt deze vraag.',
    en: 'The interviewer who held the interview answers this query.',
  },
} satisfies Words

export const queryStates = {
  open: { nl: 'open', en: 'open' },
  answered: { nl: 'beantwoord', en: 'answered' },
  closed: { nl: 'gesloten', en: 'closed' },
} satisfies Words

/** How an entry came, in the history of an answer. */
export const entryWays = {
  interview: { nl: 'gesprek', en: 'interview' },
  link: { nl: 'eigen link', en: 'personal link' },
  paper: { nl: 'papier', en: 'paper' },
  import: { nl: 'bestand', en: 'file' },
  decision: { nl: 'verbetering', en: 'correction' },
  reopened: { nl: 'heropend', en: 'reopened' },
  swapped: { nl: 'verwisseld', en: 'swapped' },
  voided: { nl: 'ongeldig gemaakt', en: 'voided' },
} satisfies Words
