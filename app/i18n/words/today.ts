import { distance, longDay } from '../days'
import { count } from '../numbers'
import type { Words } from '../speak'

export const today = {
  title: { nl: 'Vandaag', en: 'Today' },
  about: {
    nl: ({ on }: { on: string }) => `Wat er op ${longDay('nl', on)} te doen is, het dringendste eerst.`,
    en: ({ on }: { on: string }) => `What there is to do on ${longDay('en', on)}, the most urgent first.`,
  },
  counts: { nl: 'Hoeveel werk er ligt', en: 'How much work there is' },
  work: { nl: 'Werk', en: 'Work' },
  due: { nl: 'Uiterlijk', en: 'Due' },
  who: { nl: 'Wie', en: 'Who' },
  what: { nl: 'Wat', en: 'What' },
  where: { nl: 'Locatie', en: 'Location' },
  state: { nl: 'Stand', en: 'State' },
  why: { nl: 'Waarom', en: 'Why' },
  views: { nl: 'Lijst, dag of week', en: 'List, day or week' },
  list: { nl: 'Alles wat te doen is', en: 'All there is to do' },
  byDay: { nl: 'Per dag', en: 'By day' },
  byWeek: { nl: 'Per week', en: 'By week' },
  states: { nl: 'Hoe het staat', en: 'How it stands' },
  anyState: { nl: 'Alles', en: 'Everything' },
  places: { nl: 'Locaties', en: 'Locations' },
  own: { nl: 'Eigen locaties', en: 'Own locations' },
  everywhere: { nl: 'Alle locaties', en: 'All locations' },
  show: { nl: 'Toon', en: 'Show' },
  place: {
    nl: ({ location, n }: { location: string; n: number }) => `${location} (${count('nl', n)})`,
    en: ({ location, n }: { location: string; n: number }) => `${location} (${count('en', n)})`,
  },
  days: { nl: 'Dagen', en: 'Days' },
  dayBefore: { nl: 'Vorige dag', en: 'Previous day' },
  dayAfter: { nl: 'Volgende dag', en: 'Next day' },
  dayAbout: {
    nl: ({ on }: { on: string }) => `Wat uiterlijk op ${longDay('nl', on)} gedaan moet zijn.`,
    en: ({ on }: { on: string }) => `What is to be done by ${longDay('en', on)}.`,
  },
  weekAbout: {
    nl: ({ from, until }: { from: string; until: string }) =>
      `Wat op welke dag gedaan moet zijn of opengaat, van ${longDay('nl', from)} tot en met ${longDay('nl', until)}.`,
    en: ({ from, until }: { from: string; until: string }) =>
      `What is to be done on which day or opens on it, from ${longDay('en', from)} up to and including ${longDay('en', until)}.`,
  },
  dayPart: {
    nl: ({ on, n }: { on: string; n: number }) => `${longDay('nl', on)}: ${n === 0 ? 'niets' : count('nl', n)}`,
    en: ({ on, n }: { on: string; n: number }) => `${longDay('en', on)}: ${n === 0 ? 'nothing' : count('en', n)}`,
  },
  overduePart: {
    nl: ({ n }: { n: number }) => `Te laat: ${count('nl', n)}`,
    en: ({ n }: { n: number }) => `Overdue: ${count('en', n)}`,
  },
  opensThen: { nl: 'Gaat open', en: 'Opens' },
  all: { nl: 'Alles', en: 'All' },
  noneChosen: { nl: 'Hiervan is er niets', en: 'There is nothing of this' },
  noneChosenAbout: {
    nl: 'Met deze keuze ligt er geen werk. Kies een andere stand, dag of locatie.',
    en: 'No work fits this choice. Choose another state, day or location.',
  },
  toSupervisor: { nl: 'Naar de toezichthouder', en: 'To the supervisor' },
  none: { nl: 'Niets te doen', en: 'Nothing to do' },
  noneAbout: {
    nl: 'Er wacht vandaag geen werk. Nieuwe aanmeldingen en vensters die opengaan verschijnen hier vanzelf.',
    en: 'No work is waiting today. New registrations and windows that open appear here by themselves.',
  },
  end: { nl: 'Dit was alles', en: 'That was all' },
  endAbout: {
    nl: 'Voorbij deze plaats in de lijst ligt geen werk meer.',
    en: 'There is no more work past this point.',
  },
  lost: { nl: 'Wie dreigt af te vallen', en: 'Who is about to be lost' },
  toIntake: {
    nl: 'Naar de instroom: wie nog bevraagd, beoordeeld of benaderd moet worden',
    en: 'To intake: who is still to be asked about, judged or approached',
  },
  toLost: { nl: 'Naar wie dreigt af te vallen', en: 'To who is about to be lost' },
  lostContacts: {
    nl: ({ max }: { max: number }) => `Aftellen naar contact ${max + 1}`,
    en: ({ max }: { max: number }) => `Countdown to contact ${max + 1}`,
  },
  lostContactsAbout: {
    nl: ({ max }: { max: number }) => `Na contact ${max} kan het eerste gesprek niet meer.`,
    en: ({ max }: { max: number }) => `After contact ${max} the first interview can no longer be held.`,
  },
  lostContactsNone: { nl: 'Niemand loopt nu tegen die grens aan.', en: 'Nobody is running into that limit now.' },
  lostWindows: { nl: 'Vensters die dichtgaan', en: 'Windows about to close' },
  lostWindowsNone: { nl: 'Er gaat binnenkort geen venster dicht.', en: 'No window is about to close.' },
  more: {
    nl: ({ shown, total }: { shown: number; total: number }) =>
      `${count('nl', shown)} van ${count('nl', total)} getoond`,
    en: ({ shown, total }: { shown: number; total: number }) => `${count('en', shown)} of ${count('en', total)} shown`,
  },
  pips: {
    nl: ({ held, left }: { held: number; left: number }) => `${held} contacten gehad, nog ${left} voor het te laat is`,
    en: ({ held, left }: { held: number; left: number }) => `${held} contacts held, ${left} left before it is too late`,
  },
  nextContact: {
    nl: ({ days }: { days: number }) =>
      `${days < 0 ? 'gesprek was gepland' : 'volgend gesprek'} ${distance('nl', days)}`,
    en: ({ days }: { days: number }) => `${days < 0 ? 'talk was planned' : 'next talk'} ${distance('en', days)}`,
  },
  noNextContact: { nl: 'volgend gesprek onbekend', en: 'next talk unknown' },
  closes: {
    nl: ({ days }: { days: number }) => `sluit ${distance('nl', days)}`,
    en: ({ days }: { days: number }) => `closes ${distance('en', days)}`,
  },
  appointment: {
    nl: ({ on }: { on: string }) => `afspraak op ${longDay('nl', on)}`,
    en: ({ on }: { on: string }) => `appointment on ${longDay('en', on)}`,
  },
  noAppointment: { nl: 'nog geen afspraak', en: 'no appointment yet' },
} satisfies Words

