import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePseudonym, readPseudonym } from '../../app/protocol/pseudonym'
import { seeded } from './calendar'

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const source = (seed: number) => {
  const random = seeded(seed)
  return (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256))
}
const drawn = (count: number) => {
  const random = source(6)
  return Array.from({ length: count }, () => makePseudonym(random))
}
/** A pseudonym with these characters in these places, first to last; the check character is the ninth. */
const holding = (...held: readonly (readonly [place: number, character: string])[]) => {
  const values = Array<number>(8).fill(0)
  for (const [place, character] of held) if (place < 8) values[place] = ALPHABET.indexOf(character)
  const [, check] = held.find(([place]) => place === 8) ?? []
  if (check !== undefined) {
    // the first place weighs one, and no neighbour of the check: it brings the sum to where the check is this character
    const sum = values.reduce((total, value, index) => total + (index + 1) * value, 0)
    values[0] = (((ALPHABET.indexOf(check) - sum) % 31) + 31) % 31
  }
  return makePseudonym(() => Uint8Array.from(values))
}
const plain = (pseudonym: string) => pseudonym.replaceAll('-', '')

describe('a pseudonym (protocol §6)', () => {
  test('is nine characters of 31 in three groups, and reads back as itself', () => {
    for (const pseudonym of drawn(1000)) {
      expect(pseudonym).toMatch(/^[2-9A-HJKMNP-Z]{3}(-[2-9A-HJKMNP-Z]{3}){2}$/)
      expect(readPseudonym(pseudonym)).toEqual({ ok: true, value: pseudonym })
    }
  })

  test('has nothing that is taken for something else', () => {
    expect(drawn(1000).join('')).not.toMatch(/[01OIL]/)
  })

  test('is as likely to have one character as another', () => {
    const counts = new Map<string, number>()
    for (const pseudonym of drawn(31_000))
      for (const character of plain(pseudonym)) counts.set(character, (counts.get(character) ?? 0) + 1)
    expect([...counts.keys()].sort().join('')).toBe(ALPHABET)
    for (const count of counts.values()) expect(Math.abs(count - 9000)).toBeLessThan(500)
  })

  test('asks for more when bytes had to be thrown away', () => {
    const asked: number[] = []
    const stingy = (count: number) => {
      asked.push(count)
      return new Uint8Array(count).fill(asked.length === 1 ? 255 : 7)
    }
    expect(readPseudonym(makePseudonym(stingy)).ok).toBe(true)
    expect(asked).toEqual([8, 8])
  })

  test('reads as people type it', () => {
    for (const pseudonym of drawn(50)) {
      const typed = [pseudonym.toLowerCase(), plain(pseudonym), ` ${pseudonym.replaceAll('-', ' ')}\n`]
      for (const form of [...typed, pseudonym.replaceAll('-', '–')])
        expect(readPseudonym(form)).toEqual({ ok: true, value: pseudonym })
    }
  })
})

describe('slips', () => {
  test('every single wrong character is caught, in each place', () => {
    for (const pseudonym of drawn(100)) {
      const right = plain(pseudonym)
      for (let place = 0; place < right.length; place += 1)
        for (const other of ALPHABET) {
          const typed = right.slice(0, place) + other + right.slice(place + 1)
          if (typed !== right) expect(readPseudonym(typed)).toEqual({ ok: false, mistake: 'check' })
        }
    }
  })

  test('every swap of two characters is caught, neighbours or not, across the dashes too', () => {
    for (const pseudonym of drawn(1000)) {
      const right = [...plain(pseudonym)]
      for (let a = 0; a < right.length; a += 1)
        for (let b = a + 1; b < right.length; b += 1) {
          const typed = [...right]
          typed[a] = right[b] as string
          typed[b] = right[a] as string
          if (right[a] !== right[b]) expect(readPseudonym(typed.join(''))).toEqual({ ok: false, mistake: 'check' })
        }
    }
  })

  // the check is linear, so what the other places hold changes nothing: these are all slips that there are
  test('every character in every place taken for every other is caught', () => {
    for (let place = 0; place < 9; place += 1)
      for (const character of ALPHABET)
        for (const other of ALPHABET) {
          const right = plain(holding([place, character]))
          expect(right[place]).toBe(character)
          const typed = right.slice(0, place) + other + right.slice(place + 1)
          if (readPseudonym(typed).ok !== (character === other)) expect.fail(`${right} typed as ${typed}`)
        }
  })

  test('every two neighbours swapped are caught, whatever they are', () => {
    for (let place = 0; place < 8; place += 1)
      for (const one of ALPHABET)
        for (const other of ALPHABET) {
          const right = plain(holding([place, one], [place + 1, other]))
          expect(right.slice(place, place + 2)).toBe(one + other)
          const typed = right.slice(0, place) + other + one + right.slice(place + 2)
          if (readPseudonym(typed).ok !== (one === other)) expect.fail(`${right} typed as ${typed}`)
        }
  })

  test('name the character that cannot occur, and where', () => {
    const [pseudonym = ''] = drawn(1)
    for (const [position, character] of [...'01OIL!é'].entries()) {
      const typed = plain(pseudonym).slice(0, position) + character + plain(pseudonym).slice(position + 1)
      const mistake = { ok: false, mistake: 'character', position: position + 1, character: character.toUpperCase() }
      expect(readPseudonym(typed)).toEqual(mistake)
    }
  })

  test('name the character before the number of them: a dot for a dash is what to mend', () => {
    expect(readPseudonym('7KM.2QX.9R4')).toMatchObject({ mistake: 'character', position: 4, character: '.' })
  })

  test('name how many characters there are', () => {
    expect(readPseudonym('')).toEqual({ ok: false, mistake: 'length', expected: 9, typed: 0 })
    expect(readPseudonym('ABC-DEF-GH')).toMatchObject({ mistake: 'length', typed: 8 })
    expect(readPseudonym('ABC-DEF-GHJ-K')).toMatchObject({ mistake: 'length', typed: 10 })
  })

  test('no text at all makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => typeof readPseudonym(typed).ok === 'boolean'))
  })
})
