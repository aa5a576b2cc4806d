import type { Move } from '../../protocol/transitions'

/** What a coordinator can do with a case on its page, in the order of the protocol: each a line of the table of transitions. */
export const DEEDS = [
  'inquire',
  'set_finding',
  'screen',
  'correct_reply',
  'judge',
  'plan_interview',
  'record_no_show',
  'record_refusal',
  'record_not_held',
] as const satisfies readonly Move[]
export type Deed = (typeof DEEDS)[number]

/** A deed by its name as it was sent; undefined when there is none. */
export const readDeed = (text: string): Deed | undefined => DEEDS.find((one) => one === text)

/** What the form of the judgement sends for a client who can be approached. */
export const APPROACHABLE = 'yes'

/** The name of a field in the form of a deed: the page has them all, so no two may be called the same. */
export const fieldOf = (deed: Deed, field: string): string => `${deed}_${field}`
