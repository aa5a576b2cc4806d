import { longDay } from '../days'
import type { Words } from '../speak'

/** One case between the register and the first interview. */
export const caseFile = {
  about: {
    nl: ({ client }: { client: string }) => `Cliënt ${client}`,
    en: ({ client }: { client: string }) => `Client ${client}`,
  },
  title: {
    nl: ({ client }: { client: string }) => `Zaak ${client}`,
    en: ({ client }: { client: string }) => `Case ${client}`,
  },
  link: { nl: 'De zaak: hoe het zover kwam', en: 'The case: how it came about' },
  back: { nl: 'Terug naar de lijst', en: 'Back to the list' },
  inquiry: { nl: 'Naar de vraag aan de toezichthouder', en: 'To the supervisor’s inquiry' },
  dyad: { nl: 'Naar het koppel', en: 'To the dyad' },
  stands: { nl: 'Waar deze zaak staat', en: 'Where this case stands' },
  since: {
    nl: ({ on }: { on: string }) => `Sinds ${longDay('nl', on)}`,
    en: ({ on }: { on: string }) => `Since ${longDay('en', on)}`,
  },
  rule: {
    nl: ({ cite }: { cite: string }) => `Protocol ${cite}`,
    en: ({ cite }: { cite: string }) => `Protocol ${cite}`,
  },
  stopped: {
    nl: ({ on }: { on: string }) => `De cliënt stopte op ${longDay('nl', on)}. Hier kan niets meer veranderen.`,
    en: ({ on }: { on: string }) => `The client stopped on ${longDay('en', on)}. Nothing can change here any more.`,
  },
  erased: {
    nl: 'De gegevens zijn gewist op verzoek van de cliënt. Alleen waar de zaak stond blijft over, voor de telling.',
    en: 'The data were erased at the client’s request. Only where the case stood is left, for the counts.',
  },
  register: { nl: 'Uit het register', en: 'From the register' },
  asOf: {
    nl: ({ on, source }: { on: string; source: string }) => `${longDay('nl', on)}, ${source}`,
    en: ({ on, source }: { on: string; source: string }) => `${longDay('en', on)}, ${source}`,
  },
  registered: { nl: 'Aangemeld', en: 'Registered' },
  started: { nl: 'Gestart', en: 'Started' },
  status: { nl: 'Stand van het toezicht', en: 'State of supervision' },
  unknown: { nl: 'onbekend', en: 'unknown' },
  countdown: { nl: 'Gesprekken', en: 'Talks' },
  noContacts: { nl: 'Nog niemand telde de gesprekken.', en: 'Nobody counted the talks yet.' },
  tooMany: {
    nl: ({ max }: { max: number }) => `Het eerste gesprek kan niet meer na contact ${max}.`,
    en: ({ max }: { max: number }) => `The first interview can no longer be held after contact ${max}.`,
  },
  criteria: { nl: 'Criteria', en: 'Criteria' },
  criterion: { nl: 'Criterium', en: 'Criterion' },
  verdict: { nl: 'Stand', en: 'State' },
  saidBy: { nl: 'Gezegd door', en: 'Said by' },
  on: { nl: 'Op', en: 'On' },
  allMet: { nl: 'Alle criteria kloppen.', en: 'Every criterion is met.' },
  fails: {
    nl: ({ first, others }: { first: string; others: readonly string[] }) =>
      `Klopt niet: ${first}${others.length > 0 ? `. Ook niet: ${others.join(', ')}` : ''}.`,
    en: ({ first, others }: { first: string; others: readonly string[] }) =>
      `Not met: ${first}${others.length > 0 ? `. Nor are: ${others.join(', ')}` : ''}.`,
  },
  open: {
    nl: ({ names }: { names: readonly string[] }) => `Nog niet bekend: ${names.join(', ')}.`,
    en: ({ names }: { names: readonly string[] }) => `Not known yet: ${names.join(', ')}.`,
  },
  actions: { nl: 'Wat u kunt doen', en: 'What you can do' },
  notNow: {
    nl: ({ why }: { why: string }) => `Kan nu niet: ${why}`,
    en: ({ why }: { why: string }) => `Not now: ${why}`,
  },
  wrong: { nl: 'Dit is niet opgeslagen', en: 'This was not saved' },
  saved: { nl: 'Opgeslagen', en: 'Saved' },
  inquire: { nl: 'De toezichthouder vragen', en: 'Ask the supervisor' },
  inquireGo: { nl: 'Stel de vraag nu', en: 'Ask now' },
  setFinding: { nl: 'Een criterium invullen of verbeteren', en: 'Fill in or correct a criterion' },
  setFindingGo: { nl: 'Leg vast', en: 'Record' },
  because: { nl: 'Reden, als het niet klopt', en: 'Reason, if it is not met' },
  noReason: { nl: 'Geen reden', en: 'No reason' },
  choose: { nl: 'Kies', en: 'Choose' },
  correctReply: { nl: 'Het antwoord verbeteren', en: 'Correct the answer' },
  correctReplyAbout: {
    nl: 'Het oude antwoord blijft bewaard. Wat eruit volgde wordt opnieuw bekeken.',
    en: 'The old answer is kept. What followed from it is looked at again.',
  },
  correctReplyGo: { nl: 'Bewaar het verbeterde antwoord', en: 'Save the corrected answer' },
  repliedOn: { nl: 'Geantwoord op', en: 'Answered on' },
  isSupervisor: { nl: 'Is dit de toezichthouder van deze cliënt?', en: 'Is this the client’s supervisor?' },
  yes: { nl: 'Ja', en: 'Yes' },
  no: { nl: 'Nee', en: 'No' },
  contacts: { nl: 'Gesprekken tot nu toe', en: 'Talks so far' },
  nextContactOn: { nl: 'Volgend gesprek', en: 'Next talk' },
  speaksAgainst: { nl: 'Wat staat in de weg?', en: 'What stands in the way?' },
  nothing: { nl: 'Niets', en: 'Nothing' },
  screen: { nl: 'Opnieuw toetsen', en: 'Screen again' },
  screenAbout: {
    nl: 'Voor wat het register intussen anders zegt.',
    en: 'For what the register says otherwise by now.',
  },
  screenGo: { nl: 'Toets de criteria', en: 'Screen the criteria' },
  judge: { nl: 'Oordeel van de toezichthouder, per telefoon', en: 'The supervisor’s judgement, by telephone' },
  judgeAbout: {
    nl: ({ free }: { free: number }) =>
      free > 0
        ? `De toezichthouder heeft nog ${free} ${free === 1 ? 'plaats' : 'plaatsen'}.`
        : 'De toezichthouder heeft geen plaats meer: de zaak valt af als de cliënt benaderd kan worden.',
    en: ({ free }: { free: number }) =>
      free > 0
        ? `The supervisor has ${free} ${free === 1 ? 'place' : 'places'} left.`
        : 'The supervisor has no place left: the case leaves if the client can be approached.',
  },
  canApproach: { nl: 'Kan de cliënt nu benaderd worden?', en: 'Can the client be approached now?' },
  approachable: { nl: 'Ja, nu', en: 'Yes, now' },
  judgeGo: { nl: 'Leg het oordeel vast', en: 'Record the judgement' },
  plan: { nl: 'Het eerste gesprek plannen', en: 'Plan the first interview' },
  plannedOn: { nl: 'Dag van het gesprek', en: 'Day of the talk' },
  planGo: { nl: 'Plan deze dag', en: 'Plan this day' },
  unplanGo: { nl: 'Haal de dag weg', en: 'Take the day back' },
  noShow: { nl: 'De cliënt kwam niet', en: 'The client did not appear' },
  noShowGo: { nl: 'Leg vast dat de cliënt niet kwam', en: 'Record the no-show' },
  refusal: { nl: 'De cliënt wil niet', en: 'The client does not want to' },
  refusalGo: { nl: 'Leg de weigering vast', en: 'Record the refusal' },
  notHeld: { nl: 'Het gesprek gaat niet door', en: 'The interview cannot be held' },
  notHeldGo: { nl: 'Leg vast dat het niet doorgaat', en: 'Record that it is off' },
  day: { nl: 'Op welke dag?', en: 'On which day?' },
  reason: { nl: 'Reden', en: 'Reason' },
  history: { nl: 'Wat er gebeurde', en: 'What happened' },
  by: {
    nl: ({ who }: { who: string }) => `door ${who}`,
    en: ({ who }: { who: string }) => `by ${who}`,
  },
  untilThen: {
    nl: ({ on }: { on: string }) => `tot ${longDay('nl', on)}`,
    en: ({ on }: { on: string }) => `until ${longDay('en', on)}`,
  },
  notTheirs: { nl: 'niet de toezichthouder', en: 'not the supervisor' },
  numberOf: {
    nl: ({ n }: { n: number }) => `${n} ${n === 1 ? 'gesprek' : 'gesprekken'}`,
    en: ({ n }: { n: number }) => `${n} ${n === 1 ? 'talk' : 'talks'}`,
  },
  happened: { nl: 'Geregistreerd', en: 'Registered' },
  wasAsked: { nl: 'Gevraagd aan de toezichthouder', en: 'The supervisor was asked' },
  wasAnswered: { nl: 'Antwoord', en: 'Answer' },
  wasJudged: { nl: 'Oordeel', en: 'Judgement' },
  couldNot: { nl: 'niet nu', en: 'not now' },
  wasLeft: {
    nl: ({ step }: { step: string }) => `Afgevallen: ${step}`,
    en: ({ step }: { step: string }) => `Left: ${step}`,
  },
  wasBack: { nl: 'Teruggekomen', en: 'Came back' },
  wasBound: { nl: 'Koppel gevormd', en: 'Dyad bound' },
  wasUnbound: { nl: 'Koppel losgemaakt', en: 'Dyad undone' },
  wasNoShow: { nl: 'Niet verschenen', en: 'Did not appear' },
  wasFound: {
    nl: ({ criterion, verdict }: { criterion: string; verdict: string }) => `${criterion}: ${verdict}`,
    en: ({ criterion, verdict }: { criterion: string; verdict: string }) => `${criterion}: ${verdict}`,
  },
} satisfies Words

