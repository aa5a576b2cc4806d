/** A reason or a stage: how many, and where the list of them is (null: nobody there, or not for this visitor). */
export type FlowLine = {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly written: string
  readonly href: string | null
}
/** Those who left at a step, together and by reason. */
export type FlowExit = Omit<FlowLine, 'key'> & {
  readonly reasons: readonly FlowLine[]
  /** Said in one line of the reasons that nobody left for; null when there are none. */
  readonly zeros: string | null
}
/** A box of the drawing: who came to a step, who stands there, who left, who went on. */
export type FlowBox = FlowLine & {
  readonly notes: readonly string[]
  readonly there: readonly FlowLine[]
  readonly exit: FlowExit | null
  readonly on: number
  readonly onWritten: string
  /** The last one: who came here goes nowhere. */
  readonly last: boolean
}

/** Where things stand in the drawing, in its own units; one is about a pixel. */
export const PLACE = { width: 960, band: 205, widest: 160, mouth: 208, exit: 430, label: 330, bar: 775, barWidth: 100 }
/** Heights of lines of text, and of the turn to the right. */
export const LINE = { number: 40, label: 19, note: 18, link: 24, title: 34, turn: 104 }
/** Letters that surely fit: of a label, a note, a title, a reason. */
const LETTERS = { label: 23, note: 27, title: 42, reason: 40 }

export type Placed<T> = { readonly of: T; readonly y: number; readonly lines: readonly string[] }
/** A box with the place of each of its texts, from the top of the drawing. */
export type PlacedBox = {
  readonly box: FlowBox
  readonly y: number
  readonly height: number
  readonly label: Placed<string>
  readonly notes: readonly Placed<string>[]
  readonly there: readonly Placed<FlowLine>[]
  readonly title: Placed<FlowExit> | null
  readonly reasons: readonly Placed<FlowLine>[]
  readonly zeros: Placed<string> | null
}

/** Breaks a text at its spaces into lines of at most so many letters; a longer word stands by itself. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Places every box below the one before, as high as its texts need; of reasons and stages those with somebody in it. */
export function placed(boxes: readonly FlowBox[]): { readonly boxes: readonly PlacedBox[]; readonly height: number } {
  let y = 0
  const all = boxes.map((box) => {
    const one = placedBox(box, y)
    y += one.height
    return one
  })
  return { boxes: all, height: y }
}

function placedBox(box: FlowBox, y: number): PlacedBox {
  const left = downFrom(y + LINE.number)
  const label = left(box.label, box.label, LETTERS.label, LINE.label)
  const notes = box.notes.map((note) => left(note, note, LETTERS.note, LINE.note))
  const there = some(box.there).map((line) => left(line, `${line.written} ${line.label}`, LETTERS.note, LINE.link))
  const right = downFrom(y)
  const { exit } = box
  const title = exit && right(exit, `${exit.written} ${exit.label}`, LETTERS.title, LINE.title)
  const reasons = some(exit?.reasons ?? []).map((line) => right(line, line.label, LETTERS.reason, LINE.link))
  const zeros = exit?.zeros ? right(exit.zeros, exit.zeros, LETTERS.reason, LINE.link) : null
  const bottom = Math.max(left.reached(), right.reached())
  const height = Math.max(bottom - y + 16, box.last ? 0 : LINE.turn + 12)
  return { box, y, height, label, notes, there, title, reasons, zeros }
}

const some = (lines: readonly FlowLine[]) => lines.filter(({ count }) => count > 0)

/** Puts texts below each other, each line as high as is said; knows how far down it came. */
function downFrom(top: number) {
  let y = top
  const next = <T>(of: T, text: string, letters: number, high: number): Placed<T> => {
    const lines = wrapped(text, letters)
    const at = y + high - 6
    y += high + (lines.length - 1) * LINE.note
    return { of, y: at, lines }
  }
  return Object.assign(next, { reached: () => y })
}
