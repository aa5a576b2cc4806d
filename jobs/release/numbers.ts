import { createHmac } from 'node:crypto'
import type { Numbered } from '../../app/exports/shapes/shape'
import { makePseudonym } from '../../app/protocol/pseudonym'

/** The keyed numbers of what the vault has numbers of, by the study's ids. */
export type KeyedNumbers = Readonly<Record<'dyad' | 'client' | 'supervisor', ReadonlyMap<string, string>>>

/** Gives the numbers of a release, and a value by which everything stands in the same order wherever it is made. */
export type ReleaseNumbers = {
  readonly number: (kind: Numbered, id: string) => string
  readonly inOrder: (a: string, b: string) => number
}

/**
 * Numbers of a release (protocol §6): of dyads, clients and supervisors from their keyed numbers, of interviewers and
 * locations from what they are called; the same for the same key, and of no use without it. Two that would draw the same
 * draw on, in the order of their keyed numbers. What the vault does not know (any more) is numbered by the study's id.
 */
export function releaseNumbers(key: Buffer, keyed: KeyedNumbers): ReleaseNumbers {
  const none = <Of>(of: () => Of): Readonly<Record<Numbered, Of>> => ({
    dyad: of(),
    client: of(),
    supervisor: of(),
    interviewer: of(),
    location: of(),
  })
  const taken = none(() => new Set<string>())
  const draw = (kind: Numbered, from: string): string => {
    for (let turn = 0; ; turn += 1) {
      const number = drawn(key, `${kind} ${from} ${turn}`)
      if (taken[kind].has(number)) continue
      taken[kind].add(number)
      return number
    }
  }
  // by the study's ids: the keyed numbers, which are many and long, are not kept
  const given = none(() => new Map<string, string>())
  for (const kind of ['dyad', 'client', 'supervisor'] as const) {
    const numbers = new Map<string, string>()
    for (const from of [...new Set(keyed[kind].values())].sort()) numbers.set(from, draw(kind, from))
    for (const [id, from] of keyed[kind]) given[kind].set(id, numbers.get(from) as string)
  }
  const number = (kind: Numbered, id: string): string => {
    const known = given[kind].get(id)
    if (known !== undefined) return known
    const from = createHmac('sha256', key).update(`${kind} ${id}`).digest('hex')
    const first = draw(kind, from)
    given[kind].set(id, first)
    return first
  }
  const place = (id: string) => number('dyad', id)
  return { number, inOrder: (a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0) }
}

function drawn(key: Buffer, from: string): string {
  // Drawing a character can ask for more bytes than one block has: each further block is another HMAC.
  let block = 0
  return makePseudonym((count) => createHmac('sha512', key).update(`${from} ${block++}`).digest().subarray(0, count))
}
