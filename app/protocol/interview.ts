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

/** What bounds an interview in time, as far as it is known. */
export type Bounds = {
  /** The last day of the wave's own window. */
  readonly closes: WaveWindow['closes'] | null
  /** The first day of the window that it anchors. */
  readonly next: WaveWindow['opens'] | null
  /** The contacts so far; null: nobody counted. */
  readonly contacts: number | null
}

/**
 * Whether an interview that was broken off may be taken up again (protocol §3): on the last day of the wave's window at the
 * latest; at a wave without one, until the window that it anchors opens (decided), while the contacts so far are within the rule.
 */
export function mayGoOn(
  study: Pick<StudyProtocol, 'contacts'>,
  { window }: Pick<Wave, 'window'>,
  { closes, next, contacts }: Bounds,
  on: Day,
): boolean {
  if (window) return closes !== null && on <= closes
  return (next === null || on < next) && (contacts === null || mayInterview(study, contacts))
}

/** When an interview that is not over was opened, last talked on (null: nothing came of it yet), and said to be broken off. */
export type Talked = { readonly openedOn: Day; readonly lastOn: Day | null; readonly brokenOffOn: Day | null }

/**
 * The day on which an interview was broken off (protocol §3); null while it goes on. One that was left open, since the tab
 * was closed or the tablet was lost, was broken off on the day of its last talk (decided): the day after, it is known.
 */
export function brokenOffBy({ openedOn, lastOn, brokenOffOn }: Talked, today: Day): Day | null {
  if (brokenOffOn) return brokenOffOn
  const last = lastOn !== null && lastOn > openedOn ? lastOn : openedOn
  return last < today ? last : null
}
