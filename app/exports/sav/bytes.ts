/** Whole numbers of four bytes each, least significant first. */
export function int32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) bytes.writeInt32LE(value, at * 4)
  return bytes
}

/** Numbers of eight bytes each. */
export function float64(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8)
  for (const [at, value] of values.entries()) bytes.writeDoubleLE(value, at * 8)
  return bytes
}

/** A text with spaces behind it. Throws a RangeError when it takes more than `width` bytes: nothing is cut here. */
export function field(text: string, width: number): Buffer {
  if (Buffer.byteLength(text) > width) throw new RangeError(`longer than ${width} bytes: ${text}`)
  const bytes = Buffer.alloc(width, ' ')
  bytes.write(text)
  return bytes
}

/** A text with its length before it, in four bytes. */
export function counted(text: string | Buffer): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([int32(bytes.length), bytes])
}

/** Spaces up to a multiple of `unit` bytes. */
export const filledTo = (bytes: Buffer, unit: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(-bytes.length & (unit - 1), ' ')])
