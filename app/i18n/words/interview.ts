import { longDay } from '../days'
import type { Words } from '../speak'

type Wave = { wave: string; pseudonym: string }
type Span = { opens: string; closes: string }

/** The gate, the questions and the end of an interview that is held with a network. */
export const interview = {
  link: { nl: 'Interview houden', en: 'Hold the interview' },
  title: {
    nl: ({ wave, pseudonym }: Wave) => `Interview ${wave} met ${pseudonym}`,
    en: ({ wave, pseudonym }: Wave) => `Interview ${wave} with ${pseudonym}`,
  },
  about: {
    nl: 'Dit moet kloppen voordat de eerste vraag komt.',
    en: 'This has to be right before the first question.',
  },
  back: { nl: 'Terug naar vandaag', en: 'Back to today' },
  noCode: { nl: 'U heeft nog geen interviewerscode', en: 'You have no interviewer code yet' },
  noCodeAbout: {
    nl: 'De coördinator kan uw account aan een code verbinden. Daarna kunt u interviews houden.',
    en: 'The coordinator can tie your account to a code. After that you can hold interviews.',
  },
  notQualified: { nl: 'U kunt nu geen interview houden', en: 'You cannot hold an interview now' },
  missing: { nl: 'Dit ontbreekt nog:', en: 'This is still missing:' },
  noConsent: { nl: 'Er is nog geen toestemming', en: 'There is no consent yet' },
  noConsentAbout: {
    nl: 'Zonder handtekening komt er geen eerste vraag.',
    en: 'Without a signature there is no first question.',
  },
  toConsent: { nl: 'Naar de toestemming', en: 'To the consent' },
  another: { nl: 'Een andere interviewer is hiermee begonnen', en: 'Another interviewer has begun this' },
  anotherAbout: {
    nl: 'Wie een interview begint, gaat er die dag zelf mee verder. Is het afgebroken, dan kan een ander het overnemen zolang de periode loopt.',
    en: 'Whoever begins an interview goes on with it that day. Once it was broken off another can take it over, while the period runs.',
  },
  stopped: { nl: 'De cliënt is gestopt', en: 'The client has stopped' },
  stoppedAbout: {
    nl: 'De toestemming is ingetrokken. Het interview eindigt hier: stel geen vragen meer en bedank de cliënt.',
    en: 'Consent was taken back. The interview ends here: ask no more questions and thank the client.',
  },
  toVoucher: { nl: 'Naar de cadeaubon', en: 'To the voucher' },
  contacts: { nl: 'Hoeveel gesprekken in persoon zijn er geweest?', en: 'How many talks face to face were there?' },
  contactsHint: {
    nl: ({ min, max }: { min: number; max: number }) =>
      `Tel het gesprek van vandaag mee. Het interview kan na ${min} tot en met ${max} gesprekken.`,
    en: ({ min, max }: { min: number; max: number }) =>
      `Count the talk of today too. The interview can be held after ${min} up to and including ${max} talks.`,
  },
  criteria: { nl: 'Klopt dit vandaag?', en: 'Is this so today?' },
  yes: { nl: 'Ja', en: 'Yes' },
  no: { nl: 'Nee', en: 'No' },
  language: { nl: 'In welke taal?', en: 'In which language?' },
  dutch: { nl: 'Nederlands', en: 'Dutch' },
  english: { nl: 'Engels', en: 'English' },
  second: { nl: 'Code van wie erbij zit', en: 'Code of who sits by' },
  secondHint: {
    nl: 'Uw eerste interview houdt u met iemand erbij die zelf interviews mag houden.',
    en: 'You hold your first interview with somebody there who may hold interviews.',
  },
  begin: { nl: 'Begin het interview', en: 'Begin the interview' },
  wrong: { nl: 'Het interview is nog niet begonnen', en: 'The interview has not begun yet' },
  wrongAbout: { nl: 'Kijk na wat hieronder is aangegeven.', en: 'Look at what is marked below.' },
  goingOn: { nl: 'Dit interview is begonnen', en: 'This interview has begun' },
  goingOnAbout: {
    nl: ({ on }: { on: string }) => `Op ${longDay('nl', on)}. De antwoorden tot nu toe zijn bewaard.`,
    en: ({ on }: { on: string }) => `On ${longDay('en', on)}. The answers so far are kept.`,
  },
  begun: { nl: 'Begonnen interviews', en: 'Interviews that were begun' },
  wasBrokenOff: { nl: 'afgebroken', en: 'broken off' },
  isGoingOn: { nl: 'niet af', en: 'not finished' },
  goOn: { nl: 'Ga verder', en: 'Go on' },
  brokenOff: { nl: 'Dit interview is afgebroken', en: 'This interview was broken off' },
  brokenOffAbout: {
    nl: ({ on }: { on: string }) =>
      `Op ${longDay('nl', on)}. De antwoorden zijn bewaard. Verder gaan kan, als dit vandaag klopt.`,
    en: ({ on }: { on: string }) =>
      `On ${longDay('en', on)}. The answers are kept. Going on is possible, if this is so today.`,
  },
  brokenOffOver: {
    nl: ({ on }: { on: string }) => `Op ${longDay('nl', on)}. Verder gaan kan niet meer: de periode is voorbij.`,
    en: ({ on }: { on: string }) => `On ${longDay('en', on)}. Going on is no longer possible: the period is over.`,
  },
  brokenOffByAnother: {
    nl: 'Een andere interviewer heeft dit interview afgebroken',
    en: 'Another interviewer broke this interview off',
  },
  takeOverAbout: {
    nl: 'Neem het alleen over als die interviewer niet verder gaat. Daarna is het uw interview.',
    en: 'Take it over only when that interviewer will not go on with it. After that it is your interview.',
  },
  takeOver: { nl: 'Neem het interview over', en: 'Take the interview over' },
  takeUp: { nl: 'Ga verder met het interview', en: 'Go on with the interview' },
  closeTitle: { nl: 'Sluiten met wat er is', en: 'Close with what there is' },
  closeAbout: {
    nl: 'Komt er geen vervolg? Dan telt het interview met de antwoorden die er zijn.',
    en: 'Will there be no sequel? Then the interview counts with the answers that there are.',
  },
  close: { nl: 'Sluit het interview zo', en: 'Close the interview as it is' },
  notMet: { nl: 'Vandaag geen interview', en: 'No interview today' },
  notMetAbout: {
    nl: 'Dit klopt vandaag niet, dus is er geen interview begonnen. Het telt niet als niet verschenen.',
    en: 'This is not so today, so no interview was begun. It does not count as not appearing.',
  },
  anotherDay: { nl: 'Een andere dag, terug naar vandaag', en: 'Another day, back to today' },
  stays: {
    nl: 'Blijft dit zo? Dan doet de cliënt aan deze meting niet mee. De coördinator ziet de reden.',
    en: 'Will it stay so? Then the client does not take part in this measurement. The coordinator sees the reason.',
  },
  endCase: { nl: 'Het blijft zo: geen interview bij deze meting', en: 'It stays so: no interview at this wave' },
  held: { nl: 'Dit interview is gehouden', en: 'This interview was held' },
  toEnd: { nl: 'Hoe het ging, en de cadeaubon', en: 'How it went, and the voucher' },

  toLast: { nl: 'Naar het einde van het interview', en: 'To the end of the interview' },
  something: { nl: 'Er gebeurt iets', en: 'Something happens' },
  aside: { nl: 'Dit antwoord telt nog niet', en: 'This answer does not count yet' },
  asideAbout: {
    nl: 'Een ander apparaat ging met dit interview verder. Wat hier is ingevuld, is apart bewaard. Kies wat telt.',
    en: 'Another device went on with this interview. What was filled in here is kept apart. Choose what counts.',
  },
  toConflicts: { nl: 'Kies wat telt', en: 'Choose what counts' },
  notKept: { nl: 'Dit is nog niet bewaard', en: 'This was not kept yet' },

  end: { nl: 'Het einde van het interview', en: 'The end of the interview' },
  open: { nl: 'Nog open', en: 'Still open' },
  openAbout: {
    nl: 'Deze vragen zijn overgeslagen. Dat mag, behalve als er “nodig” staat.',
    en: 'These questions were passed over. That is allowed, unless it says “needed”.',
  },
  needed: { nl: 'nodig', en: 'needed' },
  allAsked: { nl: 'Alle vragen zijn gesteld', en: 'All questions were asked' },
  wholeNote: { nl: 'Opmerking over het hele interview', en: 'Note on the whole interview' },
  finish: { nl: 'Rond het interview af', en: 'Finish the interview' },
  breakOff: { nl: 'Breek het interview af', en: 'Break the interview off' },
  notEnded: { nl: 'Het interview is nog niet afgerond', en: 'The interview is not finished yet' },
  ended: { nl: 'Het interview is afgerond', en: 'The interview is finished' },
  endedAbout: {
    nl: 'De antwoorden zijn bewaard. Bedank de cliënt.',
    en: 'The answers are kept. Thank the client.',
  },
  voucherGiven: { nl: 'De cadeaubon is gegeven.', en: 'The voucher was handed out.' },
  voucherNotGiven: { nl: 'De cadeaubon is nog niet gegeven.', en: 'The voucher was not handed out yet.' },
  giveVoucher: { nl: 'Ik heb de cadeaubon nu gegeven', en: 'I have handed out the voucher now' },
  nextWave: {
    nl: ({ opens, closes }: Span) =>
      `De volgende meting kan van ${longDay('nl', opens)} tot en met ${longDay('nl', closes)}. Wij vragen de toezichthouder dan om een dag.`,
    en: ({ opens, closes }: Span) =>
      `The next measurement can be held from ${longDay('en', opens)} up to and including ${longDay('en', closes)}. We ask the supervisor for a day then.`,
  },

  incidentAbout: {
    nl: 'Eerst doen, daarna opschrijven. Het interview is bewaard.',
    en: 'Act first, write it down afterwards. The interview is kept.',
  },
  incidentKind: { nl: 'Wat gebeurt er?', en: 'What happens?' },
  incidentOther: { nl: 'Er gebeurt iets anders', en: 'Something else happens' },
  steps: { nl: 'Doe dit, in deze volgorde', en: 'Do this, in this order' },
  stepsDone: { nl: 'Wat heeft u gedaan?', en: 'What did you do?' },
  remark: { nl: 'Wat gebeurde er, in een paar woorden', en: 'What happened, in a few words' },
  remarkHint: {
    nl: 'Zonder namen en zonder wat de cliënt vertelde. Mag leeg blijven.',
    en: 'Without names and without what the client told. May stay empty.',
  },
  record: { nl: 'Leg het vast', en: 'Record it' },
  notRecorded: { nl: 'Het is nog niet vastgelegd', en: 'It is not recorded yet' },
  recorded: { nl: 'Het is vastgelegd', en: 'It is recorded' },
  recordedAbout: {
    nl: 'De coördinator ziet het. Ga verder, of breek het interview af aan het einde.',
    en: 'The coordinator sees it. Go on, or break the interview off at its end.',
  },
  backToInterview: { nl: 'Terug naar het interview', en: 'Back to the interview' },
} satisfies Words
