import { plainDay } from '../days'
import type { Formed, Words } from '../speak'

type Told = { wave: string; on: string }
/** A fact and its day. */
const fact = (nl: string, en: string): Formed<Told> => ({
  nl: ({ on }) => `${nl} op ${plainDay('nl', on)}`,
  en: ({ on }) => `${en} on ${plainDay('en', on)}`,
})
/** A fact of a wave. */
const ofWave = (nl: string, en: string): Formed<Told> => ({
  nl: ({ wave, on }) => `${wave}-${nl} op ${plainDay('nl', on)}`,
  en: ({ wave, on }) => `${wave} ${en} on ${plainDay('en', on)}`,
})

/** Facts that make work. For `anchor_held` the wave is the one that anchors the window. */
export const workCauses = {
  inquiry_sent: fact('vraag verstuurd', 'inquiry sent'),
  replied: fact('toezichthouder antwoordde', 'supervisor answered'),
  pair_bound: fact('koppel gevormd', 'pair bound'),
  talk_told: fact('volgend gesprek gemeld', 'next talk told'),
  talk_planned: {
    nl: ({ on }: Told) => `gesprek gepland voor ${plainDay('nl', on)}`,
    en: ({ on }: Told) => `talk planned for ${plainDay('en', on)}`,
  },
  link_sent: ofWave('vragenlijst verstuurd', 'questionnaire sent'),
  anchor_held: ofWave('gesprek gehouden', 'interview held'),
  broken_off: ofWave('gesprek afgebroken', 'interview broken off'),
  supervision_started: fact('toezicht begonnen', 'supervision started'),
  mail_returned: fact('mail kwam terug', 'mail came back'),
} satisfies Words

/** Facts that end work. */
export const workEndings = {
  reply_came: fact('antwoord gekomen', 'answer came'),
  judged: fact('beoordeeld', 'judged'),
  case_left: fact('aanmelding afgevallen', 'case left'),
  pair_ended: fact('koppel losgemaakt', 'pair ended'),
  interview_held: ofWave('gesprek gehouden', 'interview held'),
  filled_in: ofWave('vragenlijst ingevuld', 'questionnaire filled in'),
  closed_unanswered: ofWave('vragenlijst gesloten zonder antwoord', 'questionnaire closed without an answer'),
  closed_as_it_was: ofWave('gesprek afgesloten zoals het was', 'interview closed as it was'),
  wave_lost: ofWave('meting afgevallen', 'wave lost'),
  no_consent: {
    nl: ({ on }: Told) => `geen toestemming om opnieuw te vragen sinds ${plainDay('nl', on)}`,
    en: ({ on }: Told) => `no consent to ask again since ${plainDay('en', on)}`,
  },
  withdrawn: fact('deelname gestopt', 'client withdrew'),
  contacts_over: fact('te veel contacten gemeld', 'too many contacts told'),
  too_late: fact('te laat om verder te gaan', 'too late to go on'),
  ending_told: fact('afloop gemeld door het register', 'ending told by the register'),
  register_known: fact('register bekend', 'register known'),
  declined: fact('toezichthouder deed niet meer mee', 'supervisor declined'),
  nothing_to_ask: fact('niets meer te vragen', 'nothing left to ask'),
} satisfies Words

type Piece = { wave: string; opens: string; due: string }
/** What follows from the fact, by the kind of work. */
export const workFollows = {
  inquiry: {
    nl: ({ due }: Piece) => `antwoord uiterlijk ${plainDay('nl', due)}`,
    en: ({ due }: Piece) => `answer by ${plainDay('en', due)}`,
  },
  screening: {
    nl: ({ opens }: Piece) => `criteria uitzoeken vanaf ${plainDay('nl', opens)}`,
    en: ({ opens }: Piece) => `criteria to find out from ${plainDay('en', opens)}`,
  },
  interview: {
    nl: ({ wave, due }: Piece) => `${wave}-gesprek op ${plainDay('nl', due)}`,
    en: ({ wave, due }: Piece) => `${wave} interview on ${plainDay('en', due)}`,
  },
  questionnaire: {
    nl: ({ due }: Piece) => `invullen uiterlijk ${plainDay('nl', due)}`,
    en: ({ due }: Piece) => `fill in by ${plainDay('en', due)}`,
  },
  appointment: {
    nl: ({ wave, opens }: Piece) => `het ${wave}-venster opent ${plainDay('nl', opens)}`,
    en: ({ wave, opens }: Piece) => `the ${wave} window opens ${plainDay('en', opens)}`,
  },
  resume: {
    nl: ({ wave, due }: Piece) => `${wave}-gesprek hervatten, uiterlijk ${plainDay('nl', due)}`,
    en: ({ wave, due }: Piece) => `${wave} interview to resume by ${plainDay('en', due)}`,
  },
  follow_up: {
    nl: ({ opens }: Piece) => `de follow-up is voorbij op ${plainDay('nl', opens)}`,
    en: ({ opens }: Piece) => `follow-up is over on ${plainDay('en', opens)}`,
  },
  address: {
    nl: ({ opens }: Piece) => `mailadres herstellen vanaf ${plainDay('nl', opens)}`,
    en: ({ opens }: Piece) => `mail address to mend from ${plainDay('en', opens)}`,
  },
} satisfies Words

/** The two together, with the section of the rule between them. */
export const workWhy = {
  because: {
    nl: ({ fact, follows, cite }: { fact: string; follows: string; cite: string }) => `${fact} → ${follows} (${cite})`,
    en: ({ fact, follows, cite }: { fact: string; follows: string; cite: string }) => `${fact} → ${follows} (${cite})`,
  },
} satisfies Words

/** All there is to be done about a case, on its page. */
export const workPlan = {
  title: { nl: 'Wat er te doen is', en: 'What is to be done' },
  none: { nl: 'Over deze cliënt is niets te doen geweest.', en: 'Nothing was to be done about this client.' },
  what: { nl: 'Wat', en: 'What' },
  state: { nl: 'Stand', en: 'State' },
  due: { nl: 'Uiterlijk', en: 'Due' },
  why: { nl: 'Waarom', en: 'Why' },
  opens: {
    nl: ({ on }: { on: string }) => `kan vanaf ${plainDay('nl', on)}`,
    en: ({ on }: { on: string }) => `from ${plainDay('en', on)}`,
  },
  closes: {
    nl: ({ on }: { on: string }) => `kan tot en met ${plainDay('nl', on)}`,
    en: ({ on }: { on: string }) => `until ${plainDay('en', on)}`,
  },
  notInTime: {
    nl: ({ on }: { on: string }) => `niet gebeurd voor het sloot op ${plainDay('nl', on)}`,
    en: ({ on }: { on: string }) => `not done before it closed on ${plainDay('en', on)}`,
  },
} satisfies Words

/** What will be sent about a case by itself. */
export const coming = {
  title: { nl: 'Wat er nog verstuurd wordt', en: 'What will be sent' },
  none: { nl: 'Er staat niets klaar om te versturen.', en: 'Nothing is to be sent.' },
  on: { nl: 'Op', en: 'On' },
  what: { nl: 'Bericht', en: 'Message' },
  closingWarning: { nl: 'aan de coördinator: het venster sluit', en: 'to the coordinator: the window closes' },
} satisfies Words
