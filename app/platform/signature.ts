import { done, type Result, refuse } from '../protocol/refusal'
import { z } from './zod'

/** A drawn signature: on a board of so many units, strokes of points x, y, x, y and so on; whole numbers. */
export type Signature = {
  readonly size: readonly [width: number, height: number]
  readonly strokes: readonly (readonly number[])[]
}

const LONGEST = 64 * 1024
const MOST_STROKES = 500
const MOST_POINTS = 6_000
// a tenth of the board: more than a finger that slipped, less than the shortest initials
const LEAST_INK = 0.1
// widths of the board: no hand draws as much, and drawing it takes the server's time
const MOST_INK = 200

const side = z.number().int().min(100).max(1_600)
const stroke = z.array(z.number().int().nonnegative()).min(2)
const shape = z
  .strictObject({ size: z.tuple([side, side]), strokes: z.array(stroke).max(MOST_STROKES) })
  .refine(({ strokes }) => strokes.every(({ length }) => length % 2 === 0))
  .refine(({ strokes }) => strokes.reduce((sum, { length }) => sum + length / 2, 0) <= MOST_POINTS)
  .refine(({ size, strokes }) => strokes.every((points) => points.every((at, index) => at <= (size[index % 2] ?? 0))))

/**
 * Reads a signature as the pad wrote it into a form. Refusals: `required`, nothing came; `not_drawn`, a dot or a slip;
 * `signature_damaged`, nothing that the pad writes.
 */
export function readSignature(written: string): Result<Signature> {
  if (written === '') return refuse('required')
  const read = written.length > LONGEST ? undefined : shape.safeParse(parsed(written)).data
  const widths = read ? inkOf(read) / read.size[0] : 0
  if (!read || widths > MOST_INK) return refuse('signature_damaged')
  return widths < LEAST_INK ? refuse('not_drawn') : done(read)
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return null
  }
}

/** How far the pen went on the board, in units. */
const inkOf = ({ strokes }: Signature): number =>
  strokes.reduce((sum, points) => {
    let length = 0
    for (let at = 3; at < points.length; at += 2)
      length += Math.hypot((points[at - 1] ?? 0) - (points[at - 3] ?? 0), (points[at] ?? 0) - (points[at - 2] ?? 0))
    return sum + length
  }, 0)
