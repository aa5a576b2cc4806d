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
