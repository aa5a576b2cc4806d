import { createHash } from 'node:crypto'
import { randomFrom } from '../../app/protocol/instruments/random'

/** Chances that follow from a key alone: the same key gives the same answers in the same order, whatever was drawn elsewhere. */
export type Draw = {
  /** True with this chance, from 0 to 1. */
  readonly chance: (likely: number) => boolean
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number
  /** One of these, each as likely as another. Throws a RangeError when there is none. */
  readonly one: <T>(things: readonly T[]) => T
  /** One of the names, as often as its number says. */
  readonly among: <Name extends string>(counts: Readonly<Record<Name, number>>) => Name
}

/** A stream of its own for every key, so that two cases that are played at once do not draw from one another. */
export function drawFrom(...key: readonly (string | number)[]): Draw {
  const random = randomFrom(createHash('sha256').update(key.join('\u0000')).digest().readUInt32BE())
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  return {
    chance: (likely) => random() < likely,
    whole,
    one: (things) => {
      if (things.length === 0) throw new RangeError('nothing to draw from')
      return things[whole(0, things.length - 1)] as (typeof things)[number]
    },
    among: (counts) => {
      const entries = Object.entries(counts) as [keyof typeof counts, number][]
      let left = random() * entries.reduce((sum, [, count]) => sum + count, 0)
      for (const [name, count] of entries) {
        left -= count
        if (left < 0) return name
      }
      return (entries.at(-1) as (typeof entries)[number])[0]
    },
  }
}
