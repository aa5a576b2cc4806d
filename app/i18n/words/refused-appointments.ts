import { clockTime } from '../clock-time'
import { longDay } from '../days'
import type { Words } from '../speak'

/** Another interview that is in the way; `at` is missing when it has no time. */
type Other = { with: string; at?: number }
const at = (word: string, { at: minute }: Other) => (minute === undefined ? '' : ` ${word} ${clockTime(minute)}`)

/** Why an interview could not be planned so, and what to do instead. */
export const refusedAppointments = {
  past_midnight: {
    nl: 'Dit gesprek loopt door tot na middernacht. Kies een eerdere tijd.',
    en: 'This interview would go on after midnight. Choose an earlier time.',
  },
  room_elsewhere: {
    nl: 'Deze kamer is op een andere locatie. Kies een kamer van deze locatie, of laat de kamer leeg.',
    en: 'This room is at another location. Choose a room of this location, or leave the room empty.',
  },
  room_needs_time: {
    nl: 'Voor een kamer is een tijd nodig. Vul een tijd in, of laat de kamer leeg.',
    en: 'A room needs a time. Fill in a time, or leave the room empty.',
  },
  room_closed: {
    nl: 'De kamer is dan niet vrij te gebruiken. Kies een tijd binnen de uren van de kamer, of een andere kamer.',
    en: 'The room cannot be had then. Choose a time within the hours of the room, or another room.',
  },
  room_taken: {
    nl: (other: Other) =>
      `In deze kamer is dan het gesprek van ${other.with}${at('om', other)}. Kies een andere tijd of kamer.`,
    en: (other: Other) =>
      `The interview of ${other.with} is in this room then${at('at', other)}. Choose another time or room.`,
  },
  room_in_use: {
    nl: ({ n }: { n: number }) =>
      n === 1
        ? 'Er staat nog een gesprek in deze kamer. Geef dat eerst een andere kamer.'
        : `Er staan nog ${n} gesprekken in deze kamer. Geef die eerst een andere kamer.`,
    en: ({ n }: { n: number }) =>
      n === 1
        ? 'One interview is planned in this room. Give it another room first.'
        : `${n} interviews are planned in this room. Give them another room first.`,
  },
  interviewer_busy: {
    nl: (other: Other) =>
      `Deze interviewer heeft dan het gesprek van ${other.with}${at('om', other)}. Kies een andere tijd of interviewer.`,
    en: (other: Other) =>
      `This interviewer has the interview of ${other.with} then${at('at', other)}. Choose another time or interviewer.`,
  },
  interviewer_same_day: {
    nl: (other: Other) =>
      `Deze interviewer heeft die dag ook het gesprek van ${other.with}${at('om', other)}. Zonder tijden is niet te zien of dat past.`,
    en: (other: Other) =>
      `This interviewer also has the interview of ${other.with} that day${at('at', other)}. Without times nobody can see whether that fits.`,
  },
  interviewer_away: {
    nl: ({ day }: { day: string }) => `Deze interviewer is er niet tot en met ${longDay('nl', day)}.`,
    en: ({ day }: { day: string }) => `This interviewer is away up to and including ${longDay('en', day)}.`,
  },
  interviewer_not_available: {
    nl: 'Deze interviewer is dan niet beschikbaar op deze locatie.',
    en: 'This interviewer is not available at this location then.',
  },
  not_the_talk: {
    nl: ({ day }: { day: string }) =>
      `Het eerste gesprek is direct na het gesprek met de toezichthouder: ${longDay('nl', day)}.`,
    en: ({ day }: { day: string }) =>
      `The first interview is right after the talk with the supervisor: ${longDay('en', day)}.`,
  },
  not_qualified_then: {
    nl: 'Deze interviewer mag op die dag geen interview houden: er ontbreekt iets. Kies een ander.',
    en: 'This interviewer may not hold an interview on that day: something is missing. Choose another.',
  },
  no_appointment: { nl: 'Er staat geen afspraak.', en: 'Nothing is planned.' },
  no_time: { nl: 'Dit is geen bestaande tijd.', en: 'This is not an existing time.' },
  unknown_room: { nl: 'Deze kamer is er niet (meer).', en: 'There is no such room (any more).' },
} satisfies Words
