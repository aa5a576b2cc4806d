import { parseDay } from '../../protocol/day'

const SHAPES = {
  /** A day and a key: the work list. */
  day: /^\d{4}-\d{2}-\d{2}\|[\w:.-]{1,120}$/,
  /** A day and a row's id: lists of cases and deviations. */
  dayAndId: /^\d{4}-\d{2}-\d{2}\|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
  pseudonym: /^[0-9A-Z]{3}(-[0-9A-Z]{3}){2}$/,
  month: /^\d{4}-\d{2}$/,
  /** A name and a version of an instrument. */
  pin: /^[a-z\d]+(-[a-z\d]+)*@[1-9]\d{0,2}$/,
  /** Of a release within its study. */
  number: /^[1-9]\d{0,8}$/,
  id: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
}
type Shape = keyof typeof SHAPES

/** A key as a page of ours writes it; null when it is none. */
export const keyOf = (text: string | null | undefined, shape: Shape): string | null =>
  text && SHAPES[shape].test(text) && (!shape.startsWith('day') || parseDay(text.slice(0, 10))) ? text : null

/** Where a page of a list begins, as the page before wrote it; anything else is the beginning. */
export const cursorOf = (request: Request, shape: Shape): string | null =>
  keyOf(new URL(request.url).searchParams.get('after'), shape)
