import { clockTime } from '../clock-time'
import { longDay, shortDay } from '../days'
import type { Words } from '../speak'

/** How an appointment stands or ended. */
export const appointmentStates = {
  planned: { nl: 'gepland', en: 'planned' },
  held: { nl: 'gehouden', en: 'held' },
  no_show: { nl: 'niet verschenen', en: 'no-show' },
  cancelled: { nl: 'afgezegd', en: 'cancelled' },
  moved: { nl: 'verzet', en: 'moved' },
} satisfies Words

/** The week. */
export const calendar = {
  title: { nl: 'Agenda', en: 'Calendar' },
  week: {
    nl: ({ from, until }: { from: string; until: string }) =>
      `${longDay('nl', from)} tot en met ${longDay('nl', until)}`,
    en: ({ from, until }: { from: string; until: string }) =>
      `${longDay('en', from)} up to and including ${longDay('en', until)}`,
  },
  weeks: { nl: 'Weken', en: 'Weeks' },
  before: { nl: 'Vorige week', en: 'Previous week' },
  now: { nl: 'Deze week', en: 'This week' },
  after: { nl: 'Volgende week', en: 'Next week' },
  location: { nl: 'Locatie', en: 'Location' },
  interviewer: { nl: 'Interviewer', en: 'Interviewer' },
  everywhere: { nl: 'Alle locaties', en: 'All locations' },
  everybody: { nl: 'Iedereen', en: 'Everybody' },
  by: { nl: 'In groepen per', en: 'In groups by' },
  byLocation: { nl: 'locatie', en: 'location' },
  byInterviewer: { nl: 'interviewer', en: 'interviewer' },
  show: { nl: 'Toon', en: 'Show' },
  nothing: { nl: 'Geen gesprekken', en: 'No interviews' },
  empty: { nl: 'Deze week staat er niets', en: 'Nothing stands in this week' },
  emptyAbout: {
    nl: 'Kies een andere week of locatie, of plan een gesprek dat hieronder staat.',
    en: 'Choose another week or location, or plan an interview from below.',
  },
  afterTalk: { nl: 'na het gesprek', en: 'after the talk' },
  nobody: { nl: 'nog niemand', en: 'nobody yet' },
  open: { nl: 'Te plannen', en: 'To be planned' },
  openAbout: {
    nl: 'Gesprekken zonder dag in de agenda, of zonder interviewer.',
    en: 'Interviews without a day in the calendar, or without an interviewer.',
  },
  openNone: { nl: 'Alles is gepland.', en: 'Everything is planned.' },
  lacksDay: {
    nl: ({ due }: { due: string }) => `nog geen dag, uiterlijk of bij het gesprek van ${shortDay('nl', due)}`,
    en: ({ due }: { due: string }) => `no day yet, at the talk of or before ${shortDay('en', due)}`,
  },
  lacksInterviewer: {
    nl: ({ due }: { due: string }) => `${shortDay('nl', due)}, nog geen interviewer`,
    en: ({ due }: { due: string }) => `${shortDay('en', due)}, no interviewer yet`,
  },
  more: {
    nl: ({ shown, total }: { shown: number; total: number }) => `De eerste ${shown} van ${total}.`,
    en: ({ shown, total }: { shown: number; total: number }) => `The first ${shown} of ${total}.`,
  },
  loads: { nl: 'Wie deze week hoeveel heeft', en: 'Who has how many this week' },
  loadsNone: { nl: 'Er zijn nog geen interviewers.', en: 'There are no interviewers yet.' },
  planned: { nl: 'Gepland', en: 'Planned' },
  held: { nl: 'Gehouden', en: 'Held' },
  link: { nl: 'Plannen', en: 'Plan' },
} satisfies Words

type When = { on: string; at: number | null }

