import { mayInterview } from './contacts'
import type { Day } from './day'
import type { StudyProtocol, Wave } from './study'
import type { WaveWindow } from './waves'
import type { Words } from './words'

/** Where an interview was held; the rule is where the supervision talk was (protocol §3). */
export const PLACES = {
  office: { nl: 'Kantoor van de reclassering', en: 'Probation office' },
  home: { nl: 'Bij de cliënt thuis', en: 'At the client’s home' },
  phone: { nl: 'Telefoon', en: 'Telephone' },
  clinic: { nl: 'Kliniek of opvang', en: 'Clinic or shelter' },
  prison: { nl: 'Gevangenis', en: 'Prison' },
  other: { nl: 'Ergens anders', en: 'Somewhere else' },
} as const satisfies Record<string, Words>

/** Why an interviewer finds an interview unreliable: it is kept, and left out of analysis (protocol §3). */
export const UNRELIABLE = {
  not_serious: { nl: 'De cliënt antwoordde niet serieus', en: 'The client did not answer seriously' },
  not_understood: { nl: 'De cliënt begreep de vragen niet', en: 'The client did not understand the questions' },
  not_clear_headed: {
    nl: 'De cliënt bleek toch onder invloed of verward',
    en: 'The client turned out to be intoxicated or confused',
  },
  influenced: { nl: 'Iemand anders antwoordde mee', en: 'Somebody else joined in answering' },
  other: { nl: 'Iets anders', en: 'Something else' },
} as const satisfies Record<string, Words>

/** Why an interview was broken off (protocol §3). Coded, so that nothing about a person need be written down. */
export const BROKEN_OFF = {
  client_stopped: { nl: 'De cliënt wilde stoppen', en: 'The client wanted to stop' },
  no_time: { nl: 'De tijd was op', en: 'Time ran out' },
  not_clear_headed: { nl: 'De cliënt was niet aanspreekbaar', en: 'The client could not be spoken to' },
  disturbed: { nl: 'De ruimte was niet rustig of niet vrij', en: 'The room was not quiet or not free' },
  incident: { nl: 'Er gebeurde iets', en: 'Something happened' },
  other: { nl: 'Iets anders', en: 'Something else' },
} as const satisfies Record<string, Words>

export type Place = keyof typeof PLACES
export type UnreliableReason = keyof typeof UNRELIABLE
export type BreakOffReason = keyof typeof BROKEN_OFF

/** A code of one of the tables above as it was sent; undefined when the table does not have it. */
export const codeIn = <Code extends string>(table: Readonly<Record<Code, Words>>, text: string): Code | undefined =>
  (Object.keys(table) as Code[]).find((code) => code === text)

/**
 * Whether an interview that was broken off may be taken up again (protocol §3): on the last day of the wave's window at the
 * latest; at a wave without one, while the contacts so far are within the contact rule (null: nobody counted since).
 */
export function mayGoOn(
  study: Pick<StudyProtocol, 'contacts'>,
  { window }: Pick<Wave, 'window'>,
  { closes, contacts }: { readonly closes: WaveWindow['closes'] | null; readonly contacts: number | null },
  on: Day,
): boolean {
  if (window) return closes !== null && on <= closes
  return contacts === null || mayInterview(study, contacts)
}
