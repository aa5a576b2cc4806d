/** Minutes of a day. */
export const WHOLE_DAY = 1440

const SHAPE = /^([01]\d|2[0-3]):([0-5]\d)$/

/** A time as a browser sends it (HH:MM), in minutes since midnight on an Amsterdam wall; undefined when it is none. */
export function readTime(text: string): number | undefined {
  const [, hours, minutes] = SHAPE.exec(text) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}
