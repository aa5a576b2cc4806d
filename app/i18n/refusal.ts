import { words } from './catalogue'
import type { Formed, Plain, Say } from './speak'

/** The sentence for a refusal, with what it carries; a code without words of its own gets the general one. */
export function refusalSentence(say: Say, refusal: { readonly code: string }): string {
  const { code } = refusal
  const message: Plain | Formed<never> = Object.hasOwn(words.refusals, code)
    ? words.refusals[code as keyof typeof words.refusals]
    : words.refusals.refused
  return say(message as Formed<typeof refusal>, refusal)
}
