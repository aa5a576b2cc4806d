import { type Delimiter, LONGEST_ROW, type SheetRow } from './table'

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d
const LINE_ENDS = /\r\n|\r|\n/g
/** Text is taken in pieces of this many characters at least, so that many small ones cost no more than a few large. */
const PIECE = 64 * 1024

type Taken =
  | { readonly cells: string[]; readonly next: number; readonly lines: number }
  | 'more'
  | 'row_too_long'
  | 'broken_quote'

/**
 * Takes a CSV apart, piece by piece (RFC 4180, lines that end in CRLF, LF or CR, also mixed). A record whose quotes do not
 * pair, or that has no end within LONGEST_ROW characters, is given as a code for its first line only; reading goes on
 * with the line below, so that one quote too many loses one row and not the rest of the file. Lines without any character
 * are passed over. (csv-parse gives up there, or drops rows without a word: docs/decisions/010.)
 */
export class CsvRecords {
  private rest = ''
  private tried = 0
  private line = 1
  /** Inside a line that is too long: everything up to its end is thrown away. */
  private passing = false

  constructor(private readonly delimiter: Delimiter) {}

  /** The records that are complete with this text. */
  *push(text: string): Generator<SheetRow> {
    this.rest += text
    if (this.rest.length - this.tried >= PIECE) yield* this.take(false)
  }

  /** What is left at the end of the file. */
  *end(): Generator<SheetRow> {
    yield* this.take(true)
  }

  private *take(atEnd: boolean): Generator<SheetRow> {
    let at = 0
    while (at < this.rest.length) {
      if (this.passing) {
        const next = nextLine(this.rest, at, atEnd)
        this.passing = next === undefined
        if (next !== undefined) this.line += 1
        at = next ?? (this.rest.endsWith('\r') && !atEnd ? this.rest.length - 1 : this.rest.length)
        if (next === undefined) break
        continue
      }
      const taken = recordAt(this.rest, at, this.delimiter, atEnd)
      if (taken === 'more') break
      const { line } = this
      if (typeof taken === 'string') {
        const raw = this.seen(at, atEnd)
        if (!raw) break
        yield { line, code: taken, raw }
        this.passing = true
        continue
      }
      at = taken.next
      this.line += taken.lines
      if (taken.cells.length > 1 || taken.cells[0] !== '') yield { line, cells: taken.cells }
    }
    this.rest = this.rest.slice(at)
    this.tried = this.rest.length
  }

  /** A line as it stands, quotes and all: nothing of one that is too long, undefined while its end is still to come. */
  private seen(from: number, atEnd: boolean): readonly string[] | undefined {
    const end = nextLine(this.rest, from, atEnd) ?? (atEnd ? this.rest.length : undefined)
    if ((end ?? this.rest.length) - from > LONGEST_ROW) return []
    return end === undefined ? undefined : this.rest.slice(from, end).replace(LINE_ENDS, '').split(this.delimiter)
  }
}

/** Where the line below begins; undefined when the end of this one is not there yet. */
function nextLine(text: string, from: number, atEnd: boolean): number | undefined {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== LF && code !== CR) continue
    if (code === CR && at + 1 === text.length && !atEnd) return undefined
    return code === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1
  }
  return undefined
}

function recordAt(text: string, from: number, delimiter: Delimiter, atEnd: boolean): Taken {
  const cells: string[] = []
  const limit = from + LONGEST_ROW
  const between = delimiter.charCodeAt(0)
  let lines = 1
  for (let at = from; ; ) {
    let value: string
    if (text.charCodeAt(at) === QUOTE) {
      const quoted = quotedAt(text, at, limit, atEnd)
      if (typeof quoted === 'string') return quoted
      value = quoted.value
      lines += value.match(LINE_ENDS)?.length ?? 0
      at = quoted.next
    } else {
      const start = at
      while (at < text.length && !ends(text.charCodeAt(at), between)) at += 1
      value = text.slice(start, at)
    }
    if (at > limit) return 'row_too_long'
    if (at >= text.length && !atEnd) return 'more'
    cells.push(value)
    if (at >= text.length) return { cells, next: at, lines }
    const code = text.charCodeAt(at)
    at += 1
    if (code === between) continue
    if (code === LF) return { cells, next: at, lines }
    if (code !== CR) return 'broken_quote'
    if (at === text.length && !atEnd) return 'more'
    return { cells, next: text.charCodeAt(at) === LF ? at + 1 : at, lines }
  }
}

const ends = (code: number, between: number) => code === between || code === LF || code === CR

/** A cell in quotes, a quote within it written twice. Has no end within the limit: its quote is broken. */
function quotedAt(text: string, open: number, limit: number, atEnd: boolean) {
  let value = ''
  for (let start = open + 1; ; ) {
    const close = text.indexOf('"', start)
    if (close < 0 || close > limit) return text.length > limit || atEnd ? 'broken_quote' : 'more'
    if (close + 1 === text.length && !atEnd) return 'more'
    value += text.slice(start, close)
    if (text.charCodeAt(close + 1) !== QUOTE) return { value, next: close + 1 }
    value += '"'
    start = close + 2
  }
}