/** One pair's interview: planning and all that can happen to it. */
export const plan = {
  title: {
    nl: ({ pseudonym }: { pseudonym: string }) => `Gesprek van ${pseudonym}`,
    en: ({ pseudonym }: { pseudonym: string }) => `Interview of ${pseudonym}`,
  },
  back: { nl: 'Naar de agenda', en: 'To the calendar' },
  pair: { nl: 'Koppel', en: 'Pair' },
  saved: { nl: 'Vastgelegd.', en: 'Recorded.' },
  wrong: { nl: 'Dit is niet vastgelegd', en: 'This was not recorded' },
  over: { nl: 'Er is geen gesprek meer te houden.', en: 'No interview is to be held any more.' },
  stands: { nl: 'Nu', en: 'Now' },
  wave: { nl: 'Meting', en: 'Wave' },
  when: { nl: 'Wanneer', en: 'When' },
  moment: {
    nl: ({ on, at }: When) => `${longDay('nl', on)}, ${at === null ? 'direct na het gesprek' : clockTime(at)}`,
    en: ({ on, at }: When) => `${longDay('en', on)}, ${at === null ? 'right after the talk' : clockTime(at)}`,
  },
  notYet: { nl: 'Nog niet gepland', en: 'Not planned yet' },
  room: { nl: 'Kamer', en: 'Room' },
  noRoom: { nl: 'Geen kamer', en: 'No room' },
  talk: { nl: 'Gesprek met de toezichthouder', en: 'Talk with the supervisor' },
  window: { nl: 'Kan in', en: 'Can be held' },
  put: { nl: 'Plannen', en: 'Plan' },
  move: { nl: 'Verzetten', en: 'Move' },
  putFirst: {
    nl: 'Het eerste gesprek is direct na een gesprek met de toezichthouder, op dezelfde plek. De cliënt komt er niet apart voor.',
    en: 'The first interview is right after a talk with the supervisor, at the same place. The client makes no extra trip.',
  },
  on: { nl: 'Dag', en: 'Day' },
  at: { nl: 'Tijd', en: 'Time' },
  atHint: {
    nl: 'Laat leeg als het direct na het gesprek is en u de tijd niet weet.',
    en: 'Leave empty when it is right after the talk and you do not know the time.',
  },
  choose: { nl: 'Kies', en: 'Choose' },
  knowingly: { nl: 'Ik weet dit, en plan het toch', en: 'I know this, and plan it all the same' },
  reassign: { nl: 'Aan een ander geven', en: 'Give to somebody else' },
  reassignGo: { nl: 'Geven', en: 'Give' },
  cancel: { nl: 'Afzeggen', en: 'Cancel' },
  reason: { nl: 'Waarom', en: 'Why' },
  noShow: { nl: 'Cliënt kwam niet', en: 'The client did not come' },
  noShowGo: { nl: 'Vastleggen dat de cliënt niet kwam', en: 'Record that the client did not come' },
  outlook: {
    nl: ({ nth, of }: { nth: number; of: number }) => `Dit is keer ${nth} van ${of} bij deze meting.`,
    en: ({ nth, of }: { nth: number; of: number }) => `This is time ${nth} of ${of} at this wave.`,
  },
  endsNothing: {
    nl: 'Daarna plant u een nieuwe dag.',
    en: 'After that you plan another day.',
  },
  endsCase: {
    nl: 'Hierna stopt het: de cliënt wordt niet meer benaderd en de plek bij de toezichthouder komt vrij. De toezichthouder krijgt geen vragenlijst.',
    en: 'This ends it: the client is not approached any more, and the supervisor’s place is free. The supervisor gets no questionnaire.',
  },
  endsWave: {
    nl: 'Hierna vervalt deze meting voor de cliënt. De toezichthouder krijgt nu de vragenlijst. Wat er al was, blijft.',
    en: 'This ends this wave for the client. The supervisor gets the questionnaire now. What there was already stays.',
  },
  refusal: { nl: 'Cliënt wil niet', en: 'The client does not want to' },
  notHeld: { nl: 'Het gaat om een andere reden niet door', en: 'It is not held for another reason' },
  endGo: { nl: 'Vastleggen', en: 'Record' },
  course: { nl: 'Wat er was afgesproken', en: 'What was arranged' },
  state: { nl: 'Stand', en: 'State' },
  where: { nl: 'Waar', en: 'Where' },
  none: { nl: 'Er was nog geen afspraak.', en: 'Nothing was arranged yet.' },
  actions: { nl: 'Wat u kunt doen', en: 'What you can do' },
} satisfies Words