/** What is known of a criterion. */
export const verdicts = {
  met: { nl: 'klopt', en: 'met' },
  not_met: { nl: 'klopt niet', en: 'not met' },
  unknown: { nl: 'onbekend', en: 'unknown' },
} satisfies Words

/** Who said or decided something. */
export const sayers = {
  register: { nl: 'het register', en: 'the register' },
  supervisor: { nl: 'de toezichthouder', en: 'the supervisor' },
  stand_in: { nl: 'een vervanger', en: 'a stand-in' },
  account: { nl: 'een medewerker', en: 'a member of staff' },
  system: { nl: 'het systeem', en: 'the system' },
  import: { nl: 'een bestand', en: 'a file' },
} satisfies Words

/** Steps of intake, as a place to leave. */
export const intakeSteps = {
  register: { nl: 'bij het register', en: 'at the register' },
  inquiry: { nl: 'bij de vraag', en: 'at the inquiry' },
  criteria: { nl: 'bij de criteria', en: 'at the criteria' },
  judgement: { nl: 'bij het oordeel', en: 'at the judgement' },
  approach: { nl: 'bij de benadering', en: 'at the approach' },
} satisfies Words

/** How the register says that supervision stands. */
export const supervisionStates = {
  running: { nl: 'loopt', en: 'running' },
  not_started: { nl: 'niet gestart', en: 'not started' },
  waiting_list: { nl: 'wachtlijst', en: 'waiting list' },
} satisfies Words
