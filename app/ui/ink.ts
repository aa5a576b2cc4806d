/** A stroke of a pen: points x, y, x, y and so on, in units of the board. */
export type Stroke = number[]

/** The board that is drawn on, in units, whatever its size on the screen. */
export const BOARD = { width: 1_200, height: 400 } as const
// more than any signature takes, and less than a form may hold
const MOST_POINTS = 5_000
const MOST_INK = 100 * BOARD.width
const LEAST_STEP = 3
const PEN = BOARD.width / 250

/** The strokes as they go into a form; empty when nothing was drawn. */
export const written = (strokes: readonly Stroke[]): string =>
  strokes.length === 0 ? '' : JSON.stringify({ size: [BOARD.width, BOARD.height], strokes })

/** The strokes that were written into a form before; none when it holds anything else. */
export function strokesIn(form: string): Stroke[] {
  try {
    return JSON.parse(form).strokes.map((stroke: readonly number[]) => stroke.map(Number))
  } catch {
    return []
  }
}

/** How much is drawn: points, and units that the pen went. */
type Ink = { points: number; length: number }

export function inkOf(strokes: readonly Stroke[]): Ink {
  const ink = { points: 0, length: 0 }
  for (const stroke of strokes) {
    ink.points += stroke.length / 2
    for (let at = 2; at < stroke.length; at += 2) ink.length += step(stroke, at, stroke[at] ?? 0, stroke[at + 1] ?? 0)
  }
  return ink
}

/** How far a point lies from the one before place `at`. */
const step = (stroke: Stroke, at: number, x: number, y: number): number =>
  Math.hypot(x - (stroke[at - 2] ?? x), y - (stroke[at - 1] ?? y))

/** Takes a point of the screen into the last stroke, unless the pen hardly moved or the board is full. */
export function extend(strokes: readonly Stroke[], ink: Ink, canvas: HTMLCanvasElement, at: PointerLike): void {
  const stroke = strokes.at(-1)
  if (!stroke) return
  const box = canvas.getBoundingClientRect()
  const x = within(((at.clientX - box.left) / box.width) * BOARD.width, BOARD.width)
  const y = within(((at.clientY - box.top) / box.height) * BOARD.height, BOARD.height)
  const far = step(stroke, stroke.length, x, y)
  if (stroke.length > 0 && far < LEAST_STEP) return
  if (ink.points >= MOST_POINTS || ink.length + far > MOST_INK) return
  stroke.push(x, y)
  ink.points += 1
  ink.length += far
}

type PointerLike = { readonly clientX: number; readonly clientY: number }

const within = (at: number, most: number) => Math.round(Math.min(most, Math.max(0, at)))

/** Draws all strokes in the colour of the canvas, as sharp as the screen is. */
export function draw(canvas: HTMLCanvasElement, strokes: readonly Stroke[]): void {
  const pen = canvas.getContext('2d')
  if (!pen) return
  canvas.width = Math.round(canvas.clientWidth * devicePixelRatio)
  canvas.height = Math.round(canvas.clientHeight * devicePixelRatio)
  pen.scale(canvas.width / BOARD.width, canvas.height / BOARD.height)
  Object.assign(pen, {
    lineWidth: PEN,
    lineCap: 'round',
    lineJoin: 'round',
    strokeStyle: getComputedStyle(canvas).color,
  })
  for (const stroke of strokes) {
    pen.beginPath()
    trace(pen, stroke)
    pen.stroke()
  }
}

/** A curve from middle to middle, bent by the point between, as the server draws it. */
function trace(pen: CanvasRenderingContext2D, stroke: Stroke): void {
  const at = (index: number): [number, number] => [stroke[index * 2] ?? 0, stroke[index * 2 + 1] ?? 0]
  const last = stroke.length / 2 - 1
  pen.moveTo(...at(0))
  for (let index = 1; index < last; index++) {
    const [[x, y], [nextX, nextY]] = [at(index), at(index + 1)]
    if (index === 1) pen.lineTo((at(0)[0] + x) / 2, (at(0)[1] + y) / 2)
    pen.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2)
  }
  pen.lineTo(...at(last))
}
