import { distance, longDay } from '../days'
import { count } from '../numbers'
import type { Words } from '../speak'

/** The lists between the register and the first interview. */
export const intake = {
  title: { nl: 'Instroom', en: 'Intake' },
  about: {
    nl: 'Wie er onderweg is tussen het register en het eerste gesprek, en wat er nu nodig is.',
    en: 'Who is on the way between the register and the first interview, and what is needed now.',
  },
  queues: { nl: 'Lijsten', en: 'Lists' },
  filter: { nl: 'Toon alleen', en: 'Show only' },
  region: { nl: 'Regio', en: 'Region' },
  location: { nl: 'Locatie', en: 'Location' },
  organisation: { nl: 'Organisatie', en: 'Organisation' },
  supervisor: { nl: 'Nummer van de toezichthouder', en: 'Pseudonym of the supervisor' },
  supervisorShort: { nl: 'Toezichthouder', en: 'Supervisor' },
  all: { nl: 'Alle', en: 'All' },
  show: { nl: 'Toon', en: 'Show' },
  showAll: { nl: 'Toon alles', en: 'Show everything' },
  client: { nl: 'Cliënt', en: 'Client' },
  where: { nl: 'Locatie', en: 'Location' },
  since: { nl: 'Staat hier sinds', en: 'Here since' },
  talks: { nl: 'Gesprekken', en: 'Talks' },
  why: { nl: 'Wat speelt er', en: 'What is going on' },
  chosen: { nl: 'Kies', en: 'Choose' },
  choose: {
    nl: ({ pseudonym }: { pseudonym: string }) => `Kies ${pseudonym}`,
    en: ({ pseudonym }: { pseudonym: string }) => `Choose ${pseudonym}`,
  },
  inquireChosen: { nl: 'Stel de vraag voor de gekozen zaken', en: 'Ask about the chosen cases' },
  judgeChosen: {
    nl: 'De toezichthouder zegt: de gekozen cliënten kunnen benaderd worden',
    en: 'The supervisor says: the chosen clients can be approached',
  },
  nothingChosen: { nl: 'Kies eerst een of meer zaken.', en: 'Choose one or more cases first.' },
  outcome: { nl: 'Wat er gebeurd is', en: 'What happened' },
  asked: { nl: 'De vraag gaat naar de toezichthouder.', en: 'The question goes to the supervisor.' },
  held: {
    nl: ({ n }: { n: number }) => `${n} gehad`,
    en: ({ n }: { n: number }) => `${n} held`,
  },
  nextTalk: {
    nl: ({ days }: { days: number }) =>
      days < 0 ? `gesprek was ${distance('nl', days)}` : `gesprek ${distance('nl', days)}`,
    en: ({ days }: { days: number }) =>
      days < 0 ? `talk was ${distance('en', days)}` : `talk ${distance('en', days)}`,
  },
  none: { nl: 'Niemand in deze lijst', en: 'Nobody in this list' },
  noneAbout: {
    nl: 'Zaken komen hier vanzelf zodra dit aan de beurt is.',
    en: 'Cases come here by themselves when it is their turn.',
  },
  noneFiltered: {
    nl: 'Met deze keuze staat er niemand. Kies iets anders, of toon alles.',
    en: 'Nobody fits this choice. Choose something else, or show everything.',
  },
  nextSweep: { nl: 'De vraag gaat er vanzelf uit.', en: 'The question goes out by itself.' },
  awayUntil: {
    nl: ({ on }: { on: string }) => `Afwezig tot en met ${longDay('nl', on)}, zonder vervanger.`,
    en: ({ on }: { on: string }) => `Away up to ${longDay('en', on)}, with no stand-in.`,
  },
  tries: {
    nl: ({ n }: { n: number }) => `${n} keer geprobeerd`,
    en: ({ n }: { n: number }) => `${n} ${n === 1 ? 'try' : 'tries'}`,
  },
  number: {
    nl: ({ name, n }: { name: string; n: number }) => `${name}: ${count('nl', n)}`,
    en: ({ name, n }: { name: string; n: number }) => `${name}: ${count('en', n)}`,
  },
} satisfies Words

/** Why a case is about to be lost (protocol §2.2). */
export const risks = {
  contacts: { nl: 'Het volgende gesprek is het laatste dat nog kan', en: 'The next talk is the last one possible' },
  next_talk: { nl: 'Het gesprek komt eraan', en: 'The talk is near' },
  unanswered: { nl: 'Lang geen antwoord', en: 'No answer for long' },
} satisfies Words

/** Why a case was not asked about yet. */
export const hindrances = {
  supervisor_unknown: { nl: 'Er is nog geen toezichthouder bekend.', en: 'No supervisor is known yet.' },
  supervisor_absent: { nl: 'De toezichthouder is afwezig.', en: 'The supervisor is away.' },
  supervisor_full: {
    nl: 'De toezichthouder heeft al het hoogste aantal cliënten.',
    en: 'The supervisor already has the most clients.',
  },
  location_not_open: { nl: 'Deze locatie mag nog niet werven.', en: 'This location may not recruit yet.' },
  outside_inclusion_period: { nl: 'Buiten de periode van de regio.', en: 'Outside the period of the region.' },
} satisfies Words
