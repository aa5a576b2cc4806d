import { type Result, refuse } from './refusal'

/** The most characters that a note or a remark has. */
export const LONGEST_TEXT = 2_000

/** Why a text that people write is not kept: it is longer than `max`, and nothing is cut off. Null when it fits. */
export const tooLong = (text: string, field: string, max = LONGEST_TEXT): Result<never> | null =>
  text.length > max ? refuse('too_long', { field, max }) : null
