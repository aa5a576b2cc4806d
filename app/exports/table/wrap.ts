/** A text in lines of at most `most` bytes, broken between words; a word that is longer by itself between characters. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = []
  let line = ''
  const put = (piece: string) => {
    const longer = line ? `${line} ${piece}` : piece
    if (Buffer.byteLength(longer) <= most) line = longer
    else {
      if (line) lines.push(line)
      line = piece
    }
  }
  for (const word of text.split(/\s+/)) for (const piece of pieces(word, most)) put(piece)
  return line ? [...lines, line] : lines
}

/** A text in pieces of at most `most` bytes, never within a character; they make up the text again. */
export function pieces(text: string, most: number): string[] {
  if (Buffer.byteLength(text) <= most) return [text]
  const all = ['']
  let size = 0
  for (const character of text) {
    const bytes = Buffer.byteLength(character)
    if (size + bytes > most) {
      all.push('')
      size = 0
    }
    all[all.length - 1] += character
    size += bytes
  }
  return all
}