/** Rooms and their hours. */
export const rooms = {
  title: { nl: 'Kamers', en: 'Rooms' },
  about: {
    nl: 'Waar interviews gehouden worden, en wanneer een kamer te gebruiken is. Zonder uren is dat altijd.',
    en: 'Where interviews are held, and when a room can be had. Without hours that is always.',
  },
  none: { nl: 'Nog geen kamers', en: 'No rooms yet' },
  noneAbout: { nl: 'Voeg hieronder de eerste toe.', en: 'Add the first one below.' },
  name: { nl: 'Naam van de kamer', en: 'Name of the room' },
  add: { nl: 'Kamer toevoegen', en: 'Add a room' },
  end: { nl: 'Weghalen', en: 'Take away' },
  hours: { nl: 'Uren', en: 'Hours' },
  always: { nl: 'altijd', en: 'always' },
  addHours: { nl: 'Uren toevoegen', en: 'Add hours' },
  weekday: { nl: 'Dag', en: 'Day' },
  from: { nl: 'Van', en: 'From' },
  until: { nl: 'Tot', en: 'Until' },
  done: { nl: 'Vastgelegd', en: 'Recorded' },
} satisfies Words

/** When an interviewer can come, and the calendar of their own. */
export const availability = {
  title: { nl: 'Beschikbaarheid', en: 'Availability' },
  own: { nl: 'Mijn beschikbaarheid', en: 'My availability' },
  about: {
    nl: 'Wanneer een interviewer kan. Staat er niets, dan kan het altijd.',
    en: 'When an interviewer can come. Without anything here that is always.',
  },
  noCode: { nl: 'U hebt nog geen code', en: 'You have no code yet' },
  noCodeAbout: {
    nl: 'De coördinator geeft interviewers een code. Daarna kunt u hier invullen wanneer u kunt.',
    en: 'The coordinator gives interviewers a code. After that you can fill in here when you can come.',
  },
  hours: { nl: 'Kan op', en: 'Can come on' },
  noHours: { nl: 'Altijd', en: 'Always' },
  anywhere: { nl: 'Overal', en: 'Anywhere' },
  add: { nl: 'Toevoegen', en: 'Add' },
  takeAway: { nl: 'Weghalen', en: 'Take away' },
  away: { nl: 'Afwezig', en: 'Away' },
  noAway: { nl: 'Geen dagen', en: 'No days' },
  firstDay: { nl: 'Eerste dag', en: 'First day' },
  lastDay: { nl: 'Laatste dag', en: 'Last day' },
  span: {
    nl: ({ from, until }: { from: string; until: string }) =>
      `${shortDay('nl', from)} tot en met ${shortDay('nl', until)}`,
    en: ({ from, until }: { from: string; until: string }) =>
      `${shortDay('en', from)} up to and including ${shortDay('en', until)}`,
  },
  feed: { nl: 'Agenda op uw telefoon', en: 'Calendar on your telephone' },
  feedAbout: {
    nl: 'Met dit adres haalt uw eigen agenda de gesprekken op: onderzoeksnummer, plaats en tijd, geen namen. Wie het adres heeft, ziet ze ook.',
    en: 'With this address your own calendar fetches the interviews: pseudonym, place and time, no names. Whoever has the address sees them too.',
  },
  feedSince: {
    nl: ({ on }: { on: string }) =>
      `Er is een adres sinds ${longDay('nl', on)}. Het is niet meer te zien; maak een nieuw als u het kwijt bent.`,
    en: ({ on }: { on: string }) =>
      `There has been an address since ${longDay('en', on)}. It cannot be shown again; make a new one when you lost it.`,
  },
  feedMake: { nl: 'Adres maken', en: 'Make an address' },
  feedRenew: { nl: 'Nieuw adres maken', en: 'Make a new address' },
  feedRevoke: { nl: 'Adres intrekken', en: 'Take the address back' },
  feedNew: {
    nl: 'Dit is uw adres. Zet het nu in uw agenda: het wordt niet nog eens getoond. Een vorig adres werkt niet meer.',
    en: 'This is your address. Put it into your calendar now: it is not shown again. An earlier address no longer works.',
  },
} satisfies Words
