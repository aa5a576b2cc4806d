/** A message as it lies in an mbox file: its first bytes, where its From_ line begins, and that line. */
type Lying = { readonly raw: Buffer; readonly at: number; readonly fromLine: Buffer }

/** What stands in front of every message: `From `, who, and a moment with its year. Words alone are somebody's text. */
const FROM = /^From .*\d{1,2}:\d{2}.*\d{4}/
const QUOTED_FROM = /^>+From /
/** No line of ours is as long; whatever is, begins no message. */
const LONGEST_LINE = 2_000
const [NEWLINE, CAPITAL_F, QUOTE] = [10, 70, 62]

/** Whether a line, with what ends it, is one that begins a message. */
export const isFromLine = (line: Buffer): boolean =>
  line[0] === CAPITAL_F && FROM.test(line.subarray(0, LONGEST_LINE).toString('latin1'))

const isQuoted = (line: Buffer) => line[0] === QUOTE && QUOTED_FROM.test(line.subarray(0, 200).toString('latin1'))
const isEmpty = (line: Buffer) => line.length <= 2 && /^\r?\n$/.test(line.toString('latin1'))

/**
 * The messages of an mbox file one after another, as its bytes come: a file of any size takes the memory of one message,
 * and of that at most `most` bytes. A message begins at a From_ line at the beginning or below an empty line; `>From ` in
 * a message is `From ` again. Lines may end with CR LF. What stands above the first From_ line is no message.
 */
export async function* mboxMessages(bytes: AsyncIterable<Buffer>, most: number): AsyncGenerator<Lying> {
  let message: (Omit<Lying, 'raw'> & { parts: Buffer[]; size: number }) | null = null
  let afterEmpty = true
  const closed = ({ parts, at, fromLine }: NonNullable<typeof message>) => ({ raw: Buffer.concat(parts), at, fromLine })
  for await (const { line, at, whole } of lines(bytes)) {
    if (whole && afterEmpty && isFromLine(line)) {
      if (message) yield closed(message)
      message = { at, fromLine: Buffer.from(line), parts: [], size: 0 }
    } else if (message && message.size < most) {
      const kept = (isQuoted(line) ? line.subarray(1) : line).subarray(0, most - message.size)
      message.parts.push(kept)
      message.size += kept.length
    }
    afterEmpty = whole && isEmpty(line)
  }
  if (message) yield closed(message)
}

/** Lines with what ends them, and where each begins. One that is too long comes in pieces, none of them `whole`. */
async function* lines(bytes: AsyncIterable<Buffer>) {
  let rest: Buffer = Buffer.alloc(0)
  let at = 0
  let begun = false
  for await (const chunk of bytes) {
    const all: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let from = 0
    for (let end = all.indexOf(NEWLINE); end >= 0; end = all.indexOf(NEWLINE, from)) {
      yield { line: all.subarray(from, end + 1), at: at + from, whole: !begun && end - from < LONGEST_LINE }
      begun = false
      from = end + 1
    }
    if (all.length - from > LONGEST_LINE) {
      yield { line: all.subarray(from), at: at + from, whole: false }
      begun = true
      from = all.length
    }
    rest = all.subarray(from)
    at += from
  }
  if (rest.length > 0) yield { line: rest, at, whole: !begun }
}
