/** No 0 and O, no 1, I and L: 31 characters, a prime, so that one check character sees every slip (protocol §6). */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const BASE = ALPHABET.length
const RANDOM_CHARACTERS = 8
const LENGTH = RANDOM_CHARACTERS + 1

/** Bytes from here up are thrown away: they would make the first characters likelier than the last. */
const FAIR_BYTES = 256 - (256 % BASE)

export type Mistake =
  | { readonly ok: false; readonly mistake: 'length'; readonly expected: number; readonly typed: number }
  | { readonly ok: false; readonly mistake: 'character'; readonly position: number; readonly character: string }
  | { readonly ok: false; readonly mistake: 'check' }

/**
 * The check character: places weighted 1 to 8, modulo 31. The check itself stands at weight −1. All weights differ and
 * none is 0, so every single substitution and every swap changes the sum.
 */
function checkOf(values: readonly number[]): string {
  const sum = values.reduce((total, value, index) => total + (index + 1) * value, 0)
  return ALPHABET.charAt(sum % BASE)
}

const written = (characters: string): string => characters.match(/.{3}/g)?.join('-') ?? characters

/** A new pseudonym, written XXX-XXX-XXX: random, without meaning, with a check character. Takes a source of random bytes. */
export function makePseudonym(random: (count: number) => Uint8Array): string {
  const values: number[] = []
  while (values.length < RANDOM_CHARACTERS) {
    for (const byte of random(RANDOM_CHARACTERS - values.length)) if (byte < FAIR_BYTES) values.push(byte % BASE)
  }
  return written(values.map((value) => ALPHABET.charAt(value)).join('') + checkOf(values))
}

/** What was typed of a pseudonym, without the dashes and spaces that people put between or leave out. */
export const withoutDashes = (typed: string): string => typed.replace(/[\s\u2010-\u2015-]/g, '')

/**
 * Reads a pseudonym as people type it: any case, with or without dashes and spaces.
 * Names the mistake: which character cannot occur, how many there are, or that the check character does not fit. A
 * character that cannot occur comes first: with a dot for a dash there are too many, but the dot is what to mend.
 */
export function readPseudonym(typed: string): { readonly ok: true; readonly value: string } | Mistake {
  const characters = [...withoutDashes(typed)].map((character) => character.toUpperCase())
  const wrong = characters.findIndex((character) => character.length !== 1 || !ALPHABET.includes(character))
  if (wrong >= 0) return { ok: false, mistake: 'character', position: wrong + 1, character: characters[wrong] ?? '' }
  if (characters.length !== LENGTH) {
    return { ok: false, mistake: 'length', expected: LENGTH, typed: characters.length }
  }
  const values = characters.slice(0, RANDOM_CHARACTERS).map((character) => ALPHABET.indexOf(character))
  if (checkOf(values) !== characters[RANDOM_CHARACTERS]) return { ok: false, mistake: 'check' }
  return { ok: true, value: written(characters.join('')) }
}
