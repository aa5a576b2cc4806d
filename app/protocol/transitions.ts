import { PLACES, type Place } from './stages'
import { asking } from './transitions/asking'
import { fieldwork } from './transitions/fieldwork'
import { intake } from './transitions/intake'
import { stopping } from './transitions/stopping'
import type { Transition } from './transitions/transition'

/**
 * Every verb that moves a case, or is refused by where it stands, by its name in the audit (protocol §2 to §4). Forms,
 * refusals, the flow and the codebook follow from this one table.
 */
export const TRANSITIONS = { ...intake, ...asking, ...fieldwork, ...stopping } as const satisfies Record<
  string,
  Transition
>

export type Move = keyof typeof TRANSITIONS
export const MOVES = Object.keys(TRANSITIONS) as Move[]

/** Whether this can be done with a case in this place: true, or the code of the refusal. */
export const mayNow = (move: Move, place: Place): true | string => TRANSITIONS[move].at[place]

/** The places in which this may be done. */
export const placesFor = (move: Move): Place[] => PLACES.filter((place) => mayNow(move, place) === true)

/** Moves that bring somebody nearer to being asked: none of them is made for a client who does not want that (protocol §6). */
export const TOWARDS_CLIENT: readonly Move[] = [
  'inquire',
  'hand_over',
  'ask_colleague',
  'ask_again',
  'record_reply',
  'correct_reply',
  'screen',
  'set_finding',
  'judge',
  'approach',
]

/** What of the client decides beside the place of the case. */
export type Stopped = { readonly withdrawn: boolean; readonly doNotAsk: boolean }

/** Whether this can be done with a case in this place of this client: who withdrew takes part in nothing more (§6). */
export function mayFor(move: Move, place: Place, { withdrawn, doNotAsk }: Stopped): true | string {
  if (withdrawn) return 'case_left'
  const may = mayNow(move, place)
  return may === true && doNotAsk && TOWARDS_CLIENT.includes(move) ? 'do_not_ask' : may
}
