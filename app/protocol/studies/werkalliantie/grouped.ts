import type { Reason, Words } from '../../study'

/** Gives each reason of a table the line of the published flow that counts it, and its section. */
export function grouped<Code extends string>(
  group: string,
  cite: string,
  words: Readonly<Record<Code, Words & Pick<Reason, 'waits'>>>,
): Readonly<Record<Code, Reason>> {
  const entries = Object.entries<Words & Pick<Reason, 'waits'>>(words).map(([code, word]) => [
    code,
    { ...word, group, cite },
  ])
  return Object.fromEntries(entries) as Record<Code, Reason>
}
