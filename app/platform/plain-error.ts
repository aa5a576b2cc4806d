/** An error as it may be written down: what kind it is, where it arose and what led to it, and no value that it quotes. */
export type PlainError = {
  readonly type: string
  readonly message: string
  readonly code?: string
  /** Lines of code, without the message that Node puts above them. */
  readonly stack?: string
  readonly cause?: PlainError
  readonly errors?: readonly PlainError[]
}

const LONGEST = 300
/** What stands behind these words in quotes is a name of ours for a part of the database, not of a person. */
const OURS = 'constraint|relation|column|table|function|schema|type|role|database|index|operator'
const QUOTED = new RegExp(`(\\b(?:${OURS}) )?"[^"]*"?`, 'g')
const VALUES = [
  // PostgreSQL: Key (email)=(…) already exists; Failing row contains (…)
  [/=\s*\([^)]*\)?/g, '=(…)'],
  [/contains \(.*$/s, 'contains (…)'],
  [/(?<![^\s<>"'()])[^\s<>"'()]+@[^\s<>"')]+/g, '…'],
] as const
const DEEPEST = 4

/** A message without what it quotes: addresses, values between quotes, rows that the database repeats. */
export function withoutValues(message: string): string {
  const cut = VALUES.reduce((text, [pattern, instead]) => text.replace(pattern, instead), message)
  return cut.replace(QUOTED, (whole, ours?: string) => (ours ? whole : '"…"')).slice(0, LONGEST)
}

/** Prisma repeats the arguments between its first line and its last; a parser repeats the text that it could not read. */
function messageOf({ name, message }: Error): string {
  if (name === 'SyntaxError') return 'what was read is not as it should be'
  if (!name.startsWith('PrismaClient')) return withoutValues(message)
  const lines = message.split('\n').filter((line) => line.trim() !== '')
  return withoutValues([lines[0], lines.length > 1 ? lines.at(-1) : ''].join(' ').trim())
}

const textOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined)

/** Reads any thrown thing so that it may be written down. */
export function plainError(thrown: unknown, depth = 0): PlainError {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: 'no error was thrown but something else' }
  const { cause, code, errors } = thrown as Error & { code?: unknown; errors?: unknown }
  const frames = thrown.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  const further = depth < DEEPEST
  return {
    type: thrown.name,
    message: messageOf(thrown),
    ...(textOf(code) && { code: withoutValues(String(code)) }),
    ...(frames && { stack: frames.join('\n') }),
    ...(further && cause !== undefined && { cause: plainError(cause, depth + 1) }),
    ...(further && Array.isArray(errors) && { errors: errors.map((one) => plainError(one, depth + 1)) }),
  }
}

/** The same as something to throw, for whoever keeps errors: a queue writes message and stack into its tables. */
export function asPlainError(thrown: unknown): Error {
  const { type, message, stack = '' } = plainError(thrown)
  const plain = new Error(message)
  plain.name = type
  plain.stack = `${type}: ${message}\n${stack}`
  return plain
}
