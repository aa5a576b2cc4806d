import type { Instrument } from '../../study'

/** What is said of a line: where, which column, and a code of the catalogue; `about` is the name or word it is about. */
export type Remark = {
  readonly line: number
  readonly column: string
  readonly code: string
  readonly about?: string
  /** On how many lines the same holds, when it is said once for all of them. */
  readonly times?: number
}
/**
 * What a file came to. A note says what was done otherwise than the file says, or passed over; a refused line is left out,
 * alone and with the questions that depend on it.
 */
export type FileRead = {
  readonly instruments: readonly Instrument[]
  readonly notes: readonly Remark[]
  readonly refused: readonly Remark[]
}

/** Remarks as they are made, in the order of the lines. */
export class Remarks {
  private readonly notes: Remark[] = []
  private readonly refused: Remark[] = []
  private readonly once = new Map<string, Remark>()

  note(line: number, column: string, code: string, about?: string): void {
    this.notes.push(this.remark(line, column, code, about))
  }

  /** A note that would be the same on many lines: said at the first, with how many there are. */
  noteOnce(line: number, column: string, code: string): void {
    const key = `${column}\n${code}`
    const before = this.once.get(key)
    this.once.set(key, { ...(before ?? this.remark(line, column, code)), times: (before?.times ?? 0) + 1 })
  }

  refuse(line: number, column: string, code: string, about?: string): void {
    this.refused.push(this.remark(line, column, code, about))
  }

  all(): Omit<FileRead, 'instruments'> {
    const byLine = (one: Remark, other: Remark) => one.line - other.line
    return { notes: [...this.notes, ...this.once.values()].sort(byLine), refused: [...this.refused].sort(byLine) }
  }

  private remark(line: number, column: string, code: string, about?: string): Remark {
    return { line, column, code, ...(about === undefined ? {} : { about }) }
  }
}
