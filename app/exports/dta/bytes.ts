/** Numbers as they stand in the file: least significant byte first (`<byteorder>LSF`). */
export function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

/** Four bytes; a negative number too. */
export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return bytes
}

/** Eight bytes: a count or an offset. */
export function int64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

/** A text in a field of fixed width, filled with zeros, at least one of them behind it. */
export function field(text: string, width: number): Buffer {
  const bytes = Buffer.alloc(width)
  bytes.write(text, 0, width - 1)
  return bytes
}

/** What stands between `<tag>` and `</tag>`. */
export const section = (tag: string, ...parts: readonly (string | Uint8Array)[]): Buffer =>
  Buffer.concat(
    [`<${tag}>`, ...parts, `</${tag}>`].map((part) => (typeof part === 'string' ? Buffer.from(part) : part)),
  )
