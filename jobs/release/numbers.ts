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
  const mac = (text: string) => createHmac('sha256', key).update(text).digest('hex')
  const keyedOf = (kind: Numbered, id: string) =>
    (kind in keyed ? keyed[kind as keyof KeyedNumbers].get(id) : undefined) ?? mac(`${kind} ${id}`)
  const given = new Map<string, string>()
  const taken = new Set<string>()
  function draw(kind: Numbered, from: string): string {
    const known = given.get(`${kind} ${from}`)
    if (known) return known
    for (let turn = 0; ; turn += 1) {
      const number = drawn(key, `${kind} ${from} ${turn}`)
      if (taken.has(`${kind} ${number}`)) continue
      taken.add(`${kind} ${number}`)
      given.set(`${kind} ${from}`, number)
      return number
    }
  }
  for (const [kind, numbers] of Object.entries(keyed))
    for (const from of [...new Set(numbers.values())].sort()) draw(kind as Numbered, from)
  const place = (id: string) => draw('dyad', keyedOf('dyad', id))
  return {
    number: (kind, id) => draw(kind, keyedOf(kind, id)),
    inOrder: (a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0),
  }
}

function drawn(key: Buffer, from: string): string {
  // Drawing a character can ask for more bytes than one block has: each further block is another HMAC.
  let block = 0
  return makePseudonym((count) => createHmac('sha512', key).update(`${from} ${block++}`).digest().subarray(0, count))
}