/** Kinds of work on the list. */
export const workKinds = {
  inquiry: { nl: 'Vraag aan toezichthouder', en: 'Inquiry at supervisor' },
  screening: { nl: 'Criteria uitzoeken', en: 'Criteria to find out' },
  interview: { nl: 'Eerste gesprek', en: 'First interview' },
  questionnaire: { nl: 'Vragenlijst', en: 'Questionnaire' },
  appointment: { nl: 'Vervolggesprek', en: 'Follow-up interview' },
  resume: { nl: 'Gesprek hervatten', en: 'Interview to resume' },
  follow_up: { nl: 'Afloop in het register', en: 'Ending in the register' },
  address: { nl: 'Mailadres herstellen', en: 'Mail address to mend' },
  reconciliation: { nl: 'Formulieren vergelijken', en: 'Forms to compare' },
} satisfies Words

/** How pressing a piece of work is, or what became of it. */
export const workStates = {
  overdue: { nl: 'Te laat', en: 'Overdue' },
  due: { nl: 'Vandaag', en: 'Due' },
  closing: { nl: 'Loopt af', en: 'Closing' },
  open: { nl: 'Open', en: 'Open' },
  later: { nl: 'Nog niet', en: 'Not yet' },
  missed: { nl: 'Gemist', en: 'Missed' },
  done: { nl: 'Gedaan', en: 'Done' },
  dropped: { nl: 'Vervallen', en: 'Dropped' },
} satisfies Words
