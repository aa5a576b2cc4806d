import type { Words } from '../../protocol/words'

/** IBM SPSS Statistics, Command Syntax Reference, "Variable Names": no case. */
const SPSS_RESERVED = new Set('all and by eq ge gt le lt ne not or to with'.split(' '))
/** Stata User's Guide, 11.3 "Naming conventions"; `str` with a number too. */
const STATA_RESERVED = new Set(
  '_all _b byte _coef _cons double float if in int long _n _pi _pred _rc _skip strl using with'.split(' '),
)
/** R, `?Reserved`. */
const R_RESERVED = new Set(
  'if else repeat while function for next break true false null inf nan na na_integer_ na_real_ na_complex_ na_character_ in'.split(
    ' ',
  ),
)

/** Why a name does not fit, and in which program; each is looked at without regard to case. */
const REMARKS = {
  spss_long: { nl: 'langer dan 64 bytes; SPSS kan niet langer', en: 'longer than 64 bytes, the most in SPSS' },
  spss_signs: {
    nl: 'SPSS wil eerst een letter, daarna letters, cijfers en . _ $ # @',
    en: 'SPSS wants a letter first, then letters, digits and . _ $ # @',
  },
  spss_end: { nl: 'eindigt op . of _; in SPSS gaat dat mis', en: 'ends in . or _, which goes wrong in SPSS' },
  spss_reserved: { nl: 'een woord van SPSS zelf', en: 'a word of SPSS itself' },
  stata_long: { nl: 'langer dan 32 tekens; Stata kan niet langer', en: 'longer than 32 characters, the most in Stata' },
  stata_signs: {
    nl: 'Stata wil letters, cijfers en _, en geen cijfer vooraan',
    en: 'Stata wants letters, digits and _, and no digit first',
  },
  stata_reserved: { nl: 'een woord van Stata zelf', en: 'a word of Stata itself' },
  r_signs: {
    nl: 'R wil letters, cijfers, . en _, en een letter vooraan',
    en: 'R wants letters, digits, . and _, and a letter first',
  },
  r_reserved: { nl: 'een woord van R zelf', en: 'a word of R itself' },
  house: {
    nl: 'in onze bestanden: kleine letters a–z, cijfers en _, en een letter vooraan',
    en: 'in our files: small letters a–z, digits and _, and a letter first',
  },
  twice: {
    nl: 'staat er al; hoofdletters maken geen verschil',
    en: 'is there already; capital letters make no difference',
  },
} as const satisfies Record<string, Words>

export type NameRemarkCode = keyof typeof REMARKS
export type NameRemark = { readonly code: NameRemarkCode; readonly words: Words }

const FITS: readonly (readonly [NameRemarkCode, (name: string, small: string) => boolean])[] = [
  ['spss_long', (name) => Buffer.byteLength(name) <= 64],
  ['spss_signs', (name) => /^\p{L}[\p{L}\p{M}\d._$#@]*$/u.test(name)],
  ['spss_end', (name) => !/[._]$/.test(name)],
  ['spss_reserved', (_, small) => !SPSS_RESERVED.has(small)],
  ['stata_long', (name) => [...name].length <= 32],
  ['stata_signs', (name) => /^[\p{L}_][\p{L}\p{M}\d_]*$/u.test(name)],
  ['stata_reserved', (_, small) => !STATA_RESERVED.has(small) && !/^str\d+$/.test(small)],
  ['r_signs', (name) => /^(\p{L}|\.(?!\d))[\p{L}\p{M}\d._]*$/u.test(name)],
  ['r_reserved', (_, small) => !R_RESERVED.has(small)],
  ['house', (name) => /^[a-z][a-z0-9_]*$/.test(name)],
]

/**
 * Why a name of a variable does not fit SPSS, Stata, R or our own files; empty when it does. `taken` holds the names
 * before it in the same table, in small letters.
 */
export function lintName(name: string, taken: ReadonlySet<string>): NameRemark[] {
  const small = name.toLowerCase()
  const codes = FITS.flatMap(([code, fits]) => (fits(name, small) ? [] : [code]))
  if (taken.has(small)) codes.push('twice')
  return codes.map((code) => ({ code, words: REMARKS[code] }))
}
