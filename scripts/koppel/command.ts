import type { Arguments, Shape } from './arguments'
import type { LongList } from './spool'

/** What a command answers: a value for stdout, with lists by key that are too long to hold; or why it was refused. */
export type Answer =
  | { readonly ok: true; readonly value: unknown; readonly lists?: Readonly<Record<string, LongList>> }
  | {
      readonly ok: false
      readonly error: { readonly code: string; readonly message: string; readonly [detail: string]: unknown }
    }

/** One command: the words that call it, what stands after them, and what it does. Null when it has nothing to answer. */
export type Command = Shape & {
  readonly words: readonly string[]
  readonly about: string
  readonly run: (given: Arguments) => Promise<Answer | null>
}

export const answer = (value: unknown): Answer => ({ ok: true, value })

export const refusedAnswer = (
  code: string,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): Answer => ({
  ok: false,
  error: { code, message, ...details },
})
